import { createHash } from 'node:crypto';
import { threadKey } from '../../src/model/content.ts';
import type { Site } from '../../src/model/site.ts';
import { postSlug } from '../../src/model/slug.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import type { IndexRow } from './index-queries.ts';

/** Which discussions the content folder asks for. */
export interface Wanted {
  /** The categories that are copied, and which file names each. */
  categories: { name: string; namedBy: string }[];
  /** The categories of closed groups, in small letters, with the name of the group. */
  closed: ReadonlyMap<string, string>;
  /** Where discussions become questions, in small letters. */
  questions: ReadonlySet<string>;
  /** Where the threads of posts are, in small letters; anywhere when undefined. */
  ofPosts: string | undefined;
  /** The thread keys of the posts, and their digests as giscus writes them. */
  keys: ReadonlyMap<string, string>;
  /** The thread keys of posts that ask something. */
  asking: ReadonlySet<string>;
  /** The thread keys of posts in closed groups, and their digests. */
  closedKeys: ReadonlyMap<string, string>;
}

type Source = Pick<SourceContent, 'posts' | 'groups'>;

/** Nothing of a closed group is wanted, whatever else names its category. */
export function wantedFrom(site: Site, { posts, groups }: Source): Wanted {
  const closedGroups = groups.filter(({ data }) => data.access === 'closed');
  const closed = new Map(
    closedGroups.flatMap(({ data }) =>
      data.discussion === undefined ? [] : [[small(data.discussion), data.name] as const],
    ),
  );
  const closedSlugs = new Set<string>(closedGroups.map(({ slug }) => slug));
  const ofQuestions = [
    { name: site.forge?.questions, namedBy: 'forge.questions in site.yml' },
    ...site.threads.categories.map((name) => ({ name, namedBy: 'threads.categories in site.yml' })),
    ...groups.map(({ data, path }) => ({ name: data.discussion, namedBy: `discussion in ${path}` })),
  ];
  const ofPosts = site.comments.mode === 'giscus' ? site.comments.category : undefined;
  const all = [{ name: ofPosts, namedBy: 'comments.category in site.yml' }, ...ofQuestions];
  const categories = new Map<string, Wanted['categories'][number]>();
  for (const { name, namedBy } of all)
    if (name !== undefined && !closed.has(small(name)) && !categories.has(small(name)))
      categories.set(small(name), { name, namedBy });
  const keyed = posts.map(({ slug, data }) => ({
    key: threadKey({ slug: postSlug.parse(slug), formerly: data.formerly }),
    isClosed: data.group !== undefined && closedSlugs.has(data.group),
    asks: data.kind === 'question',
  }));
  const open = keyed.filter(({ isClosed }) => !isClosed);
  const digests = (those: typeof keyed) => new Map(those.map(({ key }) => [key, sha1(key)]));
  return {
    categories: [...categories.values()],
    closed,
    questions: new Set(ofQuestions.flatMap(({ name }) => (name === undefined ? [] : [small(name)]))),
    ofPosts: ofPosts === undefined ? undefined : small(ofPosts),
    keys: digests(open),
    asking: new Set(open.flatMap(({ key, asks }) => (asks ? [key] : []))),
    closedKeys: digests(keyed.filter(({ isClosed }) => isClosed)),
  };
}

type Placed = Pick<IndexRow, 'number' | 'title' | 'body' | 'category'>;

/** The file of a discussion, relative to the content folder; undefined when nobody asks for it. */
export function placeOf(row: Placed, wanted: Wanted): string | undefined {
  const category = small(row.category.name);
  if (wanted.closed.has(category) || isOfClosedPost(row, wanted)) return undefined;
  const key = keyOf(row, wanted.keys);
  const isAmongPosts = wanted.ofPosts === undefined || wanted.ofPosts === category;
  // Only a category of questions has accepted answers, so the thread of a post that asks may be there.
  const isAnswerable = markOf(row.body) !== undefined && wanted.questions.has(category);
  if (key !== undefined && (isAmongPosts || (isAnswerable && wanted.asking.has(key))))
    return `threads/${key}.json`;
  return wanted.questions.has(category) ? `threads/questions/${row.number}.json` : undefined;
}

type Opening = Pick<IndexRow, 'title' | 'body'>;

/** Whether a discussion is about a post of a closed group, in whatever category it is. */
export function isOfClosedPost(opening: Opening, { closedKeys }: Pick<Wanted, 'closedKeys'>): boolean {
  return keyOf(opening, closedKeys) !== undefined;
}

/** A digest in the opening words says whose thread this is, whatever the title has become; without one, the title does. */
function keyOf({ title, body }: Opening, keys: Wanted['keys']): string | undefined {
  const marked = markOf(body);
  if (marked === undefined) return keys.has(title) ? title : undefined;
  return [...keys].find(([, digest]) => digest === marked)?.[0];
}

/** The digest that giscus puts into the opening words of a thread. */
export function markOf(body: string): string | undefined {
  return /<!--\s*sha1:\s*([0-9a-f]{40})\s*-->/u.exec(body)?.[1];
}

/** Names of categories are the same in capital letters. */
export function small(name: string): string {
  return name.toLowerCase();
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
