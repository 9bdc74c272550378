import type { CheckReport, Silenced } from '../../src/model/check-report.ts';
import { isError, type Problem } from '../../src/model/problem.ts';
import { closing } from './closing.ts';

interface TestCase {
  file: string;
  xml: string;
  outcome: 'failed' | 'skipped' | 'passed';
}

/**
 * For programs that show test results: a suite for each file with a problem. An error is a failed test. Advice and what
 * was silenced are skipped tests, which such programs show without failing. Sound content is one test that passed,
 * because Jenkins takes a report without tests for a mistake.
 */
export function junitReport(report: CheckReport): string {
  const { problems, silenced } = report;
  const found = [...problems.map(problemCase), ...silenced.map(silencedCase)];
  const cases = found.length > 0 ? found : [soundCase(report)];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="npm run check"${counts(cases)} time="${report.seconds.toFixed(3)}">`,
    ...[...Map.groupBy(cases, ({ file }) => file)].map(suite),
    '</testsuites>',
  ].join('\n');
}

function suite([file, cases]: [string, readonly TestCase[]]): string {
  const skipped = cases.filter(({ outcome }) => outcome === 'skipped').length;
  return [
    `  <testsuite name="${attribute(file)}"${counts(cases)} skipped="${skipped}">`,
    ...cases.map(({ xml }) => `    ${xml}`),
    '  </testsuite>',
  ].join('\n');
}

function counts(cases: readonly TestCase[]): string {
  const failures = cases.filter(({ outcome }) => outcome === 'failed').length;
  return ` tests="${cases.length}" failures="${failures}" errors="0"`;
}

function problemCase(problem: Problem): TestCase {
  const { file, line, column, rule, message, mend } = problem;
  const whole = text(`${file}:${line}:${column}  ${rule}\n${message}\n${mend}`);
  return isError(problem)
    ? testCase(
        problem,
        'failed',
        `<failure type="${rule}" message="${attribute(message)}">${whole}</failure>`,
      )
    : testCase(
        problem,
        'skipped',
        `<skipped type="advice" message="${attribute(message)}">${whole}</skipped>`,
      );
}

function silencedCase(problem: Silenced): TestCase {
  const reason = attribute(`Silenced because ${problem.because}`);
  const skipped = `<skipped type="silenced" message="${reason}">${text(problem.message)}</skipped>`;
  return testCase(problem, 'skipped', skipped);
}

function testCase(problem: Problem, outcome: TestCase['outcome'], inside: string): TestCase {
  const { file, line, column, rule } = problem;
  const name = `${rule} at ${line}:${column}`;
  return {
    file,
    outcome,
    xml: `<testcase classname="${attribute(file)}" name="${name}">${inside}</testcase>`,
  };
}

function soundCase(report: CheckReport): TestCase {
  const xml = `<testcase classname="content" name="${attribute(closing(report))}"/>`;
  return { file: 'content', outcome: 'passed', xml };
}

// XML 1.0 cannot hold these at all, not even as references.
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function text(words: string): string {
  return words
    .replace(forbidden, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}

/** A parser makes spaces of the line breaks in an attribute, unless they are references. */
function attribute(words: string): string {
  return text(words).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
