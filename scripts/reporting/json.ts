import type { CheckReport, Silenced } from '../../src/model/check-report.ts';
import { isError, type Problem } from '../../src/model/problem.ts';
import { rules } from '../../src/model/rules/rules.ts';
import type { Severity } from '../../src/model/rules/rule.ts';
import { machineJson } from './machine-json.ts';

/** What programs may rely on. Fields are only ever added; anything else raises `version`. */
export interface JsonReport {
  version: 1;
  counts: {
    /** How many files were judged. */
    files: number;
    errors: number;
    advice: number;
    silenced: number;
    /** How many problems, errors and advice, `--fix` would mend. */
    fixable: number;
  };
  seconds: number;
  /** In the order of files and lines. */
  problems: JsonProblem[];
  silenced: (JsonProblem & Pick<Silenced, 'because' | 'scope'>)[];
}

/** A problem with its severity; places count from 1, columns in UTF-16 code units. */
export type JsonProblem = Pick<Problem, 'file' | 'line' | 'column' | 'rule' | 'message' | 'mend'> & {
  severity: Severity;
  clause?: string;
  fix?: Problem['fix'];
};

/** For programs: everything that the check knows. */
export function jsonReport({ problems, silenced, files, seconds }: CheckReport): string {
  const errors = problems.filter(isError).length;
  const report: JsonReport = {
    version: 1,
    counts: {
      files,
      errors,
      advice: problems.length - errors,
      silenced: silenced.length,
      fixable: problems.filter(({ fix }) => fix !== undefined).length,
    },
    seconds,
    problems: problems.map(jsonProblem),
    silenced: silenced.map((problem) => ({
      ...jsonProblem(problem),
      because: problem.because,
      scope: problem.scope,
    })),
  };
  return machineJson(report);
}

function jsonProblem({ file, line, column, rule, message, mend, clause, fix }: Problem): JsonProblem {
  return {
    file,
    line,
    column,
    rule,
    severity: rules[rule].severity,
    message,
    mend,
    ...(clause !== undefined && { clause }),
    ...(fix !== undefined && { fix }),
  };
}
