import { expect, it } from 'vitest';
import { daySchema } from '../../../src/model/day.ts';
import { postWeight } from '../../../src/model/search-weights.ts';

const day = (text: string) => daySchema.parse(text);
const weight = (date: string, pastReview = false, answered = false) =>
  postWeight({ date: day(date), pastReview, answered }, day('2026-11-25'));

it('falls with every whole year, up to six', () => {
  const dates = [
    '2026-11-25',
    '2025-11-25',
    '2024-11-26',
    '2024-11-25',
    '2020-11-25',
    '1999-01-01',
    '2030-01-01',
  ];
  expect(dates.map((date) => Math.round((1 - weight(date)) * 24))).toEqual([0, 1, 1, 2, 6, 6, 0]);
});

it('falls past the day of review, and rises with an accepted answer', () => {
  expect(weight('2026-01-01', true)).toBeLessThan(weight('2025-01-01'));
  expect(weight('2026-01-01', false, true)).toBeGreaterThan(weight('2026-01-01'));
  expect(weight('1999-01-01', true)).toBeGreaterThan(0.5);
});
