import type { AuthorFile } from './author.ts';
import type { Forge, Site } from './site.ts';

/** What says who answers for which file of the content folder. */
export interface OwnersInput {
  site: Pick<Site, 'forge'>;
  authors: readonly { slug: string; data: Pick<AuthorFile, 'login' | 'left'> }[];
  posts: readonly { path: string; data: PostOwners }[];
  groups: readonly { slug: string; path: string; data: { stewards: readonly string[] } }[];
}

interface PostOwners {
  owner?: string | undefined;
  authors: readonly string[];
  group?: string | undefined;
}

/** The file from which the forge learns whom to ask for a review. */
export interface OwnersFile {
  /** Relative to the top of the repository. */
  path: string;
  text: string;
  /** Slugs of people who answer for something, are still here, and have no name on the forge; with the paths. */
  unnamed: ReadonlyMap<string, readonly string[]>;
}

const places: Record<Forge['kind'], string> = {
  github: '.github/CODEOWNERS',
  gitlab: '.gitlab/CODEOWNERS',
  gitea: '.gitea/CODEOWNERS',
  forgejo: '.forgejo/CODEOWNERS',
};

/** The file that the software of a forge reads, relative to the top of the repository. */
function ownersPath({ kind }: Pick<Forge, 'kind'>): string {
  return places[kind];
}

/** The first line, by which a list that was made here is told from one that a person keeps. */
export const ownersHead = '# Made by "npm run owners" from content/: do not edit by hand.';
const explanation = '# A new post needs no line: the maintainers are asked until this file is made again.';

/** What a login, or a team with its organisation, looks like. Anything else could add names to a line, or lines. */
const forgeName = /^[A-Za-z\d_][\w.-]*(?:\/[\w.-]+)*$/u;

/** Undefined without a forge. The lines have one order, so that the same content always makes the same file. */
export function ownersFile(input: OwnersInput): OwnersFile | undefined {
  const { forge } = input.site;
  if (forge === undefined) return undefined;
  const unnamed = new Map<string, string[]>();
  const logins = new Map(input.authors.map(({ slug, data }) => [slug, data]));
  const named = (path: string, slugs: readonly string[]) =>
    slugs.flatMap((slug) => {
      const { login, left } = logins.get(slug) ?? {};
      if (left !== undefined || !logins.has(slug)) return [];
      if (login !== undefined && forgeName.test(login)) return [`@${login}`];
      unnamed.set(slug, [...(unnamed.get(slug) ?? []), path]);
      return [];
    });
  const maintainers = (forge.maintainers ?? []).map((name) => `@${name}`);
  const stewards = new Map(input.groups.map(({ slug, path, data }) => [slug, named(path, data.stewards)]));
  const lines = (entries: readonly { path: string; owners: readonly string[] }[]) =>
    entries
      .map(({ path, owners }) => ({ path, owners: withSecond(owners, maintainers) }))
      // Whoever answers for everything else needs no line.
      .filter(({ owners }) => owners.join() !== maintainers.join())
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, owners }) => lineFor(forge.kind, path, owners));
  const all = [
    ownersHead,
    ...(maintainers.length > 0 ? [explanation, `${everything(forge.kind)} ${maintainers.join(' ')}`] : []),
    ...lines(input.groups.map(({ slug, path }) => ({ path, owners: stewards.get(slug) ?? [] }))),
    ...lines(
      input.posts.map(({ path, data }) => {
        const keeper = data.owner ?? data.authors[0];
        const ofGroup = data.group === undefined ? [] : (stewards.get(data.group) ?? []);
        return { path, owners: [...named(path, keeper === undefined ? [] : [keeper]), ...ofGroup] };
      }),
    ),
  ];
  return { path: ownersPath(forge), text: `${all.join('\n')}\n`, unnamed };
}

/** Nobody can approve a change of their own, so whoever is alone gets the maintainers beside them. */
function withSecond(owners: readonly string[], maintainers: readonly string[]): string[] {
  const all = [...new Set(owners)];
  return all.length > 1 ? all : [...new Set([...all, ...maintainers])];
}

/** On GitHub and GitLab the last line that fits a file counts; Gitea and Forgejo take all that fit. */
function everything(kind: Forge['kind']): string {
  return isPattern(kind) ? '.*' : '*';
}

/** A post in a folder of its own is the whole folder. */
function lineFor(kind: Forge['kind'], path: string, owners: readonly string[]): string {
  const place = path.replace(/(?<=^posts\/[^/]+\/)index\.mdx?$/u, '');
  const inside = place.endsWith('/') ? '.*' : '';
  return `${isPattern(kind) ? asPattern(place) + inside : asPath(place)} ${owners.join(' ')}`;
}

/** Gitea and Forgejo read regular expressions, for the whole path. */
function isPattern(kind: Forge['kind']): boolean {
  return kind === 'gitea' || kind === 'forgejo';
}

function asPath(path: string): string {
  return `/content/${path}`.replace(/[\\ #*?[\]!]/gu, '\\$&');
}

/** One backslash is taken off before the expression is read. */
function asPattern(path: string): string {
  return `content/${path}`.replace(/[.+*?()|[\]{}^$\\]/gu, '\\\\$&').replace(/[ #]/gu, '\\$&');
}

/** A place where a list of owners says something else than the content. */
export interface StaleLine {
  /** Counted from 1. */
  line: number;
  found: string;
  expected: string;
}

/**
 * The first line of a list that is not as it would be made now. Posts that have no line yet do not make it stale: whoever
 * writes one in a browser could not mend that, and the maintainers are asked.
 */
export function staleLine(text: string, expected: string): StaleLine | undefined {
  const found = text.split(/\r?\n/u);
  const wanted = expected.split('\n');
  let next = 0;
  for (const [index, line] of found.entries()) {
    while (next < wanted.length && wanted[next] !== line && isOfPost(wanted[next] ?? '')) next += 1;
    const here = wanted[next];
    if (here !== line) {
      const isLater = here !== undefined && wanted.includes(line, next);
      return isLater
        ? { line: index + 1, found: '', expected: here }
        : { line: index + 1, found: line, expected: aboutTheSame(line, wanted) };
    }
    next += 1;
  }
  const missing = wanted.slice(next).find((line) => !isOfPost(line) && line !== '');
  return missing === undefined ? undefined : { line: found.length, found: '', expected: missing };
}

function isOfPost(line: string): boolean {
  return /^\/?content\/posts\//u.test(line);
}

/** The line about the same file; empty when there is none. */
function aboutTheSame(line: string, wanted: readonly string[]): string {
  const [path = ''] = /^(?:\\.|[^\s\\])+/u.exec(line) ?? [];
  return wanted.find((one) => path !== '' && one.startsWith(`${path} `)) ?? '';
}
