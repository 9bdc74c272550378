import { z } from 'zod';
import { allowField } from './allow.ts';
import type { BodyFacts, Source } from './post.ts';
import type { PageSlug } from './slug.ts';

const text = z.string().trim().min(1);

export const pageFrontmatterSchema = z.strictObject({
  title: text.max(120).describe('The name of the page. Example: What may be posted here'),
  excerpt: text.max(300).optional().describe('One or two sentences for search results.'),
  allow: allowField,
});

/** Addresses that routes of the engine answer; a page of that name would never be seen. */
export const reservedPageSlugs = [
  '404',
  'archive',
  'authors',
  'comments',
  'files',
  'groups',
  'pagefind',
  'paths',
  'pictures',
  'posts',
  'questions',
  'search',
  'tags',
  'write',
];

export type Page = z.output<typeof pageFrontmatterSchema> & {
  slug: PageSlug;
  source: Source;
  body: BodyFacts;
};
