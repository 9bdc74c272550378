import type { CorpusOptions } from './corpus.ts';
import type { Measured } from './measured-build.ts';
import type { Sizes, Weight } from './sizes.ts';
import { median } from './statistics.ts';
import type { Taken } from './taken.ts';

export const buildKinds = ['cold', 'unchanged', 'one-edit'] as const;
export type BuildKind = (typeof buildKinds)[number];

/** Everything that one benchmark found out. */
export interface Report {
  date: string;
  node: string;
  cores: number;
  corpus: CorpusOptions;
  /** One entry a run, in order. */
  builds: Record<BuildKind, Measured[]>;
  sizes: Sizes;
}

const kindLabels: Record<BuildKind, string> = {
  cold: 'Cold',
  unchanged: 'Unchanged',
  'one-edit': 'One edit',
};

/** One command in a line, for somebody who waits for the next. */
export function formatTaken({ wallSeconds, cpuSeconds, wholeTree }: Taken): string {
  const used = [
    cpuSeconds === undefined ? 'unknown CPU time' : `${seconds(cpuSeconds)} of CPU`,
    wholeTree === undefined ? 'unknown memory' : megabytes(wholeTree),
  ];
  return `That took ${seconds(wallSeconds)}, ${used.join(' and ')}.`;
}

/** What was measured, when and with what, in a line. */
export function formatCorpus({ date, node, cores, corpus, builds }: Report): string {
  const runs = builds.cold.length;
  const often = runs === 1 ? 'one run' : `medians of ${runs} runs`;
  const posts = `${wholeNumber(corpus.posts)} posts of about ${wholeNumber(corpus.words)} words, seed ${corpus.seed}`;
  return `${posts}, ${often} (${date}, ${cores} cores, Node ${node})`;
}

/** The report as aligned tables, which are Markdown as well. Several runs are shown by their medians. */
export function formatReport(report: Report): string {
  const { builds, sizes } = report;
  return `${formatCorpus(report)}\n\n${table([['', ...buildKinds.map((kind) => kindLabels[kind])], ...buildRows(builds)])}\n\n${table(sizeRows(sizes))}\n`;
}

/** What each check took, as an aligned table. Several runs are shown by their medians. */
export function formatChecks(title: string, checks: Readonly<Record<string, readonly Taken[]>>): string {
  const rows = Object.entries(checks).map(([name, taken]) => [
    name,
    middle(taken, ({ wallSeconds }) => wallSeconds, seconds),
    middle(taken, ({ cpuSeconds }) => cpuSeconds, seconds),
    middle(taken, ({ wholeTree }) => wholeTree, megabytes),
  ]);
  return `${title}\n\n${table([['', 'Wall', 'CPU', 'Memory'], ...rows])}\n`;
}

/** The median of what is known of several runs, as it is shown. */
export function middle<Run>(
  runs: readonly Run[],
  value: (run: Run) => number | undefined,
  show: (value: number) => string,
): string {
  const values = runs.flatMap((run) => value(run) ?? []);
  return values.length === 0 ? 'unknown' : show(median(values));
}

function buildRows(builds: Report['builds']): string[][] {
  const row = (
    label: string,
    value: (build: Measured) => number | undefined,
    show: (value: number) => string,
  ) => [label, ...buildKinds.map((kind) => middle(builds[kind], value, show))];
  const phase = (name: keyof Measured['phaseSeconds'], label: string) =>
    row(label, ({ phaseSeconds }) => phaseSeconds[name], seconds);
  return [
    row('Wall', ({ wallSeconds }) => wallSeconds, seconds),
    row('CPU', ({ cpuSeconds }) => cpuSeconds, seconds),
    row('Memory, largest process', ({ largestProcess }) => largestProcess, megabytes),
    row('Memory, all processes', ({ wholeTree }) => wholeTree, megabytes),
    phase('read', 'Read'),
    phase('markdown', 'Markdown'),
    phase('render', 'Bundle and render'),
    phase('search', 'Search index'),
    phase('other', 'Other'),
    row('Pages', ({ pages }) => pages, wholeNumber),
    row('Made anew', ({ madeAnew }) => madeAnew, wholeNumber),
    row(
      'Pages a second',
      ({ pages, wallSeconds }) => pages / wallSeconds,
      (value) => value.toFixed(0),
    ),
  ];
}

function sizeRows({ medianPostHtml, postCss, postJs, searchIndex, dataStore }: Sizes): string[][] {
  const weight = (label: string, { raw, gzip }: Weight) => [label, kilobytes(raw), kilobytes(gzip)];
  return [
    ['', 'Raw', 'Gzip'],
    weight('Post page HTML, median', medianPostHtml),
    weight('CSS of a post page', postCss),
    weight('JavaScript of a post page, without search', postJs),
    ['Search index', kilobytes(searchIndex), ''],
    ['Data store', kilobytes(dataStore), ''],
  ];
}

/** Rows as an aligned table, which is Markdown as well. */
export function table([head = [], ...rows]: string[][]): string {
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, column) => align(cells[column] ?? '', width, column)).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function align(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}

export const wholeNumber = (value: number) => value.toLocaleString('en-GB');
export const seconds = (value: number) => `${value.toFixed(1)} s`;
export const megabytes = (bytes: number) => `${wholeNumber(Math.round(bytes / 1e6))} MB`;
const kilobytes = (bytes: number) =>
  `${(bytes / 1000).toLocaleString('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })} kB`;
