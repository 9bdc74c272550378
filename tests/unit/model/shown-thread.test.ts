import { describe, expect, it } from 'vitest';
import { folded, folds, shownThread } from '../../../src/model/shown-thread.ts';
import { aRemark, aReply, threadFile } from '../../support/entries.ts';

const ids = (remarks: readonly { id: string }[]) => remarks.map(({ id }) => id);
const many = (count: number, changes: Parameters<typeof aRemark>[1] = {}) =>
  Array.from({ length: count }, (_, index) => aRemark(`C_${index}`, { body: 'a', ...changes }));
const replies = (count: number) =>
  Array.from({ length: count }, (_, index) => aReply(`R_${index}`, { body: 'a' }));

describe('a thread is shown', () => {
  const comments = [
    aRemark('a'),
    aRemark('b'),
    aRemark('c', { replies: [aReply('c1'), aReply('c2'), aReply('c3')] }),
  ];
  const shown = (answer: string | null) => shownThread(threadFile({ comments, answer })).comments;

  it('as it was written', () => {
    expect(ids(shown(null))).toEqual(['a', 'b', 'c']);
    expect(ids(shown('gone'))).toEqual(['a', 'b', 'c']);
  });

  it('with the accepted answer first', () => {
    expect(ids(shown('b'))).toEqual(['b', 'a', 'c']);
  });

  it('with an accepted reply first under its comment, and that first', () => {
    const [first] = shown('c2');
    expect(ids(shown('c2'))).toEqual(['c', 'a', 'b']);
    expect(ids(first?.replies ?? [])).toEqual(['c2', 'c1', 'c3']);
  });
});

describe('of a thread that is too long, a page shows', () => {
  it('2,000 remarks', () => {
    expect(shownThread(threadFile({ comments: many(2_000) })).left).toBe(0);
    const { comments, left } = shownThread(threadFile({ comments: many(2_007) }));
    expect([comments.length, left]).toEqual([2_000, 7]);
  });

  it('20,000 lines', () => {
    const { comments, left } = shownThread(threadFile({ comments: many(22, { body: 'a\n'.repeat(999) }) }));
    expect([comments.length, left]).toEqual([20, 2]);
  });

  it('1,000,000 characters', () => {
    const body = 'a'.repeat(50_000);
    const { comments, left } = shownThread(threadFile({ comments: many(21, { body }) }));
    expect([comments.length, left]).toEqual([20, 1]);
  });

  it('so many replies of one comment, and nothing behind them', () => {
    const comments = [aRemark('a', { replies: replies(2_100) }), aRemark('b')];
    const shown = shownThread(threadFile({ comments }));
    expect(ids(shown.comments)).toEqual(['a']);
    expect(shown.comments[0]?.replies).toHaveLength(1_999);
    expect(shown.left).toBe(102);
  });

  it('the accepted answer in any case', () => {
    const { comments } = shownThread(threadFile({ comments: many(2_100), answer: 'C_2050' }));
    expect(comments[0]?.id).toBe('C_2050');
  });

  it('what is left without what nobody can see', () => {
    const comments = [...many(2_000), aRemark('x', { deleted: true }), aRemark('y', { hidden: 'spam' })];
    expect(shownThread(threadFile({ comments })).left).toBe(0);
  });
});

describe('a list', () => {
  it('is not folded while it is short', () => {
    const items = many(20);
    expect(folded(items, folds.comments)).toEqual({ head: items, middle: [], tail: [] });
  });

  it.each(['comments', 'replies'] as const)('of %s that is long keeps its ends open', (kind) => {
    const items = many(folds[kind].most + 1);
    const { head, middle, tail } = folded(items, folds[kind]);
    expect([...head, ...middle, ...tail]).toEqual(items);
    expect([head.length, tail.length]).toEqual([folds[kind].head, folds[kind].tail]);
  });
});
