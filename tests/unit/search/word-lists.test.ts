import { expect, it } from 'vitest';
import { knownWordsFrom, wordListsOf } from '../../../src/search/word-lists.ts';

const counts = new Map([
  ['the', 100],
  ['with', 61],
  ['course', 59],
  ['colour', 3],
  ['organized', 2],
  ['traveller', 1],
  ['four', 9],
]);

it('has the words of most pages, and those that are spelt otherwise across the Atlantic', () => {
  expect(wordListsOf(counts, 100, [['rota', 'roster']])).toEqual({
    synonyms: [
      ['rota', 'roster'],
      ['colour', 'color'],
      ['organized', 'organised'],
      ['traveller', 'traveler'],
    ],
    common: ['the', 'with'],
  });
});

it('has no common words for a blog of a few pages', () => {
  expect(wordListsOf(new Map([['the', 5]]), 5, []).common).toEqual([]);
});

it('knows which words a page may lack', () => {
  const { isLittle } = knownWordsFrom(wordListsOf(counts, 100, []));
  expect(['The', 'with', 'vs', 'a'].filter((word) => !isLittle(word))).toEqual([]);
  expect(['course', 'HR', '2', 'C'].filter(isLittle)).toEqual([]);
});
