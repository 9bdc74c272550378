import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isSlug } from '../../src/model/slug.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import { editFrontmatter, editYaml } from '../writing/frontmatter-edits.ts';
import type { Changes } from '../writing/make-changes.ts';
import { ownersList } from '../writing/owners-list.ts';
import { mendedFile, type Mend } from './mended-file.ts';
import type { Renaming } from './mended-address.ts';
import { refusedSlug, type NamedPost, type Slugs } from './refused-slug.ts';

/** What a renaming does, before anything of it is done. Paths are relative to the content folder. */
export interface RenamePlan extends Changes {
  /** What changes in which file, by its path after the renaming. */
  mends: ReadonlyMap<string, readonly Mend[]>;
  /** Files that hold the old slug, but cannot be taken apart to see whether they name the post. */
  unread: string[];
}

/** Everything that has to be done so that a post has another slug and nothing that names it breaks; or why it cannot be. */
export async function planRename(
  { dir, root }: { dir: string; root: string },
  source: SourceContent,
  slugs: Slugs,
): Promise<RenamePlan | { refused: string }> {
  const { from, to } = slugs;
  const posts = namedPosts(source);
  const { redirects } = source.redirects.data;
  const refused = refusedSlug(slugs, { dir, posts, redirects });
  const post = posts.find(({ slug }) => slug === from);
  if (refused !== undefined || post === undefined) return { refused: refused ?? '' };

  const isFolder = post.path.split('/').length > 2;
  const move = isFolder
    ? { from: `posts/${from}`, to: `posts/${to}` }
    : { from: post.path, to: `posts/${to}${post.path.slice(`posts/${from}`.length)}` };
  const renaming: Renaming = { from, to, isFolder, origin: source.site?.data.url };
  const newPath = (path: string) => (path === post.path ? path.replace(move.from, move.to) : path);

  const rewrites: { path: string; text: string }[] = [];
  const mends = new Map<string, Mend[]>();
  const unread: string[] = [];
  for (const path of filesToSearch(source)) {
    const bytes = await readFile(join(dir, path), 'utf8').catch(() => '');
    const mark = bytes.startsWith('\uFEFF') ? '\uFEFF' : '';
    const own = path === post.path ? formerlyOf(post, slugs) : undefined;
    const result = mended(path, bytes.slice(mark.length), renaming, { own, redirects });
    if (result === 'unreadable') {
      if (own !== undefined)
        return {
          refused: `The frontmatter of ${path} cannot be changed as it is. Mend it first: npm run check`,
        };
      unread.push(path);
    } else if (result !== undefined) {
      rewrites.push({ path: newPath(path), text: mark + result.text });
      mends.set(newPath(path), result.mends);
    }
  }
  const owners = dir === join(root, 'content') ? await ownersAfter(root, source, newPath) : undefined;
  if (owners !== undefined) rewrites.push(owners);
  return { move, rewrites, mends, unread };
}

/** The list of owners as it is to be, where the command keeps one. */
async function ownersAfter(root: string, source: SourceContent, newPath: (path: string) => string) {
  const posts = source.posts.map((post) => ({ ...post, path: newPath(post.path) }));
  const list = await ownersList(root, { ...source, posts });
  const isOurs = list?.before !== undefined && !list.isKept && list.before !== list.text;
  return isOurs ? { path: `../${list.path}`, text: list.text } : undefined;
}

function namedPosts(source: SourceContent): NamedPost[] {
  const damaged = source.damaged.filter(({ collection }) => collection === 'posts');
  const formerlyIn = ({ formerly }: Record<string, unknown>) =>
    Array.isArray(formerly) ? formerly.map(String) : [];
  return [
    ...source.posts.map(({ slug, path, data }) => ({ slug, path, formerly: data.formerly })),
    ...damaged.map(({ slug, path, data }) => ({ slug, path, formerly: formerlyIn(data) })),
  ];
}

function filesToSearch({ files }: SourceContent): string[] {
  const singles = ['site.yml', 'tags.yml', 'redirects.yml'];
  return [...singles, ...files].filter((path) => !path.startsWith('threads/'));
}

interface Beyond {
  /** For the post itself: what it was called, oldest first. */
  own: readonly string[] | undefined;
  redirects: Readonly<Record<string, string>>;
}

function mended(path: string, text: string, renaming: Renaming, { own, redirects }: Beyond) {
  try {
    // The field first, so that the lines of the rest are those of the new text.
    const named = own === undefined ? { text, mends: [] } : withFormerly(text, own);
    const linked = mendedFile(path, named.text, renaming) ?? { text: named.text, mends: [] };
    const all = { text: linked.text, mends: [...named.mends, ...linked.mends] };
    const result = path === 'redirects.yml' ? withoutRedirect(all, renaming, redirects) : all;
    return result.mends.length === 0 ? undefined : result;
  } catch {
    return 'unreadable';
  }
}

interface Result {
  text: string;
  mends: Mend[];
}

/**
 * The old slugs of the post after the renaming. The first one names its conversation, and stays first even where it becomes
 * the slug again.
 */
function formerlyOf({ formerly }: NamedPost, { from, to }: Slugs): string[] {
  return [...formerly, from].filter((slug, index) => isSlug(slug) && (slug !== to || index === 0));
}

function withFormerly(text: string, formerly: readonly string[]): Result {
  if (formerly.length === 0) return { text, mends: [] };
  const edited = editFrontmatter(text, [{ kind: 'set', path: ['formerly'], value: formerly }]);
  if (edited === undefined) throw new Error('The field "formerly" cannot be set.');
  if (edited === text) return { text, mends: [] };
  const line = edited.split('\n').findIndex((one) => one.startsWith('formerly:')) + 1;
  return { text: edited, mends: [{ line, written: '', instead: `formerly: [${formerly.join(', ')}]` }] };
}

/** A redirect that starts where the post is to live would keep readers from it. */
function withoutRedirect({ text, mends }: Result, { to }: Renaming, redirects: Beyond['redirects']): Result {
  const old = `/posts/${to}/`;
  if (redirects[old] === undefined) return { text, mends };
  const edited = editYaml(text, [{ kind: 'remove', path: ['redirects', old] }]);
  if (edited === undefined) throw new Error(`The redirect ${old} cannot be taken out.`);
  const line = text.split('\n').findIndex((one) => one.includes(old)) + 1;
  return { text: edited, mends: [...mends, { line, written: `the redirect from ${old}`, instead: '' }] };
}
