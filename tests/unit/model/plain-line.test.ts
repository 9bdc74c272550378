import { expect, it } from 'vitest';
import { plainLine } from '../../../src/model/plain-line.ts';

it('names what a terminal would obey, and leaves all other words alone', () => {
  expect(plainLine('a\nb\u001B[2J\u202Ec\u009B \uD800')).toBe(
    'a<U+000A>b<U+001B>[2J<U+202E>c<U+009B> <U+D800>',
  );
  for (const words of ['Grüße, 水, \u{1F4A7}', 'שלום', 'a\u00A0b', 'e\u0301'])
    expect(plainLine(words)).toBe(words);
});
