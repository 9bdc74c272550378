import { expect, it } from 'vitest';
import { likelySlugs } from '../../../src/elements/likely-slugs.ts';

const slugs = ['first-day-checklist', 'first-year', 'tabs', 'names-that-sort', 'checklist-for-trainers'];

it('puts the misspelt slug first, then those that share words', () => {
  expect(likelySlugs('first-day-chekclist', slugs, 5)).toEqual(['first-day-checklist', 'first-year']);
});

it('finds slugs by their words when nothing is spelt alike', () => {
  expect(likelySlugs('the-checklist-of-2019', slugs, 5)).toEqual([
    'checklist-for-trainers',
    'first-day-checklist',
  ]);
});

it('finds nothing for words that nothing has', () => {
  expect(likelySlugs('quantum-harpsichord', slugs, 5)).toEqual([]);
});
