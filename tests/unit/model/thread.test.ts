import { describe, expect, it } from 'vitest';
import { tooLongThread } from '../../../src/model/thread.ts';
import { aRemark, aReply, threadFile } from '../../support/entries.ts';

/** A thread with so many remarks, all with the same text. */
const thread = (count: number, body: string, changes: Parameters<typeof aRemark>[1] = {}) =>
  threadFile({
    comments: Array.from({ length: count }, (_, index) => aRemark(`C_${index}`, { body, ...changes })),
  });

describe('a conversation is shown up to a length', () => {
  it.each([
    ['remarks', (more: number) => thread(2_000 + more, 'a')],
    ['lines', (more: number) => thread(20 + more, 'a\n'.repeat(999))],
    ['characters', (more: number) => thread(20 + more, 'a'.repeat(50_000))],
  ])('of so many %s', (what, made) => {
    expect(tooLongThread(made(0))).toBeUndefined();
    expect(tooLongThread(made(1))).toMatch(
      new RegExp(`^This conversation has [\\d,]+ ${what}, and it may have [\\d,]+$`, 'u'),
    );
  });

  it('without what nobody can see', () => {
    expect(tooLongThread(thread(2_001, 'a', { hidden: 'spam' }))).toBeUndefined();
    expect(tooLongThread(thread(2_001, 'a', { deleted: true }))).toBeUndefined();
  });

  it('with the replies', () => {
    const replies = Array.from({ length: 2_000 }, (_, index) => aReply(`R_${index}`));
    expect(tooLongThread(thread(1, 'a', { replies }))).toContain('2,001 remarks');
  });
});
