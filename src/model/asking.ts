import type { Author } from './author.ts';
import type { Catalogue } from './catalogue.ts';
import { forgeNames, newQuestionUrl } from './forge.ts';
import type { Group } from './group.ts';
import { absoluteUrl } from './permalink.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';
import type { AuthorSlug, TagSlug } from './slug.ts';

/** Somebody who can be asked by name. */
export interface Addressee {
  name: string;
  /** What the forge calls them. */
  login: string | undefined;
  /** Whether they teach what the page is about. */
  isTrainer: boolean;
}

/** Whom a question from a page is for, and in which category it belongs, if not in that of all questions. */
export interface Audience {
  person?: Addressee | undefined;
  category?: string | undefined;
}

/** The ways to ask from a page: forms on the forge with words filled in, so that nobody has to say where they were. */
export interface Asking {
  question: string;
  person: { words: string; url: string } | undefined;
  /** What the forge is called. */
  forge: string;
}

/** Undefined without a forge, because nobody can be asked then. */
export function askingOf(
  site: Site,
  { title, path, person, category }: Audience & { title: string; path: string },
): Asking | undefined {
  const { forge } = site;
  if (forge === undefined) return undefined;
  const form = (opening: string) => {
    const place = `About the page: ${title}\n${absoluteUrl(site, path)}`;
    const body = `${opening}${place}\n\nWhat I want to know: \n\nWhat I have tried: `;
    return newQuestionUrl(forge, `About “${title}”: `, body, category);
  };
  return {
    question: form(''),
    person: person && {
      words: person.isTrainer ? `ask the trainer, ${person.name}` : `ask ${person.name}`,
      url: form(`${addressed(person)}\n\n`),
    },
    forge: forgeNames[forge.kind],
  };
}

/** A person as the forge calls them, so that they are told; by name where that is not known. */
function addressed({ name, login }: Addressee): string {
  return login === undefined ? `For ${name}` : `@${login}`;
}

type People = Pick<Catalogue, 'tagBySlug' | 'authorBySlug'>;

/** Somebody, as long as they are here. */
export function addresseeOf(
  { name, login, left }: Author,
  as: 'trainer' | 'person' = 'person',
): Addressee | undefined {
  return left === undefined ? { name, login, isTrainer: as === 'trainer' } : undefined;
}

/** Whom to ask about some topics: the trainer of the first of them that has one. */
export function trainerOf(
  { tagBySlug, authorBySlug }: People,
  tags: readonly TagSlug[],
): Addressee | undefined {
  const trainers = tags.flatMap((tag) => tagBySlug.get(tag)?.trainer ?? []);
  return firstOf(trainers, authorBySlug, 'trainer');
}

/** Whom to ask about a post: the trainer of its topics, else who keeps it true. */
export function addresseeOfPost(
  people: People,
  { tags, owner, authors }: Pick<Post, 'tags' | 'owner' | 'authors'>,
): Addressee | undefined {
  const keepers = owner === undefined ? authors : [owner, ...authors];
  return trainerOf(people, tags) ?? firstOf(keepers, people.authorBySlug, 'person');
}

/** The first steward, in the category of the group. Of a closed group neither is told: its members know. */
export function audienceOfGroup(
  { authorBySlug }: Pick<People, 'authorBySlug'>,
  { access, stewards, discussion }: Pick<Group, 'access' | 'stewards' | 'discussion'>,
): Audience {
  if (access === 'closed') return {};
  return { person: firstOf(stewards, authorBySlug, 'person'), category: discussion };
}

function firstOf(
  slugs: readonly AuthorSlug[],
  authorBySlug: People['authorBySlug'],
  as: 'trainer' | 'person',
): Addressee | undefined {
  return slugs
    .flatMap((slug) => authorBySlug.get(slug) ?? [])
    .map((author) => addresseeOf(author, as))
    .find((person) => person !== undefined);
}

/** The topics of some posts, the most frequent first. */
export function topicsByFrequency(posts: readonly Pick<Post, 'tags'>[]): TagSlug[] {
  const counts = new Map<TagSlug, number>();
  for (const { tags } of posts) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
}
