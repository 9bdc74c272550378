import { expect, it } from 'vitest';
import { otherWordsFrom } from '../../../src/search/synonyms.ts';

const synonyms = [
  ['rota', 'roster', 'duty list'],
  ['C++', 'cpp'],
  ['new starter', 'newcomer'],
  ['follow-up', '[a]'],
];

/** The query in other words: words, and phrases in quotation marks. */
function inOtherWords(query: string, lines = synonyms): string[] {
  return otherWordsFrom(lines)(query.split(' ')).map(({ words, phrases }) =>
    [...words, ...phrases.map((phrase) => `"${phrase}"`)].join(' '),
  );
}

it.each([
  ['roster', ['rota', '"duty list"']],
  ['the winter Rosters', ['the winter rota', 'the winter "duty list"']],
  ['new starter lunch', ['lunch newcomer']],
  ['newcomers', ['"new starter"']],
  ['a follow-up', ['a [a]']],
  ['c++ course', ['course cpp']],
])('says "%s" in other words', (query, others) => {
  expect(inOtherWords(query)).toEqual(others);
});

it.each(['rotation', 'prorota', 'lunch', '', 'starter new'])('has no other words for %j', (query) => {
  expect(inOtherWords(query)).toEqual([]);
});

it('takes names of things that every object has for words', () => {
  expect(inOtherWords('constructor __proto__')).toEqual([]);
  expect(inOtherWords('constructor', [['constructor', 'builder']])).toEqual(['builder']);
});

it('stops at six', () => {
  expect(inOtherWords('a', [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']])).toHaveLength(6);
});
