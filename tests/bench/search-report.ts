import { plural } from '../../src/model/problem.ts';
import { table } from './report.ts';
import {
  firstResult,
  interfaceNames,
  kilobytes,
  laterKeys,
  limitsOf,
  milliseconds,
  searchFigures,
  times,
  type Figure,
  type InterfaceName,
  type SearchReport,
} from './search-figures.ts';
import { sentKinds } from './search-traffic.ts';
import { median } from './statistics.ts';
import type { Load } from './visit-figures.ts';

const names: Record<InterfaceName, string> = {
  ours: 'This blog',
  stock: 'Stock',
  undelayed: 'Stock, no wait',
};

const figureHead = ['', names.ours, names.stock, 'Ratio', names.undelayed, 'Ratio', 'Limit', ''];

/** The report as aligned tables, which are Markdown as well, and what is missed in sentences. */
export function formatSearch(report: SearchReport): string {
  const { visits } = report;
  const figures = searchFigures(report);
  const missed = figures.flatMap(limitsOf).filter(({ holds }) => !holds);
  const keys = interfaceNames.map((name) => {
    const unchanged = visits[name].reduce((sum, visit) => sum + visit.unchanged, 0);
    return `${names[name]}: ${laterKeys(visits[name]).length} and ${unchanged}.`;
  });
  const parts = [
    heading(report),
    table([figureHead, ...figures.map(figureRow)]),
    '“Stock” is Pagefind’s own interface as it comes, which waits 300 ms for another key. What was sent counts the page as well, with its fonts.',
    perInterface('First result of', questionRows(report)),
    perInterface('Sent by all results', kindRows(report)),
    `Later keys that changed the results, and that did not: ${keys.join(' ')}`,
    missed.length === 0
      ? 'Every limit holds.'
      : missed
          .map(({ what, value, most }) => `Missed: ${what}: ${value}, and the limit is ${most}.`)
          .join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function heading({ pages, seed, runs, questions, date, cores, node, chromium }: SearchReport): string {
  const visits = `${runs === 1 ? 'one run' : `medians of ${runs} runs`} of ${plural(questions.length, 'question')}`;
  return `Search in ${pages.toLocaleString('en-GB')} pages, seed ${seed}, ${visits} (${date}, ${cores} cores, Node ${node}, Chromium ${chromium})`;
}

function figureRow(figure: Figure): string[] {
  const { label, value, show } = figure;
  const limits = limitsOf(figure);
  return [
    label,
    show(value.ours),
    show(value.stock),
    times(value.ours / value.stock),
    show(value.undelayed),
    times(value.ours / value.undelayed),
    limits.map(({ most }) => most).join(', '),
    limits.length === 0 ? '' : limits.every(({ holds }) => holds) ? 'holds' : 'missed',
  ];
}

function questionRows({ questions, visits }: SearchReport): string[][] {
  return questions.map(({ kind, text }) => [
    `"${text.slice(0, 1)}" (${kind} "${text}")`,
    ...interfaceNames.map((name) =>
      milliseconds(firstResult(visits[name].filter((visit) => visit.text === text))),
    ),
  ]);
}

function kindRows({ visits }: SearchReport): string[][] {
  return sentKinds.map((kind) => [
    kind,
    ...interfaceNames.map((name) => loads(visits[name].map(({ kinds }) => kinds[kind]))),
  ]);
}

function loads(all: readonly Load[]): string {
  const requests = median(all.map((load) => load.requests));
  return requests === 0 ? '' : `${kilobytes(median(all.map(({ bytes }) => bytes)))} in ${requests}`;
}

function perInterface(title: string, rows: string[][]): string {
  return table([[title, ...interfaceNames.map((name) => names[name])], ...rows]);
}
