import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summaryLine, totalsOf, type Counting } from '../../../scripts/testing/totals.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-totals-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function count(counting: Counting, exitCode: number, report: unknown) {
  const path = join(folder, 'report.json');
  await writeFile(path, typeof report === 'string' ? report : JSON.stringify(report));
  return totalsOf(counting, exitCode, path);
}

function vitestFile(status: string, ...tests: string[]) {
  return { status, assertionResults: tests.map((test) => ({ status: test })) };
}

function playwright(
  stats: Partial<Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number>>,
  errors: unknown[] = [],
) {
  return { errors, stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0, ...stats } };
}

const oneFailed = { passed: 0, failed: 1 };

describe('a step that is one check', () => {
  it('passes or fails by its exit code alone', async () => {
    expect(await totalsOf('one-check', 0, 'unused')).toEqual({ passed: 1, failed: 0 });
    expect(await totalsOf('one-check', 2, 'unused')).toEqual(oneFailed);
  });
});

describe('a Vitest report', () => {
  it('is summed over its files', async () => {
    const testResults = [vitestFile('passed', 'passed', 'passed'), vitestFile('failed', 'passed', 'failed')];
    expect(await count('vitest', 1, { testResults })).toEqual({ passed: 3, failed: 1 });
  });

  it('counts a file that did not load as one failed', async () => {
    const testResults = [vitestFile('passed', 'passed'), vitestFile('failed')];
    expect(await count('vitest', 1, { testResults })).toEqual({ passed: 1, failed: 1 });
  });

  it('counts a skipped test as failed, because nobody looked', async () => {
    expect(await count('vitest', 0, { testResults: [vitestFile('passed', 'passed', 'skipped')] })).toEqual({
      passed: 1,
      failed: 1,
    });
  });

  it('fails when the tool failed outside of the tests', async () => {
    expect(await count('vitest', 1, { testResults: [vitestFile('passed', 'passed')] })).toEqual({
      passed: 1,
      failed: 1,
    });
  });
});

describe('a Playwright report', () => {
  it('counts only what was expected at the first attempt as passed', async () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
    expect(await count('playwright', 1, playwright(stats))).toEqual({ passed: 5, failed: 3 });
  });

  it('fails when the set-up failed', async () => {
    expect(await count('playwright', 1, playwright({ expected: 2 }, ['port taken']))).toEqual({
      passed: 2,
      failed: 1,
    });
  });
});

describe('a report that says nothing', () => {
  it.each(['vitest', 'playwright'] as const)('counts as one failed check for %s', async (counting) => {
    expect(await totalsOf(counting, 0, join(folder, 'missing.json'))).toEqual(oneFailed);
    expect(await count(counting, 0, '{"testRes')).toEqual(oneFailed);
    expect(await count(counting, 0, {})).toEqual(oneFailed);
    expect(await count(counting, 0, { testResults: [], ...playwright({}) })).toEqual(oneFailed);
  });
});

describe('the last line', () => {
  it('is the sum of all steps', () => {
    expect(summaryLine([{ passed: 2, failed: 0 }, oneFailed, { passed: 40, failed: 2 }])).toBe(
      '42 passed, 3 failed',
    );
  });
});
