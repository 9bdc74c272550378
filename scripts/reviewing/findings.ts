import { isError, type Problem } from '../../src/model/problem.ts';
import type { FileChange } from './branch.ts';
import type { Hidden } from './hidden.ts';
import type { Report } from './report-schema.ts';
import type { Side } from './side.ts';

interface Compared {
  base: Side;
  head: Side;
  hidden: Hidden;
  touched: ReadonlySet<string>;
  changes: readonly FileChange[];
  /** The content folder in the repository, ending with a slash. */
  prefix: string;
}

/** What the check says about the files of the branch, and what it says elsewhere because of the branch. */
export function findings({
  base,
  head,
  hidden,
  touched,
  changes,
  prefix,
}: Compared): Pick<Report, 'problems' | 'silenced'> {
  const names = new Map(changes.flatMap(({ path, from }) => (from === undefined ? [] : [[from, path]])));
  const keyOf = ({ file, rule, message }: Problem, because = '') =>
    JSON.stringify([names.get(file) ?? file, rule, message, because]);
  const known = new Set(base.problems.map((problem) => keyOf(problem)));
  const excepted = new Set(base.silenced.map((one) => keyOf(one, one.because)));
  const problems = head.problems
    .map((problem) => ({ problem, isNew: !known.has(keyOf(problem)) }))
    .filter(({ problem, isNew }) => (isNew || touched.has(problem.file)) && !hidden.file(problem.file))
    .map(({ problem, isNew }) => {
      const { file, line, column, rule, message, mend } = problem;
      const told = hidden.text(message) ? { message: closedMessage, mend: closedMend } : { message, mend };
      return {
        ...{ file: `${prefix}${file}`, line, column, rule, isNew },
        ...told,
        isError: isError(problem),
      };
    });
  const silenced = head.silenced
    .filter(
      (one) => touched.has(one.file) && !hidden.file(one.file) && !excepted.has(keyOf(one, one.because)),
    )
    .map(({ file, line, column, rule, message, because, clause, scope }) => ({
      ...{ file: `${prefix}${file}`, line, column, rule, because, scope },
      message: hidden.text(message) ? closedMessage : message,
      ...(clause !== undefined && { clause }),
    }));
  return { problems, silenced };
}

const closedMessage = 'This has to do with a closed group, and is told to its members only.';
const closedMend = 'What it is says: npm run check';
