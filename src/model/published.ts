import type { Catalogue } from './catalogue.ts';
import { postPermalink } from './permalink.ts';
import type { Picture } from './post.ts';

/** The addresses of all pictures, in all sizes, and attachments that this audience's pages show or link to. */
export function publishedFilesOf(catalogue: Catalogue): string[] {
  const { posts, groups, paths, pages, authors } = catalogue;
  const bodies = [...posts, ...groups, ...paths, ...pages].map(({ body }) => body);
  const pictures = [
    ...posts.flatMap(({ coverPicture }) => coverPicture ?? []),
    ...authors.flatMap(({ portrait }) => portrait ?? []),
  ];
  const addresses = [...bodies.flatMap(({ files }) => files), ...pictures.flatMap(sizesOf)];
  return [...new Set(addresses)].sort();
}

function sizesOf({ srcset }: Picture): string[] {
  return srcset.split(', ').map((size) => size.split(' ')[0] ?? '');
}

/** Old permalink → new permalink, for renamed posts that are visible and for everything in redirects.yml. */
export function redirectMap({
  posts,
  redirects,
}: Pick<Catalogue, 'posts' | 'redirects'>): Record<string, string> {
  const renamed = posts.flatMap(({ slug, formerly }) =>
    formerly.map((old): [string, string] => [postPermalink(old), postPermalink(slug)]),
  );
  return Object.fromEntries([...Object.entries(redirects), ...renamed].sort(([a], [b]) => (a < b ? -1 : 1)));
}
