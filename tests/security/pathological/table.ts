import { table } from '../../bench/report.ts';
import type { Measurement } from './measure.ts';

/** What one file may take. */
export const bounds = { seconds: 2, megabytes: 512 };

/** Whether a file was refused or rendered within the bounds, or within so many times the processor time. */
export function isWithin({ outcome }: Measurement, slack = 1): boolean {
  if (typeof outcome === 'string') return false;
  const { checkSeconds, renderSeconds, megabytes } = outcome;
  return (
    Math.max(checkSeconds, renderSeconds) <= bounds.seconds * slack && megabytes <= bounds.megabytes * slack
  );
}

/** What came of a file: the rules that refused it, or that it was rendered. */
export function verdictOf({ outcome }: Measurement): string {
  if (typeof outcome === 'string') return outcome;
  return outcome.refused.length === 0 ? 'rendered' : outcome.refused.join(', ');
}

/** The slowest first. */
export function formatMeasurements(measurements: readonly Measurement[]): string {
  const sorted = measurements.toSorted((a, b) => secondsOf(b) - secondsOf(a));
  return table([
    ['File', 'Size', 'Verdict', 'Check, CPU', 'Build, CPU', 'Memory'],
    ...sorted.map((one) => [one.name, size(one.bytes), verdictOf(one), ...figures(one)]),
  ]);
}

function secondsOf({ outcome }: Measurement): number {
  return typeof outcome === 'string' ? Infinity : Math.max(outcome.checkSeconds, outcome.renderSeconds);
}

function figures({ outcome }: Measurement): string[] {
  if (typeof outcome === 'string') return ['', '', ''];
  const { checkSeconds, renderSeconds, megabytes } = outcome;
  return [`${checkSeconds.toFixed(1)} s`, `${renderSeconds.toFixed(1)} s`, `${megabytes.toFixed(0)} MB`];
}

function size(bytes: number): string {
  return `${Math.max(1, Math.round(bytes / 1000)).toLocaleString('en-GB')} kB`;
}
