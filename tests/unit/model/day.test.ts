import { describe, expect, it } from 'vitest';
import { addDuration, dayIn, daySchema, durationSchema, formatDay, yearOf } from '../../../src/model/day.ts';
import { day } from '../../support/entries.ts';

const refusal = (text: unknown) => daySchema.safeParse(text).error?.issues[0]?.message;
const later = (start: string, duration: string) => addDuration(day(start), durationSchema.parse(duration));

describe('a day', () => {
  it.each(['2026-03-12', '2024-02-29', '2000-02-29', '2026-12-31'])('may be %s', (text) => {
    expect(daySchema.parse(text)).toBe(text);
  });

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-01-00'])(
    'is not %s, which no calendar has',
    (text) => {
      expect(refusal(text)).toBe(`There is no day ${text} in the calendar.`);
    },
  );

  it.each(['12.03.2026', '2026-3-12', '2026-03-12T10:00:00Z', ' 2026-03-12', '2026-03-12\n', 'tomorrow', ''])(
    'is not written %j',
    (text) => {
      expect(refusal(text)).toBe(`"${text}" is not a date written as year-month-day, such as 2026-03-12.`);
    },
  );

  it('is text, not a number or a moment', () => {
    expect(refusal(20260312)).toBe('A date is written as year-month-day, such as 2026-03-12.');
    expect(refusal(new Date())).toBe('A date is written as year-month-day, such as 2026-03-12.');
  });
});

describe('the day that it is', () => {
  it.each([
    ['2026-03-11T23:30:00Z', 'Europe/Paris', '2026-03-12'],
    ['2026-03-11T23:30:00Z', 'UTC', '2026-03-11'],
    ['2026-03-12T00:30:00Z', 'America/Los_Angeles', '2026-03-11'],
    ['2026-12-31T10:30:00Z', 'Pacific/Kiritimati', '2027-01-01'],
    ['2026-03-29T00:59:59Z', 'Europe/London', '2026-03-29'],
    ['2026-10-24T23:30:00Z', 'Europe/London', '2026-10-25'],
  ])('at %s in %s is %s', (now, timeZone, expected) => {
    expect(dayIn(timeZone, new Date(now))).toBe(expected);
  });
});

describe('a duration', () => {
  it.each([
    ['2026-01-31', '1 month', '2026-02-28'],
    ['2024-01-31', '1 month', '2024-02-29'],
    ['2026-03-31', '6 months', '2026-09-30'],
    ['2024-02-29', '1 year', '2025-02-28'],
    ['2024-02-29', '4 years', '2028-02-29'],
    ['2026-11-30', '3 months', '2027-02-28'],
    ['2026-12-31', '1 day', '2027-01-01'],
    ['2026-02-22', '2 weeks', '2026-03-08'],
    ['2026-03-12', '0 days', '2026-03-12'],
  ])('leads from %s in %s to %s', (start, duration, end) => {
    expect(later(start, duration)).toBe(end);
  });

  it.each(['six months', '6 fortnights', '6months', '-1 day', '1.5 years', '1000 days'])(
    'is not written "%s"',
    (text) => {
      expect(durationSchema.safeParse(text).error?.issues[0]?.message).toBe(
        'A duration is a number and a unit, such as "6 months" or "1 year".',
      );
    },
  );
});

it('writes a day in the words of a language, whatever the time zone of the machine', () => {
  expect(formatDay(day('2026-03-01'), 'en-GB')).toBe('1 March 2026');
  expect(formatDay(day('2026-03-01'), 'pt-PT')).toBe('1 de março de 2026');
});

it('knows the year of a day', () => {
  expect(yearOf(day('2026-03-12'))).toBe('2026');
});
