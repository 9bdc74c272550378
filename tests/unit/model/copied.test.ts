import { describe, expect, it } from 'vitest';
import { ageOfCopies, copiedSchema, copyDay } from '../../../src/model/copied.ts';
import { day, threadFile } from '../../support/entries.ts';

const threads = [
  threadFile({ copiedAt: '2026-11-02T05:00:00Z' }),
  threadFile({ copiedAt: '2026-11-15T23:59:00Z' }),
];
const copied = copiedSchema.parse({ copiedOn: '2026-11-21', fullPassOn: '2026-11-16' });

it('a thread is as old as the last comparison with the forge', () => {
  expect(threads.map((thread) => copyDay(copied, thread))).toEqual(['2026-11-21', '2026-11-21']);
});

it('a thread without one is as old as its own copy', () => {
  expect(threads.map((thread) => copyDay(undefined, thread))).toEqual(['2026-11-02', '2026-11-15']);
});

describe('the age of the copies', () => {
  it.each([
    ['2026-11-28', 'Conversations as of 21 November 2026, 7 days ago.'],
    ['2026-11-22', 'Conversations as of 21 November 2026, 1 day ago.'],
    ['2026-11-21', 'Conversations as of 21 November 2026, today.'],
    // The clock of the forge may be ahead of that of the blog.
    ['2026-11-20', 'Conversations as of 21 November 2026, today.'],
  ])('on %s is: %s', (today, sentence) => {
    expect(ageOfCopies(copied, threads, day(today))).toBe(sentence);
  });

  it('is that of the newest when the forge was never compared as a whole', () => {
    expect(ageOfCopies(undefined, threads, day('2026-12-15'))).toBe(
      'Conversations as of 15 November 2026, 30 days ago.',
    );
  });

  it('is nothing to speak of without any', () => {
    expect(ageOfCopies(copied, [], day('2026-11-28'))).toBeUndefined();
  });
});
