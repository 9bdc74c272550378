import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  decodeVocabulary,
  encodeVocabulary,
  fittingWords,
  vocabularyWords,
} from '../../../src/search/vocabulary.ts';
import { createRandom, type Random } from '../../bench/random.ts';
import { sampleBodies } from '../markdown/bodies.ts';

/** How many of some texts each word stands in. */
function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of vocabularyWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const counts = countsOf(sampleBodies());
const sizeOf = (text: string) => gzipSync(text).length;

it('takes words without accents, capitals and numbers', () => {
  expect([...vocabularyWords('Inês met Inês’s 2nd caf\u00e9-owner at 9, “on time”.')]).toEqual([
    'ines',
    'met',
    'cafe',
    'owner',
    'time',
  ]);
});

it('knows after the way through a text what it knew before', () => {
  const { has } = decodeVocabulary(encodeVocabulary(counts));
  expect(counts.size).toBeGreaterThan(2_000);
  expect([...counts.keys()].filter((word) => !has(word))).toEqual([]);
  expect(['', 'a', 'onbording', 'checklis'].filter(has)).toEqual([]);
  expect(has('Checklist')).toBe(true);
});

describe('a vocabulary that is too large', () => {
  it('keeps the commonest words, as many as fit', () => {
    const some = fittingWords(counts, 4_000, sizeOf);
    expect(sizeOf(encodeVocabulary(some))).toBeLessThanOrEqual(4_000);
    expect(sizeOf(encodeVocabulary(some))).toBeGreaterThan(3_900);
    expect(Math.min(...some.values())).toBeGreaterThanOrEqual(
      Math.max(...[...counts].filter(([word]) => !some.has(word)).map(([, count]) => count)),
    );
  });

  it('is kept whole when it fits', () => {
    expect(fittingWords(counts, 60_000, sizeOf).size).toBe(counts.size);
  });
});

describe('words that were not written right', () => {
  const { near } = decodeVocabulary(encodeVocabulary(counts));

  it.each(
    [
      ['onbording', 'onboarding'],
      ['chekclist', 'checklist'],
      ['acommodate', 'accommodate'],
      ['calibratoin', 'calibration'],
      ['Calibraton', 'calibration'],
      ['inductoin', 'induction'],
      ['feeback', 'feedback'],
    ].filter(([, right]) => counts.has(right ?? '')),
  )('are led from "%s" to "%s"', (wrong, right) => {
    expect(near(wrong, 3)[0]).toBe(right);
  });

  it('are not led anywhere when nothing is near', () => {
    expect(near('xylophonist', 3)).toEqual([]);
    expect(near('', 3)).toEqual([]);
  });

  it('are led to the word that was meant among the first three, nine times in ten', () => {
    const random = createRandom(4, 'slips');
    const words = [...counts.keys()].filter(({ length }) => length >= 5);
    const slips = Array.from({ length: 200 }, () => {
      const right = random.pick(words);
      return { right, wrong: slipped(right, random) };
    }).filter(({ wrong }) => !counts.has(wrong));
    const missed = slips.filter(({ right, wrong }) => !near(wrong, 3).includes(right));
    expect(slips.length).toBeGreaterThan(180);
    expect(missed.length / slips.length).toBeLessThanOrEqual(0.1);
  });
});

/** A word with one letter swapped with the next, left out, doubled or replaced. */
function slipped(word: string, random: Random): string {
  const at = random.between(0, word.length - 2);
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  switch (random.between(0, 3)) {
    case 0:
      return `${before}${next}${letter}${after}`;
    case 1:
      return `${before}${next}${after}`;
    case 2:
      return `${before}${letter}${letter}${next}${after}`;
    default:
      return `${before}${'abcdefghijklmnopqrstuvwxyz'.charAt(random.between(0, 25))}${next}${after}`;
  }
}
