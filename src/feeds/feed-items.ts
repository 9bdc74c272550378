import { bodyHtml, remarkBodies } from '../data/bodies.ts';
import { excerptOf, revisedOn, type Catalogue } from '../model/catalogue.ts';
import type { Day } from '../model/day.ts';
import { firstWords } from '../model/first-words.ts';
import { authorsOf, tagsOf } from '../model/listing.ts';
import { absoluteUrl, postPermalink } from '../model/permalink.ts';
import type { Post } from '../model/post.ts';

/** How many posts a feed holds. */
const feedLength = 30;

export interface FeedItem {
  /** What stays the same whatever becomes of its address; without it, the address. */
  id?: string;
  title: string;
  url: string;
  excerpt: string;
  /** The whole body as HTML with absolute addresses. */
  html: string;
  /** The moment, in UTC. Posts come out at the start of their day. */
  published: string;
  revised: string | undefined;
  authors: string[];
  tags: string[];
  language: string;
}

/** An item before its body is read, as plain data. */
export type FeedEntry = Omit<FeedItem, 'excerpt' | 'html'> & {
  /** The page that addresses in the body are relative to. */
  page: string;
  body:
    | { kind: 'post'; digest: string; excerpt: string }
    | { kind: 'remark'; bodyDigest: string; id: string; before: string };
};

/** The newest posts of a list. */
export function postEntries(catalogue: Catalogue, posts: readonly Post[]): FeedEntry[] {
  const { site } = catalogue;
  return posts.slice(0, feedLength).map((post) => ({
    title: post.title,
    url: absoluteUrl(site, postPermalink(post.slug)),
    page: absoluteUrl(site, postPermalink(post.slug)),
    body: { kind: 'post', digest: post.body.digest, excerpt: excerptOf(post) },
    published: startOf(post.date),
    revised: revised(post),
    authors: authorsOf(catalogue, post).map(({ name }) => name),
    tags: tagsOf(catalogue, post).map(({ name }) => name),
    language: post.lang ?? site.language,
  }));
}

/** The newest posts of a list with their full text. */
export function feedItems(catalogue: Catalogue, posts: readonly Post[]): FeedItem[] {
  return withBodies(postEntries(catalogue, posts));
}

/** Entries with their full text. The bodies of a thread are read once, however many of its remarks there are. */
export function withBodies(entries: readonly FeedEntry[], bodiesOf = remarkBodies): FeedItem[] {
  const threads = new Map<string, Record<string, string>>();
  return entries.map(({ body, page, ...item }) => {
    if (body.kind === 'post')
      return { ...item, excerpt: body.excerpt, html: withAbsoluteUrls(bodyHtml(body), page) };
    const bodies = threads.get(body.bodyDigest) ?? bodiesOf(body);
    threads.set(body.bodyDigest, bodies);
    const html = bodies[body.id] ?? '';
    const excerpt = `${body.before}${firstWords(html)}`.trim();
    return { ...item, excerpt, html: withAbsoluteUrls(html, page) };
  });
}

function startOf(day: Day): string {
  return `${day}T00:00:00Z`;
}

function revised(post: Post): string | undefined {
  const day = revisedOn(post);
  return day === undefined ? undefined : startOf(day);
}

/** HTML whose links and pictures work outside the page: `/x` and `#x` become full addresses. */
export function withAbsoluteUrls(html: string, base: string): string {
  return html.replace(tag, (whole) => withAbsoluteAttributes(whole, base));
}

// Text may hold ` href="/x"` too, in a sample of code, and stays as it is written. There, "<" is always escaped.
const tag = /<[a-z](?:[^>"]|"[^"]*")*>/giu;

function withAbsoluteAttributes(element: string, base: string): string {
  return element
    .replace(/ (href|src)="([^"]*)"/gu, (_whole, name: string, address: string) => {
      return ` ${name}="${absolute(address, base)}"`;
    })
    .replace(/ srcset="([^"]*)"/gu, (_whole, sizes: string) => {
      const all = sizes.split(', ').map((size) => {
        const [address = '', width = ''] = size.split(' ');
        return `${absolute(address, base)} ${width}`;
      });
      return ` srcset="${all.join(', ')}"`;
    });
}

/** An address from an attribute, still escaped, against a base. */
function absolute(address: string, base: string): string {
  return address.startsWith('/') || address.startsWith('#') ? new URL(address, base).href : address;
}
