import { z } from 'zod';
import { slugRule } from './slug.ts';
import { patternProblem } from './policy-pattern.ts';

const text = z.string().trim().min(1);

/** Where a clause can hold. */
export const policyCollections = ['posts', 'pages', 'groups', 'paths', 'authors'] as const;
export type PolicyCollection = (typeof policyCollections)[number];

const pattern = text.max(300).superRefine((value, context) => {
  const problem = patternProblem(value);
  if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
});

export const policyClauseSchema = z
  .strictObject({
    name: slugRule.describe('What an exception calls it by, in the frontmatter. Example: customer-names'),
    clause: text
      .max(400)
      .describe(
        'The sentence of the policy, word for word; the message quotes it. Example: Do not name a customer.',
      ),
    words: z
      .array(text.max(100))
      .default([])
      .describe(
        'Words and phrases that break it, in capital or small letters. Example: [Harbour Trust, gate code]',
      ),
    patterns: z
      .array(pattern)
      .default([])
      .describe('Regular expressions that break it, without * and +. Example: ["BID-[0-9]{4,6}"]'),
    where: z
      .array(z.enum(policyCollections))
      .min(1)
      .default([...policyCollections])
      .describe('The folders it holds for; all, unless it says otherwise. Example: [posts]'),
    mend: text
      .max(300)
      .optional()
      .describe('What to write instead. Example: Write "a harbour in the north".'),
  })
  .refine(({ words, patterns }) => words.length + patterns.length > 0, {
    error: 'A clause needs "words" or "patterns" to look for.',
  });

export const policySchema = z.strictObject({
  clauses: z
    .array(policyClauseSchema)
    .superRefine((clauses, context) => {
      for (const [index, { name }] of clauses.entries())
        if (clauses.findIndex((other) => other.name === name) < index)
          context.addIssue({
            code: 'custom',
            path: [index, 'name'],
            message: `Another clause is called "${name}".`,
          });
    })
    .describe('What may not be posted, clause by clause.'),
});

export type PolicyClause = z.output<typeof policyClauseSchema>;
export type Policy = z.output<typeof policySchema>;
