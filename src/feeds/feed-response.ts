import type { Catalogue } from '../model/catalogue.ts';
import { absoluteUrl, feedPath, type Permalink } from '../model/permalink.ts';
import type { Post } from '../model/post.ts';
import { feedItems } from './feed-items.ts';
import { rssFeed } from './rss.ts';

/** The RSS feed that follows one list of posts. */
export function feedResponse(
  catalogue: Catalogue,
  list: { permalink: Permalink; name: string | undefined; description: string; posts: readonly Post[] },
): Response {
  const { site } = catalogue;
  const channel = {
    title: list.name === undefined ? site.name : `${list.name} – ${site.name}`,
    description: list.description,
    url: absoluteUrl(site, list.permalink),
    self: absoluteUrl(site, feedPath(list.permalink)),
    language: site.language,
  };
  return new Response(rssFeed(channel, feedItems(catalogue, list.posts)), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
}
