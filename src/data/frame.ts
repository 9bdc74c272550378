import type { Frame } from '../model/frame.ts';
import { pagePermalink } from '../model/permalink.ts';
import { catalogue } from './catalogue.ts';

export function siteFrame(): Frame {
  const { site, notice, view, posts, pages } = catalogue();
  return {
    site,
    notice,
    builtOn: view.day,
    preview: view.preview,
    postCount: posts.length,
    pages: pages.map(({ title, slug }) => ({ title, permalink: pagePermalink(slug) })),
  };
}
