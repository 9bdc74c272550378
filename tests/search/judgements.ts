import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { postSlug } from '../../src/model/slug.ts';

/** In which way the words of a question differ from those of its answer. */
export const questionKinds = ['plain', 'misspelt', 'synonym', 'phrase', 'code', 'conversation'] as const;

const questionSchema = z.strictObject({
  query: z.string().trim().min(1),
  kind: z.enum(questionKinds),
  /** Slugs of the posts that answer it. Any of them counts. */
  wants: z.array(postSlug).min(1),
  because: z.string().min(1),
});

const judgementsSchema = z.strictObject({ questions: z.array(questionSchema).min(1) });

/** A question that somebody would ask the sample blog, and the posts that must answer it. */
export type Question = z.output<typeof questionSchema>;

/** The judged questions. Throws when the file says something else. */
export function readJudgements(): Question[] {
  const text = readFileSync(new URL('judgements.yml', import.meta.url), 'utf8');
  return judgementsSchema.parse(parse(text)).questions;
}
