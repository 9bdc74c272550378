import { z } from 'zod';
import { daySchema } from './day.ts';

const instant = z.iso
  .datetime({ message: 'A time is written in UTC, such as 2026-03-12T09:30:00Z.' })
  .refine((time) => daySchema.safeParse(time.slice(0, 10)).success, { error: 'There is no such day.' });
const count = z.int().min(0);
const text = z.string().min(1);

/** The reactions of GitHub Discussions, in the order in which the forge shows them. */
export const reactionNames = [
  'THUMBS_UP',
  'THUMBS_DOWN',
  'LAUGH',
  'HOORAY',
  'CONFUSED',
  'HEART',
  'ROCKET',
  'EYES',
] as const;
const reactions = z.partialRecord(z.enum(reactionNames), count);
export type Reactions = z.output<typeof reactions>;

/** Nobody when the account no longer exists. */
const author = z.strictObject({ login: text, name: text.nullable() }).nullable();

const replyShape = {
  id: text,
  url: z.url({ protocol: /^https?$/u }),
  author,
  createdAt: instant,
  editedAt: instant.nullable(),
  deleted: z.boolean(),
  /** Why a moderator hid it, or null. */
  hidden: z.enum(['abuse', 'duplicate', 'off-topic', 'outdated', 'resolved', 'spam']).nullable(),
  /** As written, in Markdown. */
  body: z.string(),
  /** As the forge showed it: kept for the day on which the forge is gone. Pages render the Markdown. */
  html: z.string().default(''),
  upvotes: count,
  reactions,
};

const commentSchema = z.strictObject({
  ...replyShape,
  replies: z.array(z.strictObject(replyShape)),
});

/**
 * Our stored copy of a discussion: `content/threads/<thread key>.json` of the conversation about a post,
 * `content/threads/questions/<number>.json` of one that stands by itself.
 */
export const threadSchema = z.strictObject({
  id: text,
  number: z.int().min(1),
  url: z.url({ protocol: /^https?$/u }),
  title: text,
  /** Titles it had before, oldest first: its old addresses lead to it. */
  formerTitles: z.array(text).default([]),
  category: z.strictObject({ name: text, answerable: z.boolean() }),
  labels: z.array(text).default([]),
  /** Who opened it, and with what words. */
  author: author.default(null),
  editedAt: instant.nullable().default(null),
  body: z.string().default(''),
  html: z.string().default(''),
  copiedAt: instant,
  createdAt: instant,
  updatedAt: instant,
  locked: z.boolean(),
  closed: z.boolean(),
  upvotes: count,
  reactions,
  /** The id of the comment or reply that was accepted. */
  answer: text.nullable(),
  answerChosenAt: instant.nullable().default(null),
  poll: z
    .strictObject({ question: text, options: z.array(z.strictObject({ label: text, votes: count })).min(2) })
    .nullable(),
  comments: z.array(commentSchema),
});

export type ThreadFile = z.output<typeof threadSchema>;
export type CommentFile = ThreadFile['comments'][number];
export type Reply = CommentFile['replies'][number];

/**
 * A stored thread under its key. `bodyDigest` names the stored rendering: HTML by comment id, as JSON; that of the
 * opening words stands under the id of the thread.
 */
export type Thread = ThreadFile & { key: string; source: string; bodyDigest: string };

/** Remarks a reader can see, replies included. */
export function visibleRemarks({ comments }: Pick<ThreadFile, 'comments'>): Reply[] {
  return comments.flatMap((comment) => [comment, ...comment.replies]).filter(isShown);
}

/** Whether a reader can see a remark: it is neither deleted nor hidden. */
export function isShown({ deleted, hidden }: Pick<Reply, 'deleted' | 'hidden'>): boolean {
  return !deleted && hidden === null;
}

/** The newest remark a reader can see. */
export function newestRemark(thread: ThreadFile): Reply | undefined {
  return visibleRemarks(thread).reduce<Reply | undefined>(
    (newest, remark) => (newest === undefined || remark.createdAt > newest.createdAt ? remark : newest),
    undefined,
  );
}

/** The accepted answer, where a reader can see it. */
export function acceptedAnswer(thread: ThreadFile): Reply | undefined {
  return visibleRemarks(thread).find(({ id }) => id === thread.answer);
}

/** The id of a remark's element in the page, and so the fragment of its address. */
export function remarkAnchor({ id }: Pick<Reply, 'id'>): string {
  return `comment-${id.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`;
}
