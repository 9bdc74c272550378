import { expect, test } from 'vitest';
import { threadSchema } from '../../../../src/model/thread.ts';
import {
  addReply,
  deleteRemark,
  editRemark,
  markAnswer,
  minimizeRemark,
  react,
  upvote,
} from '../../../support/forge/changes.ts';
import { removeDiscussion, vote } from '../../../support/forge/manage.ts';
import { createStore, fullSize, smallSize } from '../../../support/forge/seed.ts';
import { everydayChanges, someChange } from '../../../support/forge/some-change.ts';
import { discussionTitled, type Discussion, type Remark, type Store } from '../../../support/forge/store.ts';
import { trueThread } from '../../../support/forge/truth.ts';

const truths = (store: Store) => store.discussions.map((discussion) => trueThread(store, discussion));
const lengths = (lists: { length: number }[]): number[] => lists.map(({ length }) => length);
const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);

function remarkOf(discussion: Discussion | undefined, isWanted = (_: Remark) => true): Remark {
  const found = discussion?.comments.find(isWanted);
  if (found === undefined) throw new Error('The discussion has no such comment.');
  return found;
}

test.each([smallSize, fullSize])('has exactly as many of everything as asked for: %o', (size) => {
  const { discussions } = createStore(7, size);
  const comments = discussions.flatMap((discussion) => discussion.comments);

  expect(discussions).toHaveLength(size.threads);
  expect(comments).toHaveLength(size.comments);
  expect(sum(lengths(comments.map(({ replies }) => replies)))).toBe(size.replies);
  expect(Math.max(...lengths(discussions.map((discussion) => discussion.comments)))).toBe(size.longestThread);
  expect(Math.max(...lengths(comments.map(({ replies }) => replies)))).toBeGreaterThanOrEqual(
    size.longestReplies ?? Infinity,
  );
});

test('is the same for the same seed, and another for another', () => {
  expect(truths(createStore(7))).toEqual(truths(createStore(7)));
  expect(truths(createStore(7))).not.toEqual(truths(createStore(8)));
});

test('holds what our files can hold, whatever people do', () => {
  const store = createStore(7);
  const done = new Set<string>();
  for (let count = 0; count < 400; count += 1) done.add(someChange(store));
  const copiedAt = '2026-05-01T00:00:00Z';

  expect(done).toEqual(new Set(everydayChanges));
  expect(store.discussions.length).toBeGreaterThan(2);
  for (const truth of truths(store)) {
    expect(threadSchema.safeParse({ ...truth, copiedAt }).error).toBeUndefined();
  }
});

test('names the threads of posts by their keys, with the digest that strict mapping looks for', () => {
  const store = createStore(7, { ...smallSize, keys: ['read-it-aloud'] });

  expect(discussionTitled(store, 'read-it-aloud').body).toContain(
    // printf 'read-it-aloud' | sha1sum
    '<!-- sha1: 38201fe92524a004383fa84329f23d119ce9c557 -->',
  );
});

test('does not show every change in the date of the discussion', () => {
  const store = createStore(7);
  const discussion = discussionTitled(store, 'post-0001');
  const comment = remarkOf(discussion, ({ deletedAt }) => deletedAt === null);
  const moved = (change: () => void): boolean => {
    const before = discussion.updatedAt;
    store.now += 1;
    change();
    return discussion.updatedAt !== before;
  };
  const times = <T>(make: () => T): T[] => Array.from({ length: 60 }, make);

  expect(new Set(times(() => moved(() => addReply(store, comment, { body: 'Yes.' }))))).toEqual(
    new Set([true, false]),
  );
  expect(new Set(times(() => moved(() => editRemark(store, comment, 'No.'))))).toEqual(
    new Set([true, false]),
  );
  expect(new Set(times(() => moved(() => minimizeRemark(store, comment, 'spam'))))).toEqual(
    new Set([true, false]),
  );
  expect(new Set(times(() => moved(() => react(store, comment, 'EYES'))))).toEqual(new Set([false]));
  expect(new Set(times(() => moved(() => upvote(store, discussion))))).toEqual(new Set([false]));
  expect(new Set(times(() => moved(() => markAnswer(store, discussion, comment))))).toEqual(new Set([true]));
  expect(moved(() => editRemark(store, comment, 'No.', { moves: false }))).toBe(false);
});

test('keeps no words of what was taken away, and the place of a deleted comment only while there are replies to it', () => {
  const store = createStore(7);
  const discussion = discussionTitled(store, 'post-0001');
  const lonely = remarkOf(discussion, ({ replies }) => replies.length === 0);
  const answered = remarkOf(discussion, ({ replies }) => replies.length > 0);
  markAnswer(store, discussion, lonely);
  deleteRemark(store, lonely);
  deleteRemark(store, answered);

  expect(discussion.answer).toBeNull();
  expect(discussion.comments).not.toContain(lonely);
  expect(store.nodes.has(lonely.id)).toBe(false);
  const place = trueThread(store, discussion).comments.find(({ id }) => id === answered.id);
  expect(place).toMatchObject({ deleted: true, body: '', author: null, reactions: {} });

  const [first] = answered.replies;
  if (first === undefined) throw new Error('The comment has no reply.');
  minimizeRemark(store, first, 'off-topic');
  const told = trueThread(store, discussion).comments.flatMap(({ replies }) => replies);
  expect(told.find(({ id }) => id === first.id)).toMatchObject({ hidden: 'off-topic', body: '', html: '' });

  for (const reply of [...answered.replies]) deleteRemark(store, reply);
  expect(trueThread(store, discussion).comments.map(({ id }) => id)).not.toContain(answered.id);
});

test('forgets everything that was said in a removed discussion', () => {
  const store = createStore(7);
  const discussion = discussionTitled(store, 'post-0001');
  const before = store.nodes.size;
  const said = sum(discussion.comments.map(({ replies }) => 1 + replies.length));
  removeDiscussion(store, discussion);

  expect(store.nodes.size).toBe(before - said - 1);
});

test('counts votes', () => {
  const store = createStore(7, { threads: 40, comments: 0, replies: 0 });
  const polled = store.discussions.find(({ poll }) => poll !== null);
  if (polled === undefined) throw new Error('There is no poll.');
  const before = polled.poll?.options[1]?.votes ?? 0;
  vote(polled, 1);

  expect(trueThread(store, polled).poll?.options[1]).toEqual({ label: 'Two', votes: before + 1 });
  expect(() => vote(polled, 9)).toThrow('no poll with an option 9');
});
