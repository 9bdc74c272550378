import { join } from 'node:path';
import { isSlug } from '../../src/model/slug.ts';
import type { SourceContent } from '../../src/source/read-content.ts';
import { editFrontmatter, editYaml } from '../writing/frontmatter-edits.ts';
import { ownersList } from '../writing/owners-list.ts';
import { postMender } from './mended-address.ts';
import type { MendedFile } from './mended-file.ts';
import { mendFiles, type MendedFiles, type Mending } from './mend-files.ts';
import { refusedSlug, type NamedPost, type Slugs } from './refused-slug.ts';

/** Everything that has to be done so that a post has another slug and nothing that names it breaks; or why it cannot be. */
export async function planRename(
  { dir, root }: { dir: string; root: string },
  source: SourceContent,
  slugs: Slugs,
): Promise<MendedFiles | { refused: string }> {
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
  const newPath = (path: string) => (path === post.path ? path.replace(move.from, move.to) : path);

  const mender = postMender({ ...slugs, isFolder, origin: source.site?.data.url });
  const found = await mendFiles(dir, source, mender, mending(post, slugs, redirects));
  if (found.unread.includes(post.path))
    return {
      refused: `The frontmatter of ${post.path} cannot be changed as it is. Mend it first: npm run check`,
    };
  const owners = dir === join(root, 'content') ? await ownersAfter(root, source, newPath) : [];
  return {
    move,
    rewrites: [...found.rewrites.map(({ path, text }) => ({ path: newPath(path), text })), ...owners],
    mends: new Map([...found.mends].map(([path, mends]) => [newPath(path), mends])),
    unread: found.unread,
  };
}

/** Beside the links, the post itself has to know its old slugs, and no redirect may start where it is to live. */
function mending(post: NamedPost, slugs: Slugs, redirects: Readonly<Record<string, string>>): Mending {
  return (path, text, links) => {
    // The field first, so that the lines of the rest are those of the new text.
    const named = path === post.path ? withFormerly(text, formerlyOf(post, slugs)) : { text, mends: [] };
    const linked = links(named.text);
    const all = { text: linked.text, mends: [...named.mends, ...linked.mends] };
    return path === 'redirects.yml' ? withoutRedirect(all, slugs, redirects) : all;
  };
}

/** The list of owners as it is to be, where the command keeps one. */
async function ownersAfter(root: string, source: SourceContent, newPath: (path: string) => string) {
  const posts = source.posts.map((post) => ({ ...post, path: newPath(post.path) }));
  const list = await ownersList(root, { ...source, posts });
  const isOurs = list?.before !== undefined && !list.isKept && list.before !== list.text;
  return isOurs ? [{ path: `../${list.path}`, text: list.text }] : [];
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

/**
 * The old slugs of the post after the renaming. The first one names its conversation, and stays first even where it becomes
 * the slug again.
 */
function formerlyOf({ formerly }: NamedPost, { from, to }: Slugs): string[] {
  return [...formerly, from].filter((slug, index) => isSlug(slug) && (slug !== to || index === 0));
}

function withFormerly(text: string, formerly: readonly string[]): MendedFile {
  if (formerly.length === 0) return { text, mends: [] };
  const edited = editFrontmatter(text, [{ kind: 'set', path: ['formerly'], value: formerly }]);
  if (edited === undefined) throw new Error('The field "formerly" cannot be set.');
  if (edited === text) return { text, mends: [] };
  const line = edited.split('\n').findIndex((one) => one.startsWith('formerly:')) + 1;
  return { text: edited, mends: [{ line, written: '', instead: `formerly: [${formerly.join(', ')}]` }] };
}

/** A redirect that starts where the post is to live would keep readers from it. */
function withoutRedirect(
  { text, mends }: MendedFile,
  { to }: Slugs,
  redirects: Readonly<Record<string, string>>,
): MendedFile {
  const old = `/posts/${to}/`;
  if (redirects[old] === undefined) return { text, mends };
  const edited = editYaml(text, [{ kind: 'remove', path: ['redirects', old] }]);
  if (edited === undefined) throw new Error(`The redirect ${old} cannot be taken out.`);
  const line = text.split('\n').findIndex((one) => one.includes(old)) + 1;
  return { text: edited, mends: [...mends, { line, written: `the redirect from ${old}`, instead: '' }] };
}
