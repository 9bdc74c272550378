import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** How many checks of a step passed and failed. */
export interface Totals {
  passed: number;
  failed: number;
}

/** How the result of a step is counted: as one check, or by the report that its tool writes. */
export type Counting = 'one-check' | 'vitest' | 'playwright';

const vitestReport = z.object({
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  errors: z.array(z.unknown()),
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
});

/** The totals of a step that has ended. A report that is missing or unreadable counts as one failed check. */
export async function totalsOf(counting: Counting, exitCode: number, report: string): Promise<Totals> {
  if (counting === 'one-check') return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  let content: unknown;
  try {
    content = JSON.parse(await readFile(report, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const totals = counting === 'vitest' ? vitestTotals(content) : playwrightTotals(content);
  if (totals === undefined || totals.passed + totals.failed === 0) return { passed: 0, failed: 1 };
  // The tool saw something fail that is not a test: an error outside of tests, or a set-up that broke.
  return exitCode !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** The last line of the whole run. */
export function summaryLine(all: readonly Totals[]): string {
  const { passed, failed } = sum(all);
  return `${passed} passed, ${failed} failed`;
}

function sum(all: readonly Totals[]): Totals {
  return all.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/** A file that failed to load has no tests of its own, and counts as one failed. A skipped test counts as failed. */
function vitestTotals(content: unknown): Totals | undefined {
  const report = vitestReport.safeParse(content);
  return report.data && sum(report.data.testResults.map(fileTotals));
}

function fileTotals({
  status,
  assertionResults,
}: {
  status: string;
  assertionResults: { status: string }[];
}): Totals {
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  const failed = assertionResults.length - passed;
  return { passed, failed: status === 'failed' && failed === 0 ? 1 : failed };
}

function playwrightTotals(content: unknown): Totals | undefined {
  const report = playwrightReport.safeParse(content);
  if (report.data === undefined) return undefined;
  const { errors, stats } = report.data;
  const failed = stats.unexpected + stats.flaky + stats.skipped;
  return { passed: stats.expected, failed: failed === 0 && errors.length > 0 ? 1 : failed };
}
