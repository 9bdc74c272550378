import { addDuration, durationSchema, type Day } from './day.ts';
import { frontmatterExample } from './field-reference.ts';
import { postFrontmatterSchema, type Kind } from './post.ts';

interface Outline {
  /** What its author does, as the words of a link. */
  start: string;
  /** When to choose this kind, in the author's words. */
  purpose: string;
  title: string;
  /** Optional fields that this kind is poorer without. */
  fields: readonly string[];
  body: string;
}

const outlines: Record<Kind, Outline> = {
  article: {
    start: 'Start an article',
    purpose: 'What happened, and what you learned from it.',
    title: 'What you learned, in a few words',
    fields: [],
    body: 'Begin with what happened, or with the question as you were asked it.\n\n## What I would do again\n\nAnd what not.\n',
  },
  'how-to': {
    start: 'Start a how-to',
    purpose: 'Steps that somebody else can follow.',
    title: 'What readers will be able to do',
    fields: ['reviewBy'],
    body: 'Who needs this, and when.\n\n1. The first step.\n2. The second step.\n\n## If it goes wrong\n\nWhat went wrong the first time, and how you noticed.\n',
  },
  link: {
    start: 'Recommend a link',
    purpose: 'Something good elsewhere, and why it is worth the time.',
    title: 'What it is called',
    fields: ['link'],
    body: 'Why it is worth your colleagues’ time, in two or three sentences.\n',
  },
  announcement: {
    start: 'Announce something',
    purpose: 'News with an end date. It stays on the home page until then.',
    title: 'What changes, and when',
    fields: ['expires'],
    body: 'What changes, from when, and for whom.\n\nWhom to ask about it.\n',
  },
  'shout-out': {
    start: 'Thank somebody',
    purpose: 'Thanks, by name.',
    title: 'Thank you for …',
    fields: ['to'],
    body: 'What they did, and what it made possible.\n',
  },
  question: {
    start: 'Ask a question',
    purpose: 'Something you want to find out from colleagues.',
    title: 'Your question, as you would ask it',
    fields: [],
    body: 'What you want to find out, and why.\n\nWhat you have tried already.\n',
  },
};

const excerpt = 'One or two sentences for lists and feeds.';

/** What an outline says in the place of what its author is to write: titles, the excerpt, paragraphs and items of lists. */
export const outlineTexts: ReadonlySet<string> = new Set([
  excerpt,
  ...Object.values(outlines).flatMap(({ title, body }) => [title, ...textsIn(body)]),
]);

/** Headings are left out: they may well stay. */
function textsIn(body: string): string[] {
  const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => line.replace(/^\d+\. /u, ''));
}

const twoWeeks = durationSchema.parse('2 weeks');

/** The file that a new post starts as, relative to the content folder; its author renames it. */
export const templatePath = 'posts/a-few-words-of-your-title.md';

/** What leads to a new post of a kind: the words of a link, and when to follow it. */
export function invitation(kind: Kind): Pick<Outline, 'start' | 'purpose'> {
  const { start, purpose } = outlines[kind];
  return { start, purpose };
}

/** What a new post of a kind begins with when its author has said no more: a body to write over, and days to come. */
export function beginning(kind: Kind, day: Day): { body: string; reviewBy?: string; expires?: string } {
  const { body, fields } = outlines[kind];
  return {
    body,
    ...(fields.includes('reviewBy') && { reviewBy: '6 months' }),
    ...(fields.includes('expires') && { expires: addDuration(day, twoWeeks) }),
  };
}

/**
 * A whole post to write over. It names an author and a topic that do not exist, so that the check stops a post whose
 * author left them as they were.
 */
export function postTemplate(kind: Kind, day: Day): string {
  const { title, fields, body } = outlines[kind];
  const values = {
    title,
    date: day,
    authors: '[your-file-name]',
    tags: '[a-topic]',
    excerpt,
    kind,
    ...beginning(kind, day),
    link: 'https://example.com/',
    to: '[their-file-name]',
  };
  return `${frontmatterExample(postFrontmatterSchema, { also: ['excerpt', 'kind', ...fields], values })}\n${body}`;
}
