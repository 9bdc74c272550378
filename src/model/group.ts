import { z } from 'zod';
import { allowField } from './allow.ts';
import { outwardLink } from './author.ts';
import { commentMode } from './comment-mode.ts';
import type { BodyFacts, Source } from './post.ts';
import { authorSlug, type GroupSlug } from './slug.ts';

const text = z.string().trim().min(1);

export const groupFrontmatterSchema = z.strictObject({
  name: text.max(80).describe('The name of the group. Example: Calibration circle'),
  purpose: text.max(300).describe('What the group is for, in one sentence.'),
  stewards: z.array(authorSlug).min(1).describe('Who runs it and answers for it.'),
  members: z.array(authorSlug).default([]).describe('Who takes part.'),
  access: z
    .enum(['open', 'closed'])
    .default('open')
    .describe(
      'open: everybody reads along. closed: this page is public, with its purpose and how to ask, but no post of the group.',
    ),
  resources: z
    .array(
      z.strictObject({
        label: text.describe('What it is.'),
        link: outwardLink.describe('Where it is.'),
        note: text.optional().describe('Why it helps.'),
      }),
    )
    .default([])
    .describe('Links and documents that the group keeps.'),
  discussion: text.optional().describe('The category of the discussion forum that belongs to the group.'),
  comments: commentMode
    .optional()
    .describe(
      'How readers take part in the conversations of the group, if not as everywhere: off, link (to the forge) or giscus (in the page).',
    ),
  allow: allowField,
});

/** Whether a category of discussions belongs to a group. Capitals make no difference, as on the forge. */
export function hasCategory(
  { discussion }: { discussion?: string | undefined },
  { name }: { name: string },
): boolean {
  return discussion?.toLowerCase() === name.toLowerCase();
}

export type Group = z.output<typeof groupFrontmatterSchema> & {
  slug: GroupSlug;
  source: Source;
  body: BodyFacts;
};
