import type { CheckReport } from '../../src/model/check-report.ts';
import { isError, type Problem } from '../../src/model/problem.ts';
import { closing } from './closing.ts';

/**
 * For GitHub Actions: an annotation for every problem at its line in the pull request. Errors are `error`, advice is
 * `warning`, and what was silenced is `notice`, with its reason.
 */
export function githubReport(report: CheckReport): string {
  return [
    ...report.problems.map((problem) =>
      isError(problem)
        ? command('error', problem, problem.rule, `${problem.message}\n${problem.mend}`)
        : command('warning', problem, `${problem.rule} (advice)`, `${problem.message}\n${problem.mend}`),
    ),
    ...report.silenced.map((problem) =>
      command(
        'notice',
        problem,
        `${problem.rule} (silenced)`,
        `${problem.message}\nSilenced because ${problem.because}`,
      ),
    ),
    closing(report),
  ].join('\n');
}

function command(level: string, { file, line, column }: Problem, title: string, message: string): string {
  return `::${level} file=${property(file)},line=${line},col=${column},title=${property(title)}::${data(message)}`;
}

// The runner reads a line with TryParseV2 in github.com/actions/runner, src/Runner.Common/ActionCommand.cs. It ends the
// properties at the next "::", splits them at commas, and undoes exactly these escapes, the per cent sign last; so here
// it has to come first. Any other escape would be shown to people as it is.
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
