import { describe, expect, it } from 'vitest';
import { parseState } from '../../../src/search/state.ts';
import { dayWords, kindWords, resultWords } from '../../../src/search/words.ts';

const words = (address: string, total: number, unfiltered = total) =>
  resultWords(parseState(new URLSearchParams(address)), { total, unfiltered });

describe('what is said about the results', () => {
  it.each([
    ['?q=drift', 23, 23, '23 results for “drift”.'],
    ['?q=drift', 1, 1, '1 result for “drift”.'],
    ['?q=drift', 0, 0, 'Nothing found for “drift”.'],
    ['?q=drift&tag=git', 5, 23, '5 of 23 results for “drift”.'],
    ['?q=drift&tag=git', 0, 23, 'Nothing found for “drift” with these filters.'],
    ['?tag=git', 4, 60, '4 results.'],
    ['?q=drift&shown=20', 23, 23, '23 results for “drift”. The first 20 are listed.'],
    ['?q=drift&shown=30', 1230, 1230, '1,230 results for “drift”. The first 30 are listed.'],
    ['?q=drift&shown=30', 23, 23, '23 results for “drift”. All are listed.'],
  ])('for %s with %i of %i', (address, total, unfiltered, sentence) => {
    expect(words(address, total, unfiltered)).toBe(sentence);
  });
});

it('says what was looked for instead', () => {
  const state = parseState(new URLSearchParams('?q=onbording&tag=git'));
  expect(resultWords(state, { total: 2, unfiltered: 9, instead: 'onboarding' })).toBe(
    'Nothing has “onbording”. 2 of 9 results for “onboarding”.',
  );
});

describe('a day in words', () => {
  it('is written in the language of the blog', () => {
    expect(dayWords('2026-03-12', 'en-GB')).toBe('12 March 2026');
    expect(dayWords('2026-03-12', 'pt-PT')).toBe('12 de março de 2026');
  });

  it('is nothing for what is no day', () => {
    expect(dayWords('soon', 'en-GB')).toBe('');
  });
});

describe('the kind of a result', () => {
  const words = (kind: string | undefined, filters: Parameters<typeof kindWords>[0]['filters']) =>
    kindWords({ meta: kind === undefined ? {} : { kind }, filters });

  it('says of a question whether it was answered', () => {
    expect(words('Question', { answered: ['yes'] })).toBe('Question, answered');
    expect(words('Question', { answered: ['no'] })).toBe('Question, not answered');
  });

  it('is told where it is not an article', () => {
    expect(words('Discussion', {})).toBe('Discussion');
    expect(words(undefined, { kind: ['page'] })).toBe('About this blog');
    expect(words(undefined, {})).toBeUndefined();
  });
});
