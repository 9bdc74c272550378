import { reactionNames, type ThreadFile } from '../../../src/model/thread.ts';
import type { Discussion, Person, Remark, Store } from './store.ts';
import { rendered } from './words.ts';

/** Without what the forge does not know: when it was copied, and what it was called before. */
type Told = Omit<ThreadFile, 'copiedAt' | 'formerTitles'>;
type ToldReply = Told['comments'][number]['replies'][number];

/**
 * What a true copy of the discussion says, by the store and not by the API. What was deleted or hidden has no words in
 * it, and a deleted comment has a place only while there are replies to it.
 */
export function trueThread(store: Store, discussion: Discussion): Told {
  const { category, answer, poll } = discussion;
  return {
    id: discussion.id,
    number: discussion.number,
    url: `${store.url}/discussions/${discussion.number}`,
    title: discussion.title,
    category: { name: category.name, answerable: category.answerable },
    labels: [...discussion.labels].sort(),
    author: trueAuthor(discussion.author),
    editedAt: discussion.lastEditedAt,
    body: discussion.body,
    html: rendered(discussion.body),
    createdAt: discussion.createdAt,
    updatedAt: discussion.updatedAt,
    locked: discussion.locked,
    closed: discussion.closed,
    upvotes: discussion.upvotes,
    reactions: trueReactions(discussion),
    answer: category.answerable ? (answer?.id ?? null) : null,
    answerChosenAt: category.answerable ? discussion.answerChosenAt : null,
    poll:
      poll === null
        ? null
        : { question: poll.question, options: poll.options.map((option) => ({ ...option })) },
    comments: discussion.comments
      .filter(({ deletedAt, replies }) => deletedAt === null || replies.length > 0)
      .map((comment) => ({
        ...trueReply(store, comment),
        replies: comment.replies.map((reply) => trueReply(store, reply)),
      })),
  };
}

function trueReply(store: Store, remark: Remark): ToldReply {
  const deleted = remark.deletedAt !== null;
  const body = deleted || remark.minimized !== null ? '' : remark.body;
  return {
    id: remark.id,
    url: `${store.url}/discussions/${remark.discussion.number}#discussioncomment-${remark.databaseId}`,
    author: deleted ? null : trueAuthor(remark.author),
    createdAt: remark.createdAt,
    editedAt: remark.lastEditedAt,
    deleted,
    hidden: remark.minimized,
    body,
    html: rendered(body),
    upvotes: remark.upvotes,
    reactions: trueReactions(remark),
  };
}

function trueAuthor(author: Person | null): ThreadFile['author'] {
  return author === null ? null : { login: author.login, name: author.name };
}

function trueReactions({ reactions }: Discussion | Remark): ThreadFile['reactions'] {
  return Object.fromEntries(
    reactionNames.flatMap((name) => {
      const count = reactions.get(name);
      return count === undefined ? [] : [[name, count]];
    }),
  );
}
