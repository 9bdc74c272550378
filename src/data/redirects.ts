import { absoluteUrl } from '../model/permalink.ts';
import { redirectMap } from '../model/published.ts';
import { plannedPages } from './planned-pages.ts';

/** A page at each old address, for servers that know no redirects. */
export const redirectPages = plannedPages(
  (all) =>
    Object.entries(redirectMap(all)).map(([from, to]) => ({
      params: { redirect: from.slice(1, -1) },
      about: to,
    })),
  ({ site }, to) => ({ to, url: absoluteUrl(site, to), language: site.language }),
);
