import { z } from 'zod';
import { authorSlug, postSlug, tagSlug } from './slug.ts';

const text = z.string().trim().min(1);

export const tagSchema = z.strictObject({
  slug: tagSlug.describe('The name in addresses and in frontmatter. Example: job-aids'),
  label: text.max(60).describe('The name as readers see it. Example: Job aids'),
  description: text.max(200).describe('One line on what belongs here.'),
  aliases: z.array(text).default([]).describe('Other words people try. Example: [checklists, cheat sheets]'),
  pinned: z.array(postSlug).max(3).default([]).describe('Up to three posts to start with.'),
  trainer: authorSlug.optional().describe('Who to ask about this topic.'),
});

export const taxonomySchema = z.strictObject({ tags: z.array(tagSchema).describe('All topics.') });

export type Tag = z.output<typeof tagSchema>;
