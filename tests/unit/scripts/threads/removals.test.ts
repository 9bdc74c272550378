import { describe, expect, it } from 'vitest';
import { judgeRemovals } from '../../../../scripts/threads/removals.ts';
import type { Whereabouts } from '../../../../scripts/threads/whereabouts.ts';
import { aQuestion } from '../../../support/entries.ts';

const wanted = {
  categories: [
    { name: 'Talk', namedBy: '' },
    { name: 'Questions', namedBy: '' },
  ],
  closed: new Map([['night shift', 'Night shift']]),
  questions: new Set(['questions', 'night shift']),
  ofPosts: 'talk',
  keys: new Map<string, string>(),
  asking: new Set<string>(),
  closedKeys: new Map<string, string>(),
};
const here = (category: string): Whereabouts => ({ repository: 'Quay/Blog', category });

interface Case {
  complete?: boolean;
  stored?: number;
  accepted?: boolean;
}

/** Judges copies of questions by where they are. */
function judge(
  places: (Whereabouts | undefined)[],
  { complete = true, stored = 100, accepted = false }: Case = {},
) {
  const missing = places.map((_, index) => ({
    path: `threads/questions/${index + 1}.json`,
    thread: aQuestion(index + 1),
  }));
  const found = new Map(
    places.flatMap((place, index) => (place === undefined ? [] : [[`D_${index + 1}`, place] as const])),
  );
  const { remove, there, refusal } = judgeRemovals({
    ...{ missing, found, wanted, stored, accepted },
    index: { complete, repository: 'quay/blog' },
  });
  return {
    removed: remove.map(({ snapshot, because }) => `${snapshot.thread.number}: ${because}`),
    there: there.length,
    refusal,
  };
}

describe('copies of discussions that the index does not have', () => {
  it('go when the forge says where they are, or that they are not', () => {
    expect(judge(['gone', { repository: 'quay/other', category: 'Questions' }, here('Archive')])).toEqual({
      removed: [
        '1: it was deleted, or is where the token may not look',
        '2: it was transferred to quay/other',
        '3: it was moved to the category "Archive", which is not copied',
      ],
      there: 0,
      refusal: undefined,
    });
  });

  it('stay when they are where we copy from, or nobody knows', () => {
    expect(judge([here('questions'), undefined])).toEqual({ removed: [], there: 1, refusal: undefined });
  });

  it('go when they have moved to where only posts have their threads', () => {
    expect(judge([here('Talk')]).removed).toEqual([
      '1: it was moved to the category "Talk", which is not copied',
    ]);
  });

  it('may be three, or a tenth of all, without a person', () => {
    const gone = (count: number) => Array.from({ length: count }, (): Whereabouts => 'gone');
    expect(judge(gone(3), { stored: 5 }).removed).toHaveLength(3);
    expect(judge(gone(4), { stored: 39 }).removed).toEqual([]);
    expect(judge(gone(4), { stored: 40 }).removed).toHaveLength(4);
    expect(judge(gone(11)).removed).toEqual([]);
    expect(judge(gone(11)).refusal).toContain(
      '11 snapshots of 100 would be removed, and no more than 10 are',
    );
    expect(judge(gone(11), { accepted: true })).toMatchObject({ refusal: undefined });
    expect(judge(gone(11), { accepted: true }).removed).toHaveLength(11);
  });

  it('stay when the index was not whole, unless a person agrees', () => {
    expect(judge(['gone'], { complete: false }).removed).toEqual([]);
    expect(judge(['gone'], { complete: false }).refusal).toContain('so nothing is removed.');
    expect(judge(['gone'], { complete: false, accepted: true }).removed).toHaveLength(1);
  });

  it('go at once when they belong to a closed group, whatever happens to the others', () => {
    const places = [here('Night Shift'), ...Array.from({ length: 20 }, (): Whereabouts => 'gone')];
    expect(judge(places).removed).toEqual(['1: it is in the category of a closed group']);
    expect(judge([here('night shift')], { complete: false }).removed).toHaveLength(1);
  });
});
