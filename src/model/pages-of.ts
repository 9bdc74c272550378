import { numberedPermalink, type Permalink } from './permalink.ts';

/** How many posts one page of a list holds. */
export const pageSize = 50;

export interface ListPage<Item> {
  items: Item[];
  /** Counted from 1. */
  page: number;
  pages: number;
  permalink: Permalink;
}

/** A list cut into pages. An empty list has one empty page, so that its address exists. */
export function pagesOf<Item>(items: readonly Item[], list: Permalink): ListPage<Item>[] {
  const pages = Math.max(1, Math.ceil(items.length / pageSize));
  return Array.from({ length: pages }, (_, index) => ({
    items: items.slice(index * pageSize, (index + 1) * pageSize),
    page: index + 1,
    pages,
    permalink: numberedPermalink(list, index + 1),
  }));
}

/** The route parameter of a page of a list: the first has none, because it is the list itself. */
export function pageParam({ page }: Pick<ListPage<unknown>, 'page'>): string | undefined {
  return page === 1 ? undefined : `page/${String(page)}`;
}
