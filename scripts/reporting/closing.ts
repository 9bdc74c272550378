import type { CheckReport } from '../../src/model/check-report.ts';
import { plural, stateAfter } from '../../src/model/problem.ts';

/** The last words of a report for people: what state things are in, and what `--fix` would do about it. */
export function closing({ problems, silenced, files, seconds }: CheckReport): string {
  if (problems.length === 0) {
    const found = silenced.length === 0 ? 'no problems' : 'no problems but the silenced ones';
    return `Checked ${plural(files, 'file')}: ${found}. ${seconds.toFixed(1)} s`;
  }
  const fixable = problems.filter(({ fix }) => fix !== undefined).length;
  const state = stateAfter(problems);
  if (fixable === 0) return state;
  const them = problems.length === 1 ? 'it' : fixable === problems.length ? 'them all' : `${fixable} of them`;
  return `${state}\n"npm run check -- --fix" would mend ${them}.`;
}
