import { z } from 'zod';

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/u;
const durationPattern = /^(\d{1,3}) (day|week|month|year)s?$/u;

/** A calendar day without a time or a zone, written `2026-03-12`. Days compare as strings. */
export const daySchema = z
  .string({ error: 'A date is written as year-month-day, such as 2026-03-12.' })
  .refine(isRealDay, { error: realDayMessage, params: { rule: 'bad-date' } })
  // For those who read the schema as data: a refinement says nothing to them.
  .meta({ format: 'date' })
  .brand<'Day'>();

export type Day = z.output<typeof daySchema>;

/** A length of time in words, such as `6 months` or `1 year`. */
export const durationSchema = z
  .string()
  .regex(durationPattern, 'A duration is a number and a unit, such as "6 months" or "1 year".')
  .brand<'Duration'>();

export type Duration = z.output<typeof durationSchema>;

function isRealDay(text: string): boolean {
  const match = isoDay.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function realDayMessage({ input }: { input?: unknown }): string {
  const text = String(input);
  return isoDay.test(text)
    ? `There is no day ${text} in the calendar.`
    : `"${text}" is not a date written as year-month-day, such as 2026-03-12.`;
}

/** The day of an instant such as `2026-03-12T09:30:00Z`, as it is in UTC. */
export function dayOf(instant: string): Day {
  return daySchema.parse(instant.slice(0, 10));
}

const lastDay = '9999-12-31';

function toDay(date: Date): Day {
  if (date.getUTCFullYear() > 9999) return daySchema.parse(lastDay);
  return daySchema.parse(date.toISOString().slice(0, 10));
}

/** The day that it is at the moment `now` in an IANA time zone such as `Europe/London`. */
export function dayIn(timeZone: string, now: Date): Day {
  return daySchema.parse(remembered(timeZone, () => isoIn(timeZone)).format(now));
}

function isoIn(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
}

/** The day that lies `duration` after `day`; the end of a shorter month stands for a missing day. */
export function addDuration(day: Day, duration: Duration): Day {
  const [, amountText = '0', unit = 'day'] = durationPattern.exec(duration) ?? [];
  const amount = Number(amountText);
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === 'day') date.setUTCDate(date.getUTCDate() + amount);
  if (unit === 'week') date.setUTCDate(date.getUTCDate() + amount * 7);
  if (unit === 'month' || unit === 'year') {
    const dayOfMonth = date.getUTCDate();
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + (unit === 'year' ? amount * 12 : amount));
    const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
    date.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()));
  }
  return toDay(date);
}

// To make one takes a thousand times as long as to use it, and every date of every page asks for one.
const formatters = new Map<string, Intl.DateTimeFormat>();

function remembered(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = make();
  formatters.set(key, made);
  return made;
}

function inWords(language: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
}

const daysInWords = new Map<string, string>();

/** A day in words for readers, such as `12 March 2026`. */
export function formatDay(day: Day, language: string): string {
  const key = `${day} ${language}`;
  const known = daysInWords.get(key);
  if (known !== undefined) return known;
  const format = remembered(`in words: ${language}`, () => inWords(language));
  const words = format.format(new Date(`${day}T00:00:00Z`));
  daysInWords.set(key, words);
  return words;
}

/** How many days later the second day is. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

export function yearOf(day: Day): string {
  return day.slice(0, 4);
}
