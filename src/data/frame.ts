import type { Frame } from '../model/frame.ts';
import type { Page } from '../model/page.ts';
import { pagePermalink, type Permalink } from '../model/permalink.ts';
import { catalogue } from './catalogue.ts';

export function siteFrame(): Frame {
  const { site, notice, view, posts, pages } = catalogue();
  return {
    site,
    notice,
    builtOn: view.day,
    preview: view.preview,
    postCount: posts.length,
    policy: pages.filter(({ slug }) => slug === 'policy').map(link)[0],
    pages: pages.map(link),
  };
}

function link({ title, slug }: Pick<Page, 'title' | 'slug'>): { title: string; permalink: Permalink } {
  return { title, permalink: pagePermalink(slug) };
}
