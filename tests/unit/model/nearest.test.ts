import { describe, expect, it } from 'vitest';
import { editDistance, nearest } from '../../../src/model/nearest.ts';

describe('the distance of two words', () => {
  it.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['git', 'git', 0],
    ['git', 'gti', 1],
    ['onbording', 'onboarding', 1],
    ['tagg', 'tag', 1],
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 3],
  ])('from "%s" to "%s" is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });
});

describe('the nearest candidates', () => {
  it('are the closest first', () => {
    expect(nearest('gti', ['gut', 'git', 'kettle'], 2)).toEqual(['git', 'gut']);
  });

  it('are ordered by the alphabet when they are equally close', () => {
    expect(nearest('cat', ['rat', 'bat', 'hat'], 3)).toEqual(['bat', 'hat', 'rat']);
  });

  it('are none when nothing is close', () => {
    expect(nearest('calibration', ['tools', 'feedback'])).toEqual([]);
  });

  it('forgive a third of a long word, and no more', () => {
    expect(nearest('abcdefghi', ['abcdefxyz'])).toEqual(['abcdefxyz']);
    expect(nearest('abcdefghi', ['abcdewxyz'])).toEqual([]);
  });
});
