import { z } from 'zod';

const text = z.string().trim().min(1);

/** The field `allow` of every frontmatter: exceptions from rules of the check, for the whole file. */
export const allowField = z
  .array(
    z.strictObject({
      rule: text.describe('The rule, as its message names it. Example: long-sentence'),
      because: text.describe('Why it may be so here. A reviewer reads it.'),
      clause: text.optional().describe('For the rule policy: the name of the clause in content/policy.yml.'),
    }),
  )
  .default([])
  .describe('Rules of the check that are silenced for this file, each with a reason.');
