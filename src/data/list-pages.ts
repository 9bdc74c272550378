import type { Catalogue } from '../model/catalogue.ts';
import { listingOf, rowOf } from '../model/listing.ts';
import { pageParam, pagesOf, type ListPage } from '../model/pages-of.ts';
import { postsPermalink, yearPermalink, type Permalink } from '../model/permalink.ts';
import type { Post } from '../model/post.ts';
import { plannedPages } from './planned-pages.ts';

/** A page of a list as it is shown, with rows for its posts. */
export function listPage(catalogue: Catalogue, { items, ...page }: ListPage<Post>) {
  return { ...page, items: items.map((post) => rowOf(catalogue, post)) };
}

/**
 * The pages of a list that belongs to something, with the parameters of their routes. What stands on all of them, `besides`,
 * is asked for once.
 */
export function listPagesOf<Besides>(
  slug: string,
  posts: readonly Post[] | undefined,
  permalink: Permalink,
  besides: () => Besides,
) {
  let last: { value: Besides } | undefined;
  const once = () => (last ??= { value: besides() }).value;
  return pagesOf(posts ?? [], permalink).map((list) => ({
    params: { slug, page: pageParam(list) },
    about: { permalink, list, besides: once },
  }));
}

export const allPostsPages = plannedPages(
  ({ posts }) =>
    pagesOf(posts, postsPermalink).map((list) => ({ params: { page: pageParam(list) }, about: list })),
  (all, { items, ...page }) => ({
    list: { ...page, items: items.map((post) => listingOf(all, post)) },
    years: [...all.postsByYear.keys()],
  }),
);

export const yearPages = plannedPages(
  ({ postsByYear }) =>
    [...postsByYear].map(([year, posts]) => ({ params: { year }, about: { year, posts } })),
  (all, { year, posts }) => ({
    year,
    permalink: yearPermalink(year),
    posts: posts.map((post) => rowOf(all, post)),
  }),
);
