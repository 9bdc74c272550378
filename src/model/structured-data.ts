import type { Day } from './day.ts';
import type { Named } from './listing.ts';
import { absoluteUrl } from './permalink.ts';
import type { Post } from './post.ts';
import type { Site } from './site.ts';

interface Article {
  post: Pick<Post, 'title' | 'date' | 'lang' | 'body'>;
  url: string;
  excerpt: string;
  authors: readonly Named[];
  tags: readonly Named[];
  revised: Day | undefined;
  talk: { count: number };
}

/** A post in the words of schema.org. */
export function articleData(site: Site, article: Article): Record<string, unknown> {
  const { post, url, excerpt, authors, tags, revised, talk } = article;
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: post.title,
    description: excerpt,
    url,
    inLanguage: post.lang ?? site.language,
    datePublished: post.date,
    dateModified: revised ?? post.date,
    wordCount: post.body.words,
    commentCount: talk.count,
    keywords: tags.map(({ name }) => name),
    author: authors.map(({ name, permalink }) => ({
      '@type': 'Person',
      name,
      url: absoluteUrl(site, permalink),
    })),
    isPartOf: { '@type': 'Blog', name: site.name, url: site.url },
  };
}

/** JSON that cannot end the script element it stands in, nor open a comment there. */
export function scriptSafeJson(data: unknown): string {
  return JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
