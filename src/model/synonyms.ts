import { z } from 'zod';

const word = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^",]+$/u, 'Write one word or a few, without commas and quotation marks.');

const groups = z.array(z.array(word).min(2)).superRefine((lines, context) => {
  const seen = new Set<string>();
  for (const [line, words] of lines.entries())
    for (const [at, text] of words.entries()) {
      const key = text.toLowerCase();
      if (seen.has(key))
        context.addIssue({
          code: 'custom',
          path: [line, at],
          message: `"${text}" is there twice. Put all words for one thing into one line.`,
        });
      seen.add(key);
    }
});

/** `content/synonyms.yml`: lines of words that mean the same to somebody who searches. */
export const synonymsSchema = z.strictObject({
  synonyms: groups.describe('Words that mean the same, one line a thing. Example: [rota, roster, duty list]'),
});

export type Synonyms = z.output<typeof synonymsSchema>['synonyms'];
