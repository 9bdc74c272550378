import type { CheckReport, Silenced } from '../../src/model/check-report.ts';
import { plainLine } from '../../src/model/plain-line.ts';
import { formatProblem, placeOf } from '../../src/model/problem.ts';
import { closing } from './closing.ts';

/** For people: every problem with its place and its mend, then what was silenced and why, then what state things are in. */
export function textReport(report: CheckReport): string {
  const problems = report.problems.map(formatProblem);
  const silenced =
    report.silenced.length === 0
      ? []
      : ['Silenced, with a reason:\n' + report.silenced.map(silencedLine).join('\n')];
  return [...problems, ...silenced, closing(report)].join('\n\n');
}

function silencedLine(problem: Silenced): string {
  const { rule, clause, because, scope } = problem;
  const name = clause === undefined ? rule : `${rule} (${plainLine(clause)})`;
  const reach = scope === 'file' ? ' (in the whole file)' : '';
  return `${placeOf(problem)}  ${name}  because ${plainLine(because)}${reach}`;
}
