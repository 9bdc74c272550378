import { expect, it } from 'vitest';
import { inOtherWords } from '../../../src/search/synonyms.ts';

const synonyms = [
  ['rota', 'roster', 'duty list'],
  ['C++', 'cpp'],
  ['new starter', 'newcomer'],
  ['follow-up', 'booster (late)', '[a]'],
];

it.each([
  ['roster', ['rota', 'duty list']],
  ['the winter Roster', ['the winter rota', 'the winter duty list']],
  ['new  starter lunch', ['newcomer lunch']],
  ['newcomer', ['new starter']],
  ['a follow-up', ['a booster (late)', 'a [a]']],
  ['c++ course', ['cpp course']],
  ['rota "winter rota" -roster', ['roster "winter rota" -roster', 'duty list "winter rota" -roster']],
])('says "%s" in other words', (query, others) => {
  expect(inOtherWords(query, synonyms)).toEqual(others);
});

it.each(['rotation', 'prorota', '"roster"', '-roster', 'lunch', ''])('has no other words for %j', (query) => {
  expect(inOtherWords(query, synonyms)).toEqual([]);
});

it('takes the words of a line for what they are', () => {
  expect(inOtherWords('a$&b', [['a$&b', '$1']])).toEqual(['$1']);
});

it('is quick with thousands of lines', () => {
  const lines = Array.from({ length: 5_000 }, (_, line) => [`word${line}`, `other ${line}`, `third${line}`]);
  expect(inOtherWords('lunch '.repeat(33), lines)).toEqual([]);
}, 2_000);
