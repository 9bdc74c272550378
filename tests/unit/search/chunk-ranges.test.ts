import { describe, expect, it } from 'vitest';
import { chunkOf, compareWords, rangesOf, withWord } from '../../../src/search/chunk-ranges.ts';

const chunks = [
  { from: 'apple', to: 'b', id: 'one' },
  { from: 'p', to: 'prem', id: 'two' },
  { from: 'pren', to: 'zoo', id: 'three' },
];

it('compares words as their bytes in UTF-8 do', () => {
  const words = ['', 'a', 'ab', 'b', 'é', '研', '\uFB01', '😀', '😀a', '𝕳'];
  const bytes = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)));
  for (const a of words)
    for (const b of words) expect(Math.sign(compareWords(a, b)), `${a} ${b}`).toBe(bytes(a, b));
});

describe('the file that a word belongs into', () => {
  it.each([
    ['a', 'one'],
    ['apple', 'one'],
    ['banana', 'one'],
    ['kiwi', 'one'],
    ['pear', 'two'],
    ['premium', 'two'],
    ['prenatal', 'three'],
    ['zulu', 'three'],
  ])('of "%s" is the one before which no word of it can stand: %s', (word, id) => {
    expect(chunks[chunkOf(word, chunks)]?.id).toBe(id);
  });

  it.each([
    ['apple', 'apple', 'b'],
    // Pagefind looks there for everything that begins with b.
    ['banana', 'apple', 'b'],
    ['kiwi', 'apple', 'k'],
    ['a', 'apple', 'b'],
    ['aardvark', 'aardvark', 'b'],
  ])('is found for "%s" from %s to %s', (word, from, to) => {
    const [chunk = { from: '', to: '', id: '' }, next] = chunks;
    expect(withWord(chunk, word, next)).toEqual({ from, to, id: 'one' });
  });
});

it('gives files of words ranges by which they can be told apart', () => {
  expect(
    rangesOf([
      { id: 'one', words: ['apple', 'banana', 'apricot'] },
      { id: 'two', words: ['pear', 'premium'] },
      { id: 'three', words: ['prenatal', 'zoo'] },
    ]),
  ).toEqual([
    { from: 'apple', to: 'b', id: 'one' },
    { from: 'p', to: 'prem', id: 'two' },
    { from: 'pren', to: 'zoo', id: 'three' },
  ]);
});
