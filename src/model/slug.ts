import { z } from 'zod';

/** What every slug matches. */
export const slugPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** The text rule that every slug obeys: lower-case words of a–z and 0–9 joined by single hyphens, at most 80 characters. */
export const slugRule = z
  .string()
  .max(80, 'A slug has at most 80 characters.')
  .regex(
    slugPattern,
    'A slug holds only lower-case letters a–z, digits and single hyphens, such as "first-day-checklist".',
  );

export const postSlug = slugRule.brand<'PostSlug'>();
export const questionSlug = slugRule.brand<'QuestionSlug'>();
export const authorSlug = slugRule.brand<'AuthorSlug'>();
export const tagSlug = slugRule.brand<'TagSlug'>();
export const groupSlug = slugRule.brand<'GroupSlug'>();
export const pathSlug = slugRule.brand<'PathSlug'>();
export const pageSlug = slugRule.brand<'PageSlug'>();

export type PostSlug = z.output<typeof postSlug>;
export type QuestionSlug = z.output<typeof questionSlug>;
export type AuthorSlug = z.output<typeof authorSlug>;
export type TagSlug = z.output<typeof tagSlug>;
export type GroupSlug = z.output<typeof groupSlug>;
export type PathSlug = z.output<typeof pathSlug>;
export type PageSlug = z.output<typeof pageSlug>;

export function isSlug(text: string): boolean {
  return slugRule.safeParse(text).success;
}
