import { describe, expect, it } from 'vitest';
import { asksSomething, parseState, printState } from '../../../src/search/state.ts';

const parse = (query: string) => parseState(new URLSearchParams(query));

describe('the state of a search in its address', () => {
  it('reads words, filters, order and how many are shown', () => {
    expect(parse('?q=drift&tag=git&tag=calibration&year=2024&answered=yes&sort=newest&shown=30')).toEqual({
      query: 'drift',
      chosen: {
        tag: ['calibration', 'git'],
        author: [],
        group: [],
        kind: [],
        year: ['2024'],
        answered: ['yes'],
        comments: [],
      },
      order: 'newest',
      shown: 30,
    });
  });

  it.each([
    '?q=drift',
    '?q=flushing+time&tag=git&author=ines-carvalho&group=field-notes&kind=how-to&year=2024&year=2026&answered=no&comments=yes&sort=newest&shown=20',
    '?q=%3Cimg+src%3Dx+onerror%3Dalert%281%29%3E',
    '?q=In%C3%AAs+%26+Hana',
    '?tag=git',
    '',
  ])('prints %s as it was read', (address) => {
    expect(printState(parse(address))).toBe(address);
  });

  it('leaves what goes without saying out of the address', () => {
    expect(printState(parse('?q=&sort=relevance&shown=10&tag=&unknown=1'))).toBe('');
  });

  it('drops values that no filter can have, and values given twice', () => {
    expect(parse('?tag=git&tag=git&tag=%3Cb%3E&tag=__proto__').chosen.tag).toEqual(['git']);
  });

  it('tidies the white space of the words and cuts them at 200 characters', () => {
    expect(parse('?q=%20%20two%0A%09words%20').query).toBe('two words');
    expect(parse(`?q=${'é'.repeat(300)}`).query).toHaveLength(200);
  });

  it('survives words that are no proper text', () => {
    const state = parseState(new URLSearchParams([['q', 'a\uD800b']]));
    expect(() => encodeURIComponent(state.query)).not.toThrow();
  });

  it.each([
    ['-5', 10],
    ['0', 10],
    ['abc', 10],
    ['1e9', 200],
    ['11', 20],
    ['', 10],
  ])('shows a sensible number of results for shown=%s', (shown, expected) => {
    expect(parse(`?q=a&shown=${shown}`).shown).toBe(expected);
  });

  it('asks something when there are words or filters, and nothing when there is only an order', () => {
    expect(asksSomething(parse('?q=a'))).toBe(true);
    expect(asksSomething(parse('?year=2024'))).toBe(true);
    expect(asksSomething(parse('?q=+&sort=newest'))).toBe(false);
  });
});
