import type { Measured } from './measured-build.ts';
import { megabytes, middle, seconds, table, wholeNumber, type Report } from './report.ts';
import { times } from './search-figures.ts';
import { median } from './statistics.ts';
import type { Taken } from './taken.ts';

/** What a row tells of one run; what does not apply to it is left out. */
export type RowRun = Pick<Taken, 'wallSeconds'> & Partial<Taken & Pick<Measured, 'pages' | 'madeAnew'>>;

/** The runs of everything that was measured, by what the table calls it, in order. */
export type Rows = Map<string, RowRun[]>;

export function addRun(rows: Rows, name: string, run: RowRun): void {
  rows.set(name, [...(rows.get(name) ?? []), run]);
}

/** Everything that was measured besides the three builds. */
export interface More {
  rows: Rows;
  /** What has to be known of the rows, each a paragraph. */
  notes: readonly string[];
  growth?: Growth;
}

/** The builds of all posts, and those of a tenth of them. */
interface Growth {
  posts: number;
  tenth: number;
  builds: Report['builds'];
  few: Report['builds'];
}

/** A line for each thing that was measured, in aligned tables, which are Markdown as well. */
export function formatMore({ rows, notes, growth }: More): string {
  const parts = [rowTable(rows), ...(growth === undefined ? [] : [growthTable(growth)]), ...notes];
  return `${parts.join('\n\n')}\n`;
}

/**
 * A cell is empty where there is nothing to say. Machines differ from day to day, so that all times are also given as a share of
 * what another tool has taken from nothing in the same run.
 */
function rowTable(rows: Rows): string {
  const [other, runsOfOther = []] = [...rows].find(([name]) => / and Pagefind, cold$/u.test(name)) ?? [];
  const whole = median(runsOfOther.map(({ wallSeconds }) => wallSeconds));
  const cell = (runs: readonly RowRun[], value: (run: RowRun) => number | undefined, show: typeof seconds) =>
    runs.every((run) => value(run) === undefined) ? '' : middle(runs, value, show);
  const lines = [...rows].map(([name, runs]) => [
    name,
    cell(runs, ({ wallSeconds }) => wallSeconds, seconds),
    cell(runs, ({ cpuSeconds }) => cpuSeconds, seconds),
    cell(runs, ({ wholeTree }) => wholeTree, megabytes),
    cell(runs, ({ pages }) => pages, wholeNumber),
    cell(runs, ({ madeAnew }) => madeAnew, wholeNumber),
    ...(other === undefined ? [] : [cell(runs, ({ wallSeconds }) => wallSeconds / whole, percent)]),
  ]);
  const share = other === undefined ? [] : [`Of ${other.split(' ')[0]}, cold`];
  return table([['', 'Wall', 'CPU', 'Memory', 'Pages', 'Made anew', ...share], ...lines]);
}

const percent = (share: number) => `${(100 * share).toFixed(share < 0.2 ? 1 : 0)} %`;

/** How many times as much a build takes with all posts as with a tenth of them. */
function growthTable({ posts, tenth, builds, few }: Growth): string {
  const line = (label: string, kind: keyof Report['builds']) => {
    const ratio = (value: (taken: Taken) => number | undefined) => {
      const [all = 0, least = 0] = [builds, few].map((of) =>
        median(of[kind].flatMap((run) => value(run) ?? [])),
      );
      return least === 0 ? 'unknown' : times(all / least);
    };
    return [
      label,
      ratio(({ wallSeconds }) => wallSeconds),
      ratio(({ cpuSeconds }) => cpuSeconds),
      ratio(({ wholeTree }) => wholeTree),
    ];
  };
  const head = `${wholeNumber(posts)} posts to ${wholeNumber(tenth)}`;
  return table([
    [head, 'Wall', 'CPU', 'Memory'],
    line('Cold', 'cold'),
    line('Nothing changed', 'unchanged'),
    line('One post edited', 'one-edit'),
  ]);
}
