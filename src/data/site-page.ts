import { pagePermalink } from '../model/permalink.ts';
import { plannedPages } from './planned-pages.ts';
import { provenanceOf } from './provenance.ts';

export const sitePages = plannedPages(
  ({ pages }) => pages.map((page) => ({ params: { page: page.slug }, about: page })),
  (all, page) => ({
    page,
    permalink: pagePermalink(page.slug),
    provenance: provenanceOf(all, page.source),
  }),
);
