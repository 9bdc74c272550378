import {
  reactionNames,
  threadSchema,
  visibleRemarks,
  type CommentFile,
  type Reactions,
  type Reply,
  type ThreadFile,
} from '../../src/model/thread.ts';
import { labelsOf } from './is-current.ts';
import type { ForgeComment, ForgeRemark, ForgeThread } from './thread-queries.ts';
import { pseudonymised, type Unnamed } from './pseudonyms.ts';

export interface SnapshotOptions {
  /** What is stored of it so far. */
  stored: ThreadFile | undefined;
  unnamed: Unnamed;
  now: Date;
}

/**
 * A discussion as the forge tells it, as our file. When that says nothing new, it is the stored one to the letter,
 * with the time at which that was copied. Throws when the forge says something that no file can hold.
 */
export function snapshotFromForge(told: ForgeThread, { stored, unnamed, now }: SnapshotOptions): ThreadFile {
  const copiedAt = stored?.copiedAt ?? instant(now);
  const known = stored && pseudonymised(stored, unnamed);
  const fresh = withHistory(pseudonymised(threadSchema.parse(fileOf(told, copiedAt)), unnamed), known);
  const says = (thread: ThreadFile | undefined) => JSON.stringify(thread);
  return says(fresh) === says(stored) ? fresh : { ...fresh, copiedAt: instant(now) };
}

function instant(now: Date): string {
  return now.toISOString().replace(/\.\d+Z$/u, 'Z');
}

function fileOf(told: ForgeThread, copiedAt: string): ThreadFile {
  const { id, number, url, title, author, body, createdAt, updatedAt, locked, closed, poll } = told;
  return {
    ...{ id, number, url, title },
    formerTitles: [],
    category: { name: told.category.name, answerable: told.category.isAnswerable },
    labels: labelsOf(told),
    author: authorOf(author),
    editedAt: told.lastEditedAt,
    ...{ body, html: lasting(told.bodyHTML) },
    ...{ copiedAt, createdAt, updatedAt, locked, closed },
    upvotes: told.upvoteCount,
    reactions: reactionsOf(told),
    answer: told.answer?.id ?? null,
    answerChosenAt: told.answerChosenAt,
    poll: poll && {
      question: poll.question,
      options:
        poll.options?.nodes.map(({ option, totalVoteCount }) => ({ label: option, votes: totalVoteCount })) ??
        [],
    },
    comments: told.comments.nodes.flatMap(commentOf),
  };
}

/** A deleted comment keeps its place only for the replies to it. */
function commentOf(told: ForgeComment): CommentFile[] {
  const replies = told.replies.nodes.filter(({ deletedAt }) => deletedAt === null).map(remarkOf);
  if (told.deletedAt !== null && replies.length === 0) return [];
  return [{ ...remarkOf(told), replies }];
}

function remarkOf(told: ForgeRemark): Reply {
  const deleted = told.deletedAt !== null;
  const hidden = told.isMinimized ? reasonOf(told.minimizedReason) : null;
  // What its author or a moderator took away is not to be found in our files either.
  const isTaken = deleted || hidden !== null;
  return {
    id: told.id,
    url: told.url,
    author: deleted ? null : authorOf(told.author),
    createdAt: told.createdAt,
    editedAt: told.lastEditedAt,
    deleted,
    hidden,
    body: isTaken ? '' : told.body,
    html: isTaken ? '' : lasting(told.bodyHTML),
    upvotes: told.upvoteCount,
    reactions: reactionsOf(told),
  };
}

function authorOf(told: ForgeRemark['author']): Reply['author'] {
  return told && { login: told.login, name: told.name === '' ? null : (told.name ?? null) };
}

const reasons = ['abuse', 'duplicate', 'off-topic', 'outdated', 'resolved', 'spam'] as const;

/** The forge writes `OFF_TOPIC` in one place and `off-topic` in another, and may have reasons that we do not know. */
function reasonOf(told: string | null): (typeof reasons)[number] {
  const name = told?.toLowerCase().replaceAll(/[_ ]/gu, '-');
  return reasons.find((reason) => reason === name) ?? 'off-topic';
}

function reactionsOf({ reactionGroups }: Pick<ForgeRemark, 'reactionGroups'>): Reactions {
  const counts = new Map(reactionGroups?.map(({ content, reactors }) => [content, reactors.totalCount]));
  const given = reactionNames.map((name) => [name, counts.get(name) ?? 0] as const);
  return Object.fromEntries(given.filter(([, count]) => count > 0));
}

// Far more than the forge allows for a comment, and less than a line of a file may have.
const mostHtml = 300_000;

/** The HTML without what is another at every look: the keys to private pictures, which are secret and good for minutes. */
function lasting(html: string): string {
  if (html.length > mostHtml) return '';
  return html.replaceAll(/(https:\/\/private-user-images\.[\w.-]+\/[^\s"?]*)\?[^\s"]*/gu, '$1');
}

/**
 * What the forge does not tell, from the copy before: the titles that a discussion had, and the HTML of words that are
 * the same. The forge may write those in another HTML tomorrow, and that is no news.
 */
function withHistory(fresh: ThreadFile, before: ThreadFile | undefined): ThreadFile {
  if (before === undefined) return fresh;
  const known = new Map([before, ...visibleRemarks(before)].map((words) => [words.id, words]));
  const settled = <Words extends Pick<Reply, 'id' | 'body' | 'editedAt' | 'html'>>(words: Words): Words => {
    const old = known.get(words.id);
    const isSame =
      old !== undefined && old.html !== '' && old.body === words.body && old.editedAt === words.editedAt;
    return isSame ? { ...words, html: old.html } : words;
  };
  const titles = before.title === fresh.title ? before.formerTitles : [...before.formerTitles, before.title];
  return {
    ...settled(fresh),
    formerTitles: [...new Set(titles)].filter((title) => title !== fresh.title),
    comments: fresh.comments.map((comment) => ({
      ...settled(comment),
      replies: comment.replies.map(settled),
    })),
  };
}
