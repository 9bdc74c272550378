import { z } from 'zod';
import { slugRule } from './slug.ts';

const text = z.string().trim().min(1);

/** The kinds of callout, as GitHub's alerts know them. */
export const calloutTypes = ['note', 'tip', 'important', 'warning', 'caution'] as const;
export type CalloutType = (typeof calloutTypes)[number];

/** The word that heads a callout without a title of its own. */
export const calloutLabels: Record<CalloutType, string> = {
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
};

/** What an author may write between angle brackets in an `.mdx` post. */
export interface TeachingComponent {
  /** What it is for, in the author's words. */
  purpose: string;
  /** Its attributes. Every value is written out: `name="value"`, or the bare name for yes. */
  attributes: z.ZodObject;
  /** The component that it must stand in, directly. */
  inside?: string;
}

/** The components of `.mdx` posts. There are no others, and none takes code. */
export const teachingComponents = {
  Callout: {
    purpose: 'A remark set apart from the text.',
    attributes: z.strictObject({
      type: z.enum(calloutTypes).default('note').describe('How urgent it is. Example: warning'),
      title: text.max(120).optional().describe('Words for its head, instead of "Warning" and the like.'),
    }),
  },
  Steps: {
    purpose: 'A numbered list of steps, set larger and easy to return to.',
    attributes: z.strictObject({}),
  },
  Tabs: {
    purpose: 'Alternatives of which a reader needs one.',
    attributes: z.strictObject({}),
  },
  Tab: {
    purpose: 'One alternative.',
    attributes: z.strictObject({
      label: text.max(60).describe('What the alternative is called. Example: On your machine'),
    }),
    inside: 'Tabs',
  },
  Quiz: {
    purpose:
      'A question with two options or more, at least one of them right, so that readers can check themselves.',
    attributes: z.strictObject({
      id: slugRule.describe('A name of its own within the blog. Example: sandpiper-zero'),
      question: text.max(500).describe('The question, in plain text.'),
    }),
  },
  Option: {
    purpose: 'One possible answer.',
    attributes: z.strictObject({
      correct: z.literal(true).optional().describe('The bare word marks a right answer.'),
    }),
    inside: 'Quiz',
  },
  Explanation: {
    purpose: 'Why the right answer is right. It is shown with the answer.',
    attributes: z.strictObject({}),
    inside: 'Quiz',
  },
  Video: {
    purpose: 'A film: a file beside the post, or an address that is opened only on a click.',
    attributes: z
      .strictObject({
        src: text.optional().describe('A file beside the post. Either this or href. Example: ./rinsing.mp4'),
        href: z
          .url({ protocol: /^https$/u, error: 'An address elsewhere starts with https://.' })
          .optional()
          .describe('An address elsewhere. Either this or src. Example: https://vimeo.com/123456'),
        title: text.max(200).describe('What the film shows.'),
      })
      .refine(({ src, href }) => (src === undefined) !== (href === undefined), {
        error: 'A <Video> has either "src" or "href".',
      }),
  },
  Figure: {
    purpose: 'A picture with a caption.',
    attributes: z.strictObject({
      src: text.describe('A picture beside the post. Example: ./curve.webp'),
      alt: text.describe('What it shows, for people who cannot see it.'),
      caption: text.optional().describe('Words under the picture, for everybody.'),
    }),
  },
} satisfies Record<string, TeachingComponent>;

export type TeachingName = keyof typeof teachingComponents;

export const teachingNames = Object.keys(teachingComponents).filter(isTeachingName);

export function isTeachingName(name: string): name is TeachingName {
  return Object.hasOwn(teachingComponents, name);
}
