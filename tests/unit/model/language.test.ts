import { expect, it } from 'vitest';
import { directionOf, isLanguage } from '../../../src/model/language.ts';

it.each(['en', 'en-GB', 'pt-PT', 'zh-Hant-TW', 'ar'])('takes "%s" for a language', (tag) => {
  expect(isLanguage(tag)).toBe(true);
});

it.each(['', 'e', 'en_GB', 'English (UK)', 'en-'])('does not take "%s" for a language', (tag) => {
  expect(isLanguage(tag)).toBe(false);
});

it.each([
  ['he', 'rtl'],
  ['ar-EG', 'rtl'],
  ['ur', 'rtl'],
  ['az-Arab', 'rtl'],
  ['az', 'ltr'],
  ['en-GB', 'ltr'],
  [undefined, undefined],
])('writes %s in the direction %s', (tag, direction) => {
  expect(directionOf(tag)).toBe(direction);
});
