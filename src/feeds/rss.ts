import type { FeedItem } from './feed-items.ts';

/** What a feed says of itself. */
export interface Channel {
  title: string;
  description: string;
  /** The page that the feed follows. */
  url: string;
  /** The feed itself. */
  self: string;
  language: string;
}

/** RSS 2.0 with the full text of every item. */
export function rssFeed(
  { title, description, url, self, language }: Channel,
  items: readonly FeedItem[],
): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', title),
    element('link', url),
    element('description', description),
    element('language', language),
    `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    ...items.map(itemXml),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function itemXml(item: FeedItem): string {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.url),
    `<guid isPermaLink="${String(item.id === undefined)}">${escapeXml(item.id ?? item.url)}</guid>`,
    element('pubDate', new Date(item.published).toUTCString()),
    ...item.authors.map((name) => element('dc:creator', name)),
    ...item.tags.map((name) => element('category', name)),
    element('description', item.excerpt),
    element('content:encoded', item.html),
    '</item>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text for XML 1.0, between tags or in an attribute. Characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return text
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
