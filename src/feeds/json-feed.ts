import type { Site } from '../model/site.ts';
import { absoluteUrl, homePermalink, jsonFeedPath } from '../model/permalink.ts';
import type { FeedItem } from './feed-items.ts';

/** JSON Feed 1.1 with the full text of every item. */
export function jsonFeed(site: Site, items: readonly FeedItem[]): Record<string, unknown> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: site.purpose,
    home_page_url: absoluteUrl(site, homePermalink),
    feed_url: absoluteUrl(site, jsonFeedPath),
    language: site.language,
    items: items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      summary: item.excerpt,
      content_html: item.html,
      date_published: item.published,
      ...(item.revised !== undefined && { date_modified: item.revised }),
      authors: item.authors.map((name) => ({ name })),
      tags: item.tags,
      language: item.language,
    })),
  };
}
