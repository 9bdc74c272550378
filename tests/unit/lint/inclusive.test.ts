import { expect, it } from 'vitest';
import { createChunkReader } from '../../../src/lint/chunk.ts';
import { doubtfulPhrases, mayBeDoubtful, phrases } from '../../../src/lint/inclusive.ts';

const chunksOf = createChunkReader(() => true);
const isAsked = (text: string) => mayBeDoubtful(text, chunksOf(text));

const contexts: ((phrase: string) => string)[] = [
  (phrase) => `We met the ${phrase} here.`,
  (phrase) => phrase,
  (phrase) => `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}, they said.`,
  (phrase) => phrase.toUpperCase(),
  (phrase) => `It is${phrase.replaceAll(' ', '  ').replace(/^/u, ' ')}; or not.`,
  (phrase) => `Not (${phrase}) and—${phrase}—“${phrase}”.`,
  (phrase) => phrase.replaceAll("'", '’').replaceAll('*', 'somebody'),
  (phrase) => phrase.replaceAll('-', ' '),
  (phrase) => phrase.replaceAll(' ', '-'),
];

it('asks the package about every text in which it finds something', () => {
  const texts = phrases.flatMap((phrase) => contexts.map((context) => context(phrase)));
  const found = texts.filter((text) => doubtfulPhrases(text).length > 0);
  expect(phrases.length).toBeGreaterThan(700);
  expect(found.length).toBeGreaterThan(phrases.length * 4);
  expect(found.filter((text) => !isAsked(text))).toEqual([]);
}, 60_000);

it('does not ask about a text without such words', () => {
  expect(isAsked('The pump was cleaned on the morning of the fair, and on time.')).toBe(false);
});
