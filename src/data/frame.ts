import type { Frame } from '../model/frame.ts';
import { pagePermalink } from '../model/permalink.ts';
import { catalogue } from './catalogue.ts';

export async function siteFrame(): Promise<Frame> {
  const { site, notice, view, posts, pages } = await catalogue();
  return {
    site,
    notice,
    builtOn: view.day,
    preview: view.preview,
    postCount: posts.length,
    pages: pages.map(({ title, slug }) => ({ title, permalink: pagePermalink(slug) })),
  };
}
