import type { Question } from './search-questions.ts';
import { indexKinds } from './search-traffic.ts';
import { median, quantile } from './statistics.ts';
import type { Visit } from './visit-figures.ts';

export const interfaceNames = ['ours', 'stock', 'undelayed'] as const;
/** Our page, Pagefind's own interface as it comes, and the same without its wait for another key. */
export type InterfaceName = (typeof interfaceNames)[number];

/** Everything that one measurement of the search found out. */
export interface SearchReport {
  date: string;
  node: string;
  chromium: string;
  cores: number;
  /** Pages in the index. */
  pages: number;
  seed: number;
  runs: number;
  questions: Question[];
  /** In order; each types one of the questions. */
  visits: Record<InterfaceName, (Visit & { text: string })[]>;
}

/** A number for each interface, from all of its visits. */
export interface Figure {
  label: string;
  value: Record<InterfaceName, number>;
  show: (value: number) => string;
  /** The most that our page may have. */
  most: number | undefined;
  /** Whether our page must keep up with Pagefind's own interface. */
  keepsUp: boolean;
}

/** What a figure must not exceed, and whether it does. */
export interface Limit {
  what: string;
  value: string;
  most: string;
  holds: boolean;
}

// How much slower than Pagefind's own interface our page may be.
const mostRatio = 1.1;

export function searchFigures({ visits }: Pick<SearchReport, 'visits'>): Figure[] {
  const figure = (
    label: string,
    show: Figure['show'],
    of: (visits: readonly Visit[]) => number,
    { most, keepsUp = false }: { most?: number; keepsUp?: boolean } = {},
  ): Figure => {
    const value = { ours: of(visits.ours), stock: of(visits.stock), undelayed: of(visits.undelayed) };
    return { label, value, show, most, keepsUp };
  };
  const keepsUp = true;
  return [
    figure('First key to first result', milliseconds, firstResult, { most: 400, keepsUp }),
    figure(
      'First key to all results',
      milliseconds,
      middle((visit) => visit.allResults),
      { keepsUp },
    ),
    figure('Later key, median', milliseconds, (all) => median(laterKeys(all)), { most: 100, keepsUp }),
    figure('Later key, 95 of 100', milliseconds, (all) => quantile(laterKeys(all), 0.95), { keepsUp }),
    figure(
      'Results shown',
      String,
      middle((visit) => visit.shown),
    ),
    figure(
      'Sent before the first key',
      kilobytes,
      middle((visit) => visit.sent.beforeKey.bytes),
    ),
    figure(
      'Sent by the first result',
      kilobytes,
      middle((visit) => visit.sent.byFirstResult.bytes),
      {
        most: 300_000,
      },
    ),
    figure(
      'Sent by all results',
      kilobytes,
      middle((visit) => visit.sent.byAllResults.bytes),
    ),
    figure('The index and its program, of that', kilobytes, middle(ofTheIndex)),
    figure(
      'Requests by all results',
      String,
      middle((visit) => visit.sent.byAllResults.requests),
    ),
  ];
}

const middle = (of: (visit: Visit) => number) => (visits: readonly Visit[]) => median(visits.map(of));

function ofTheIndex({ kinds }: Visit): number {
  return indexKinds.reduce((sum, kind) => sum + kinds[kind].bytes, 0);
}

/** The median time from the first key to the first result. */
export const firstResult = middle((visit) => visit.firstResult);

/** Of all visits, one after the other. */
export function laterKeys(visits: readonly Visit[]): number[] {
  return visits.flatMap((visit) => visit.laterKeys);
}

/** What our page must keep to. */
export function limitsOf({ label, value: { ours, stock }, show, most, keepsUp }: Figure): Limit[] {
  const own = most === undefined ? [] : [{ what: label, value: ours, most, show }];
  const ratio = {
    what: `${label}, against Pagefind’s own`,
    value: ours / stock,
    most: mostRatio,
    show: times,
  };
  return [...own, ...(keepsUp ? [ratio] : [])].map((limit) => ({
    what: limit.what,
    value: limit.show(limit.value),
    most: limit.show(limit.most),
    holds: limit.value <= limit.most,
  }));
}

export function times(value: number): string {
  return `${value.toFixed(2)} ×`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
