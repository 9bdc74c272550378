import { describe, expect, it } from 'vitest';
import { corrections, likelier } from '../../../src/search/corrected.ts';
import { decodeVocabulary, encodeVocabulary } from '../../../src/search/vocabulary.ts';

const known =
  'onboarding checklist feedback induction sandpiper calibrate calibration worklog job aid manual git undo commit card care';
const vocabulary = decodeVocabulary(encodeVocabulary(new Map(known.split(' ').map((word) => [word, 2]))));

const words = (text: string) => text.split(' ').filter((word) => word !== '');
const corrected = (text: string) => corrections(words(text), vocabulary).map((one) => one.join(' '));

it.each([
  ['onbording', 'onboarding'],
  ['onbording chekclist', 'onboarding checklist'],
  ['feedback inductoin', 'feedback induction'],
  ['Sandpipper calibrate', 'sandpiper calibrate'],
  ['work log', 'worklog'],
  ['jobaid manual', 'job aid manual'],
  ['undo comit', 'undo commit'],
  ['piper', 'sandpiper'],
])('leads from "%s" to "%s"', (query, right) => {
  expect(corrected(query)[0]).toBe(right);
});

it('offers more than one when more is near', () => {
  expect(corrected('crad')).toEqual(['card']);
  expect(corrected('careed')).toEqual(['card', 'care']);
});

it.each([
  'onboarding',
  'onboard',
  'job aid',
  'HR-204',
  'v2.1 c++',
  'xylophonist',
  // Another letter in a short word makes another word.
  'gat',
  'carr',
  '',
])('changes nothing in %j', (query) => {
  expect(corrected(query)).toEqual([]);
});

it('leaves a word alone that is known in other words', () => {
  expect(corrections(['onbording', 'comit'], vocabulary, (word) => word === 'comit')).toEqual([
    ['onboarding', 'comit'],
  ]);
});

describe('a rare word that is nearly a common one', () => {
  const counts = new Map([
    ['calender', 1],
    ['calendar', 40],
    ['calibre', 5],
    ['calibres', 9],
  ]);
  const uneven = decodeVocabulary(encodeVocabulary(counts));

  it('was probably meant to be that', () => {
    expect(likelier(['old', 'calender'], uneven)).toEqual(['old', 'calendar']);
  });

  it.each(['calendar', 'calibre', 'old'])('is not seen in "%s"', (word) => {
    expect(likelier([word], uneven)).toBeUndefined();
  });
});
