import type { ThreadFile } from '../../src/model/thread.ts';
import type { IndexRow } from './index-queries.ts';
import { withoutNames, type Unnamed } from './pseudonyms.ts';

/** Whether a snapshot still says what the index says. What the index cannot know is for the full pass to find. */
export function isCurrent(stored: ThreadFile, row: IndexRow, unnamed: Unnamed): boolean {
  return (
    JSON.stringify(storedFacts(stored)) === JSON.stringify(toldFacts(row, unnamed)) &&
    newestAreCurrent(stored, row)
  );
}

function storedFacts(stored: ThreadFile) {
  return [
    ...[stored.number, stored.title, stored.category.name, stored.category.answerable, stored.labels],
    ...[stored.updatedAt, stored.locked, stored.closed, stored.upvotes, sum(Object.values(stored.reactions))],
    ...[
      stored.answer,
      stored.answerChosenAt,
      stored.poll && sum(stored.poll.options.map(({ votes }) => votes)),
    ],
    stored.comments.length,
  ];
}

function toldFacts(row: IndexRow, unnamed: Unnamed) {
  const { category, labels, answer, poll } = row;
  return [
    ...[
      row.number,
      withoutNames(row.title, unnamed),
      category.name,
      category.isAnswerable,
      labelsOf({ labels }),
    ],
    ...[row.updatedAt, row.locked, row.closed, row.upvoteCount, row.reactions.totalCount],
    ...[answer?.id ?? null, row.answerChosenAt, poll && poll.totalVoteCount],
    row.comments.totalCount,
  ];
}

function newestAreCurrent({ comments }: ThreadFile, row: IndexRow): boolean {
  const known = new Map(comments.map((comment) => [comment.id, comment]));
  return row.comments.nodes.every((told) => {
    const comment = known.get(told.id);
    return (
      comment?.editedAt === told.lastEditedAt &&
      comment.deleted === (told.deletedAt !== null) &&
      (comment.hidden !== null) === told.isMinimized &&
      comment.upvotes === told.upvoteCount &&
      comment.replies.length === told.replies.totalCount
    );
  });
}

/** The labels of a discussion, in an order that does not depend on when they were put there. */
export function labelsOf({ labels }: Pick<IndexRow, 'labels'>): string[] {
  return (labels?.nodes ?? []).map(({ name }) => name).sort();
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
