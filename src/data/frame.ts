import type { Catalogue } from '../model/catalogue.ts';
import type { Frame } from '../model/frame.ts';
import type { Page } from '../model/page.ts';
import { pagePermalink, type Permalink } from '../model/permalink.ts';
import { openCatalogue } from './catalogue.ts';

let last: { of: Catalogue; frame: Frame } | undefined;

/** What every page of this build shares. */
export function siteFrame(): Frame {
  const all = openCatalogue();
  if (last?.of !== all) last = { of: all, frame: frameOf(all) };
  return last.frame;
}

function frameOf({ site, notice, view, pages }: Catalogue): Frame {
  return {
    site,
    notice,
    builtOn: view.day,
    preview: view.preview,
    policy: pages.filter(({ slug }) => slug === 'policy').map(link)[0],
    pages: pages.map(link),
  };
}

function link({ title, slug }: Pick<Page, 'title' | 'slug'>): { title: string; permalink: Permalink } {
  return { title, permalink: pagePermalink(slug) };
}
