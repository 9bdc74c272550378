import { describe, expect, it } from 'vitest';
import { foundWords } from '../../../src/search/found-words.ts';

const exact = 512;
const beginning = 293;

/** A page in which the words at the given places were found. */
const page = (content: string, places: readonly number[], score = exact) => ({
  content,
  weighted_locations: places.map((location) => ({ location, weight: 1, balanced_score: score })),
});

describe('the words that were found', () => {
  it('are the distinct forms that stand on the page, without the signs around them', () => {
    const text = 'Calibrate it. “Calibrated,” said Inês (calibrate!)';
    expect(foundWords(page(text, [0, 2, 4, 5]))).toEqual(['Calibrate', 'Calibrated', 'Inês']);
  });

  it('leave out glue when anything else was found, and keep it when not', () => {
    expect(foundWords(page('How to sail', [0, 1, 2]))).toEqual(['sail']);
    expect(foundWords(page('How to sail', [0, 1]))).toEqual(['How', 'to']);
  });

  it('leave out what only begins with a short word that was found itself', () => {
    const { weighted_locations: exactly, content } = page('go gopher sensor sensors', [0, 2]);
    const { weighted_locations: byBeginning } = page(content, [1, 3], beginning);
    expect(foundWords({ content, weighted_locations: [...exactly, ...byBeginning] })).toEqual([
      'go',
      'sensor',
      'sensors',
    ]);
  });

  it('keep what begins with a word that is still being typed', () => {
    expect(foundWords(page('calibrated probe', [0], beginning))).toEqual(['calibrated']);
  });

  it('know a whole word by its score whatever its weight', () => {
    const heading = { location: 0, weight: 6, balanced_score: exact * 36 };
    const remark = { location: 1, weight: 7 / 12, balanced_score: beginning * (7 / 12) ** 2 };
    expect(foundWords({ content: 'Go gopher', weighted_locations: [heading, remark] })).toEqual(['Go']);
  });

  it('take the word for a longer one that is made with it', () => {
    expect(foundWords(page('names names.py core.quotepath', [0, 1, 2]))).toEqual(['names', 'core.quotepath']);
  });

  it('are parted where the index parted them, in languages without spaces', () => {
    expect(foundWords(page('「東京 の 夏。 暑い', [0, 2]))).toEqual(['東京', '夏']);
  });

  it('keep the signs at the end of a word that make another word of it', () => {
    expect(foundWords(page('In C++, C# and +C.', [1, 2, 4]))).toEqual(['C++', 'C#', 'C']);
  });

  it('pass over places without a word and words without end, and end after two dozen', () => {
    expect(foundWords(page(`one – a${'('.repeat(200_000)}b`, [1, 2, 99]))).toEqual([]);
    const many = Array.from({ length: 60 }, (_, index) => `word${index}`);
    expect(foundWords(page(many.join(' '), [...many.keys()]))).toHaveLength(24);
  });
});
