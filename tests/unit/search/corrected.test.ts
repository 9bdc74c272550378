import { expect, it } from 'vitest';
import { corrections } from '../../../src/search/corrected.ts';
import { decodeVocabulary, encodeVocabulary } from '../../../src/search/vocabulary.ts';

const words =
  'onboarding checklist feedback induction sandpiper calibrate calibration worklog job aid manual git undo commit card care';
const vocabulary = decodeVocabulary(encodeVocabulary(new Map(words.split(' ').map((word) => [word, 2]))));

it.each([
  ['onbording', 'onboarding'],
  ['onbording chekclist', 'onboarding checklist'],
  ['feedback inductoin', 'feedback induction'],
  ['Sandpipper calibrate', 'sandpiper calibrate'],
  ['work log', 'worklog'],
  ['jobaid manual', 'job aid manual'],
  ['undo comit -git "my onbording"', 'undo commit -git "my onbording"'],
])('leads from "%s" to "%s"', (query, right) => {
  expect(corrections(query, vocabulary)[0]).toBe(right);
});

it('offers more than one when more is near', () => {
  expect(corrections('carr', vocabulary)).toEqual(['card', 'care']);
});

it.each([
  'onboarding',
  'onboard',
  'job aid',
  'HR-204',
  '"onbording"',
  '-onbording',
  'v2.1 c++',
  'xylophonist',
  '',
])('changes nothing in %j', (query) => {
  expect(corrections(query, vocabulary)).toEqual([]);
});
