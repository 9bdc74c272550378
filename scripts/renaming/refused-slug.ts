import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isWindowsDevice } from '../../src/model/file-name.ts';
import { nearest } from '../../src/model/nearest.ts';
import { createDestinations } from '../../src/model/redirects.ts';
import { lookAlikes } from '../../src/model/similar.ts';
import { freeSlug, slugFromTitle } from '../../src/model/slug-from-title.ts';
import { isSlug } from '../../src/model/slug.ts';

/** A post as far as its names go. */
export interface NamedPost {
  slug: string;
  path: string;
  /** Older slugs, oldest first. */
  formerly: readonly string[];
}

export interface Slugs {
  from: string;
  to: string;
}

interface Known {
  /** The content folder. */
  dir: string;
  posts: readonly NamedPost[];
  redirects: Readonly<Record<string, string>>;
}

/** Why a post cannot be renamed so, in whole sentences that say what would do; undefined when it can. */
export function refusedSlug({ from, to }: Slugs, known: Known): string | undefined {
  const { posts, redirects, dir } = known;
  const taken = slugsTaken(known);
  const own = posts.find(({ slug }) => slug === from);
  if (own === undefined) return noSuchPost(from, posts);
  const instead = (slug: string) => `Take another, such as "${freeSlug(slug, (one) => taken.has(one))}".`;
  if (to === from) return `The post is called "${to}" already.`;
  if (!isSlug(to))
    return `"${to}" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters. ${instead(slugFromTitle(to, 'another-name'))}`;
  if (isWindowsDevice(to))
    return `Windows keeps the name "${to}" for a device, so the repository could not be checked out there. ${instead(`${to}-post`)}`;
  const holder = posts.find((post) => post !== own && [post.slug, ...post.formerly].includes(to));
  if (holder?.slug === to) return `The slug "${to}" belongs to ${holder.path}. ${instead(to)}`;
  if (holder !== undefined)
    return `"${to}" is an old slug of ${holder.path}, and its old address leads there. ${instead(to)}`;
  const destination = createDestinations(redirects)(`/posts/${to}/`);
  if (redirects[`/posts/${to}/`] !== undefined && destination !== `/posts/${from}/`)
    return `redirects.yml sends readers of /posts/${to}/ to ${destination ?? 'a page that sends them back'}. Delete that line first, or take another slug, such as "${freeSlug(to, (one) => taken.has(one))}".`;
  const there = namesIn(join(dir, 'posts')).find((name) => withoutEnding(name) === to);
  if (there !== undefined && withoutEnding(there) !== withoutEnding(from))
    return `There is a file or folder posts/${there} already. ${instead(to)}`;
  const alike = lookAlikes([...posts.filter((post) => post !== own), { slug: to, path: '' }]);
  const other = alike.find(({ slug, other }) => slug === to || other.slug === to);
  return other === undefined
    ? undefined
    : `Readers could take "${to}" for "${other.slug === to ? other.other.slug : other.slug}". Give it a name of its own.`;
}

function slugsTaken({ dir, posts, redirects }: Known): Set<string> {
  return new Set([
    ...namesIn(join(dir, 'posts')).map(withoutEnding),
    ...posts.flatMap(({ slug, formerly }) => [slug, ...formerly]),
    ...Object.keys(redirects).map((path) => path.replace(/^\/posts\/|\/$/gu, '')),
  ]);
}

function noSuchPost(name: string, posts: readonly NamedPost[]): string {
  const renamed = posts.find(({ formerly }) => formerly.includes(name));
  if (renamed !== undefined) return `"${name}" is an old slug; the post is called "${renamed.slug}".`;
  const [suggestion] = nearest(
    name,
    posts.map(({ slug }) => slug),
  );
  return `No post has the slug "${name}".${suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`}`;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** As systems compare names that know no capitals. */
function withoutEnding(name: string): string {
  return name
    .replace(/\.mdx?$/iu, '')
    .normalize('NFC')
    .toLowerCase();
}
