import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  decodeVocabulary,
  encodeVocabulary,
  fittingWords,
  vocabularyWords,
} from '../../../src/search/vocabulary.ts';
import { countsOf, slipsOf } from '../../search/slips.ts';
import { sampleBodies } from '../markdown/bodies.ts';

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
    const slips = slipsOf(counts.keys(), 200);
    const missed = slips.filter(({ right, wrong }) => !near(wrong, 3).includes(right));
    expect(slips).toHaveLength(200);
    expect(missed.length / slips.length).toBeLessThanOrEqual(0.1);
  });
});
