import { z } from 'zod';
import { daySchema } from './day.ts';
import type { Picture } from './post.ts';
import type { AuthorSlug } from './slug.ts';

const text = z.string().trim().min(1);

/** An address that a browser can open without running anything. */
export const outwardLink = z
  .string()
  .regex(
    /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))\S*$/u,
    'A link starts with https://, mailto:, tel: or with / for a page of this blog.',
  );

/** What stands in for a role until its owner says it. */
export const roleToFill = 'What you do, and where';

export const authorSchema = z.strictObject({
  name: text.max(120).describe('The name as it should be shown. Example: Inês Carvalho'),
  role: text
    .max(160)
    .refine((role) => role !== roleToFill, 'Say what you do, and where: this is what the outline says.')
    .describe('What they do, and where. Example: Trainer, assembly and calibration, Porto'),
  reach: z
    .array(
      z.strictObject({
        label: text.describe('How to reach them, in words. Example: Office hours, Tuesdays at 15:00'),
        link: outwardLink.optional().describe('An address to go with it. Example: mailto:ines@example.com'),
      }),
    )
    .default([])
    .describe('Ways to reach them, best first.'),
  askAbout: z.array(text).default([]).describe('What to ask them about. Example: [calibration, audits]'),
  login: text
    .optional()
    .describe(
      'Their account where the blog is kept, such as GitHub, so that their comments lead to their page.',
    ),
  picture: text.optional().describe('A square picture beside the file. Example: ./ines.webp'),
  left: daySchema.optional().describe('The day they left. What they wrote stays, marked.'),
  team: z.boolean().default(false).describe('true for a team that signs together.'),
});

export type AuthorFile = z.output<typeof authorSchema>;
export type Author = AuthorFile & { slug: AuthorSlug; source: string; portrait?: Picture };

/** The first letters of the first and the last name, for the disc that stands in for a picture. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /^\p{Letter}/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => /^./u.exec(word ?? '')?.[0].toLocaleUpperCase() ?? '').join('');
}
