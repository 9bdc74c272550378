import { z } from 'zod';
import { allowField } from './allow.ts';
import { commentMode } from './comment-mode.ts';
import { daySchema, durationSchema, type Day } from './day.ts';
import { isLanguage, languageMessage } from './language.ts';
import type { FileHistory } from './provenance.ts';
import { authorSlug, groupSlug, postSlug, tagSlug, type PostSlug } from './slug.ts';

/** What a post is for. Each kind reads as what it is. */
export const kinds = ['article', 'how-to', 'link', 'announcement', 'shout-out', 'question'] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.output<typeof kindSchema>;

/** The words for one post of a kind, as readers see them. */
export const kindLabels: Record<Kind, string> = {
  article: 'Article',
  'how-to': 'How-to',
  link: 'Link',
  announcement: 'Announcement',
  'shout-out': 'Shout-out',
  question: 'Question',
};

const text = z.string().trim().min(1);

/** The frontmatter of a post, in the author's words. The write page and the editors' help are made from the descriptions. */
export const postFrontmatterSchema = z
  .strictObject({
    title: text.max(200).describe('What the post is called, in sentence case. Example: Names that sort'),
    date: daySchema.describe(
      'The day it is published. A day in the future schedules the post. Example: 2026-03-12',
    ),
    authors: z
      .array(authorSlug)
      .min(1)
      .describe('Who wrote it: file names from content/authors, without .yml. Example: [ines-carvalho]'),
    tags: z
      .array(tagSlug)
      .min(1)
      .max(8)
      .describe('One to eight topics from content/tags.yml. Example: [calibration, job-aids]'),
    excerpt: text
      .max(300)
      .optional()
      .describe('One or two sentences for lists and feeds. Without it, the first paragraph is used.'),
    kind: kindSchema
      .default('article')
      .describe('What the post is for: article, how-to, link, announcement, shout-out or question.'),
    group: groupSlug
      .optional()
      .describe('The community of practice it belongs to: a file name from content/groups, without .md.'),
    updated: daySchema
      .optional()
      .describe('The day of the last real revision. Without it, the history of the file is used.'),
    reviewBy: z
      .union([daySchema, durationSchema])
      .optional()
      .describe('When somebody should look again: a day, or a time after publication. Example: 6 months'),
    reviewed: daySchema
      .optional()
      .describe(
        'The day on which somebody last made sure that it is still true. A time in reviewBy counts from it. Example: 2026-03-12',
      ),
    owner: authorSlug.optional().describe('Who keeps it true. Without it, the first author.'),
    expires: daySchema
      .optional()
      .describe('The last day on which it is shown. Announcements stay pinned until then.'),
    draft: z.boolean().default(false).describe('true keeps the post out of the published blog.'),
    cover: text.optional().describe('A picture that lies beside the post. Example: ./pump.webp'),
    coverAlt: text.optional().describe('What the cover shows, for people who cannot see it.'),
    link: z
      .url({ protocol: /^https?$/u })
      .optional()
      .describe('For the kind link: the address it leads to.'),
    to: z.array(authorSlug).min(1).optional().describe('For the kind shout-out: the people who are thanked.'),
    answers: z
      .array(z.int({ error: 'A question is named by its number, such as 12.' }).min(1))
      .default([])
      .describe(
        'The questions that it answers, by the numbers in their addresses. They lead to it and count as answered. Example: [12]',
      ),
    acknowledge: z.boolean().default(false).describe('true asks readers to confirm that they have read it.'),
    comments: commentMode
      .optional()
      .describe(
        'How readers take part in its conversation, if not as everywhere: off, link (to the forge) or giscus (in the page).',
      ),
    formerly: z.array(postSlug).default([]).describe('Older slugs of a renamed post. They redirect to it.'),
    lang: text
      .max(35)
      .refine(isLanguage, { error: languageMessage })
      .optional()
      .describe('The language, if it is not the language of the blog. Example: pt-PT'),
    allow: allowField,
  })
  .superRefine(
    (post, context) => {
      const requires = (field: 'link' | 'to' | 'coverAlt', because: string) => {
        const judged = context.issues.some(({ path }) => path?.[0] === field);
        if (post[field] === undefined && !judged)
          context.addIssue({ code: 'custom', path: [field], message: because, params: { missing: true } });
      };
      if (post.kind === 'link') requires('link', 'A post of the kind "link" needs the address it leads to.');
      if (post.kind === 'shout-out') requires('to', 'A shout-out needs the people it is for.');
      if (post.cover !== undefined) requires('coverAlt', 'A cover needs words for people who cannot see it.');
    },
    // Also when another field is wrong: all problems are told at once.
    { when: () => true },
  );

export type PostFrontmatter = z.output<typeof postFrontmatterSchema>;

/** One heading of a post, as the contents list shows it. */
export interface Heading {
  depth: number;
  id: string;
  text: string;
}

/** What is known about a body once it is rendered, without the HTML itself. */
export interface BodyFacts {
  /** Names the stored rendering; changes whenever the HTML does. */
  digest: string;
  words: number;
  /** The first paragraph as plain text, cut at a sentence or a word. */
  opening: string;
  headings: Heading[];
  /** Posts this one links to, in the order of first mention. */
  mentions: PostSlug[];
  /** Site-relative addresses of the pictures in the body. */
  pictures: string[];
  /** Site-relative addresses of everything beside it that the body shows or links to; pictures in all their sizes. */
  files: string[];
  /** Code blocks, tabs and other parts that need a script of their own. */
  features: Feature[];
}

export const features = ['copy', 'tabs', 'quiz', 'video'] as const;
export type Feature = (typeof features)[number];

/** A picture that is ready to be shown: addresses by width, and the size it is drawn at. */
export interface Picture {
  src: string;
  srcset: string;
  width: number;
  height: number;
}

/** Where an entry is kept. */
export interface Source {
  /** Relative to the content folder, with forward slashes. */
  path: string;
  format: 'md' | 'mdx';
  /** The day on which the file came into the branch; unknown without a history. */
  added?: Day;
  /** The day on which its text was last revised, later than that; unknown without a history. */
  revised?: Day;
  /** Who wrote it, by the commits; unknown without a whole history. */
  history?: Pick<FileHistory, 'changes' | 'people'>;
  /** Names the text as it is, to find its approval by; see `textDigest`. */
  textDigest?: string;
}

export type Post = PostFrontmatter & {
  slug: PostSlug;
  source: Source;
  body: BodyFacts;
  coverPicture?: Picture;
};
