import { z } from 'zod';
import { allowField } from './allow.ts';
import type { BodyFacts, Source } from './post.ts';
import { postSlug, type PathSlug } from './slug.ts';

const text = z.string().trim().min(1);

/** What a step may ask of a learner. */
export const requirementSchema = z.enum(['read', 'comment', 'acknowledge', 'quiz']);
export type Requirement = z.output<typeof requirementSchema>;

export const pathFrontmatterSchema = z.strictObject({
  title: text.max(120).describe('The name of the learning path. Example: Your first thirty days'),
  for: text.max(200).describe('Who it is for, in a phrase. Example: everybody who joined this month'),
  outcome: text.max(300).describe('What you will be able to do at the end.'),
  steps: z
    .array(
      z.strictObject({
        post: postSlug.describe('The slug of the post to read.'),
        because: text.max(300).describe('Why it is here, in one sentence.'),
        requires: z.array(requirementSchema).default(['read']).describe('What the step asks for.'),
        afterDays: z.int().min(0).max(3650).optional().describe('How many days after the start it is due.'),
      }),
    )
    .min(1)
    .describe('The steps, in order.'),
  allow: allowField,
});

export type PathStep = z.output<typeof pathFrontmatterSchema>['steps'][number];

export type LearningPath = z.output<typeof pathFrontmatterSchema> & {
  slug: PathSlug;
  source: Source;
  body: BodyFacts;
};
