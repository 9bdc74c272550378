import { z } from 'zod';
import type { Author } from './author.ts';
import type { Speaker } from './conversation.ts';
import type { Day } from './day.ts';
import { authorPermalink, type Permalink } from './permalink.ts';
import type { AuthorSlug } from './slug.ts';

/** Somebody who changed the text of a file, as git names them. E-mail addresses stay where they are read. */
const contributorSchema = z.object({
  /** Empty when git has no name that may be shown, such as an address. */
  name: z.string(),
  /** Their account on the forge, where git knows it. */
  login: z.string().exactOptional(),
  /** How many of the changes are theirs, alone or together with others. */
  changes: z.number(),
});

export type FileContributor = z.output<typeof contributorSchema>;

/** What git knows about the text of one file. Times are seconds since 1970, when a commit came into the branch. */
export const fileHistorySchema = z.object({
  /** When the file came; unknown in a shallow clone. */
  added: z.number().exactOptional(),
  /** When its text last changed after that. */
  revised: z.number().exactOptional(),
  /** How many commits wrote its text. */
  changes: z.number(),
  /** Who made them, those with the most first. */
  people: z.array(contributorSchema),
});

export type FileHistory = z.output<typeof fileHistorySchema>;

/** Somebody who is shown as a contributor. */
export interface Contributor {
  name: string;
  /** Their page, if they have one. */
  permalink?: Permalink;
  changes: number;
}

export interface Contributions {
  /** How many changes there were. */
  changes: number;
  people: Contributor[];
}

/** Who approved a text as it stands, or that nobody did. */
export interface ShownApproval {
  kind: 'approved' | 'approved-earlier' | 'not-approved';
  /** Who approved it, or else who merged it. */
  people: Speaker[];
  /** When they did. */
  day: Day;
  number: number;
  url: string;
  /** What changed; undefined where the title could tell of pages that are not for everybody. */
  title: string | undefined;
}

/** What git and the forge know of a page. */
export interface ShownProvenance {
  contributions: Contributions | undefined;
  approval: ShownApproval | undefined;
  /** Where everything that changed can be seen. */
  history: string | undefined;
}

interface Known {
  authors: readonly Pick<Author, 'slug' | 'name' | 'login'>[];
  pseudonyms: readonly { login: string; name: string }[];
}

/**
 * Who contributed, as readers may see it. Nothing where git knows none of the people who write in this blog: then somebody
 * else put the files there, and shares of theirs would say nothing about the text. Nothing either where the only
 * contributor is the only author, who is named already.
 */
export function contributionsOf(
  history: Pick<FileHistory, 'changes' | 'people'> | undefined,
  entryAuthors: readonly AuthorSlug[],
  known: Known,
): Contributions | undefined {
  const shown = new Map<string, Contributor>();
  for (const person of history?.people ?? []) {
    const { key, contributor } = shownAs(person, known);
    const before = shown.get(key);
    if (before === undefined) shown.set(key, contributor);
    else before.changes += person.changes;
  }
  const people = [...shown.values()].sort((a, b) => b.changes - a.changes);
  const isKnown = people.some(({ permalink }) => permalink !== undefined);
  const [only] = entryAuthors;
  const isOnlyAuthor =
    people.length === 1 &&
    entryAuthors.length === 1 &&
    only !== undefined &&
    people[0]?.permalink === authorPermalink(only);
  return history === undefined || !isKnown || isOnlyAuthor ? undefined : { changes: history.changes, people };
}

const unnamed = 'somebody without a name';

function shownAs(
  { name, login, changes }: FileContributor,
  { authors, pseudonyms }: Known,
): { key: string; contributor: Contributor } {
  const pseudonym = pseudonyms.find((one) => isSame(one.login, login));
  if (pseudonym !== undefined)
    return { key: `pseudonym ${pseudonym.login}`, contributor: { name: pseudonym.name, changes } };
  const byLogin = login === undefined ? [] : authors.filter((author) => isSame(author.login, login));
  const byName = authors.filter((author) => isSame(author.name, name));
  // Two people of one name: nobody can say which of them it is.
  const [author, another] = byLogin.length > 0 ? byLogin : byName;
  if (author !== undefined && another === undefined) {
    const permalink = authorPermalink(author.slug);
    return { key: permalink, contributor: { name: author.name, permalink, changes } };
  }
  if (name === '') return { key: unnamed, contributor: { name: unnamed, changes } };
  return { key: `name ${folded(name)}`, contributor: { name, changes } };
}

function isSame(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && folded(one) === folded(other);
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}
