import { daysBetween, formatDay, type Day } from '../../src/model/day.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import type { Due } from '../../src/model/freshness.ts';
import { absoluteUrl, postPermalink } from '../../src/model/permalink.ts';
import { plainLine } from '../../src/model/plain-line.ts';
import { plural } from '../../src/model/problem.ts';
import { csvText } from '../reporting/csv.ts';
import { machineJson } from '../reporting/machine-json.ts';

/** One post that is due, for people and programs. */
export interface DueRow {
  title: string;
  page: string;
  file: string;
  due: Day;
  /** Less than nothing when the day is still to come. */
  daysOver: number;
  /** The name of the person who is asked; null when nobody is left. */
  keeper: string | null;
  login: string | null;
}

export function dueRows(due: readonly Due[], { site, view, authorBySlug }: Catalogue): DueRow[] {
  return due.map(({ post, day, keeper }) => {
    const person = keeper === undefined ? undefined : authorBySlug.get(keeper);
    return {
      ...{ title: post.title, page: absoluteUrl(site, postPermalink(post.slug)), file: post.source.path },
      ...{ due: day, daysOver: daysBetween(day, view.day) },
      ...{ keeper: person?.name ?? null, login: person?.login ?? null },
    };
  });
}

const formats = {
  text: textOf,
  json: (rows: readonly DueRow[]) => machineJson(rows),
  csv: csvOf,
} satisfies Record<string, (rows: readonly DueRow[]) => string>;

export type FreshFormat = keyof typeof formats;
export const freshFormats = Object.keys(formats);

export function isFreshFormat(name: string): name is FreshFormat {
  return Object.hasOwn(formats, name);
}

/** The list without a line break at its end. */
export function formatDue(rows: readonly DueRow[], format: FreshFormat): string {
  return formats[format](rows);
}

function textOf(rows: readonly DueRow[]): string {
  if (rows.length === 0) return 'Nothing has to be looked at again.';
  const byKeeper = Map.groupBy(rows, ({ keeper }) => keeper ?? 'Nobody is left who keeps these true');
  const blocks = [...byKeeper].map(([keeper, own]) =>
    [plainLine(keeper), ...own.flatMap(linesOf)].join('\n'),
  );
  return [...blocks, `${plural(rows.length, 'post')} of ${plural(byKeeper.size, 'person', 'people')}.`].join(
    '\n\n',
  );
}

function linesOf({ title, page, due, daysOver }: DueRow): string[] {
  const over = daysOver > 0 ? `, ${plural(daysOver, 'day')} ago` : '';
  return [`  ${plainLine(title)}`, `    by ${formatDay(due, 'en-GB')}${over}  ${page}`];
}

const columns = ['title', 'page', 'file', 'due', 'days over', 'keeper', 'login'];

function csvOf(rows: readonly DueRow[]): string {
  return csvText([
    columns,
    ...rows.map(({ title, page, file, due, daysOver, keeper, login }) => [
      ...[title, page, file, due, daysOver],
      ...[keeper ?? '', login ?? ''],
    ]),
  ]);
}
