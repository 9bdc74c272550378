import { plainLine } from './plain-line.ts';
import { rules, type RuleName } from './rules/rules.ts';

/** Something a contributor can fix by editing content: where it is, which rule found it, what is wrong, how to mend it. */
export interface Problem {
  /** The file, relative to the folder that the command was started in, with forward slashes. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  rule: RuleName;
  /** What is wrong, in whole sentences. */
  message: string;
  /** How to mend it, in whole sentences. */
  mend: string;
  /** For the rule `policy`: the name of the clause, which an exception has to name as well. */
  clause?: string;
  /** How `--fix` mends it, where that is safe without a person. */
  fix?: Fix;
}

/** A place in a text file, counted from 1. */
export interface Place {
  line: number;
  column: number;
}

/** A mend that needs no person: other text between two places of the file, or a smaller picture. */
export type Fix = { kind: 'replace'; start: Place; end: Place; text: string } | { kind: 'recompress' };

/** Whether a problem keeps the content from being published. The others are advice. */
export function isError({ rule }: Pick<Problem, 'rule'>): boolean {
  return rules[rule].severity === 'error';
}

export function compareProblems(a: Problem, b: Problem): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const unpublished = 'Nothing was published.';

/**
 * All problems in the order of files and lines, with a closing line that says what state things are in; with an error
 * among them, `afterErrors` says it.
 */
export function formatProblems(problems: readonly Problem[], afterErrors = unpublished): string {
  const blocks = [...problems].sort(compareProblems).map((problem) => `${formatProblem(problem)}\n`);
  return [...blocks, stateAfter(problems, afterErrors)].join('\n');
}

/** One problem: where, which rule, what is wrong, how to mend it. */
export function formatProblem({ file, line, column, rule, message, mend }: Problem): string {
  const advice = isError({ rule }) ? '' : ' (advice)';
  return `${placeOf({ file, line, column })}  ${rule}${advice}\n  ${plainLine(message)}\n  ${plainLine(mend)}`;
}

/** `content/posts/a.md:5:9`, which editors and terminals open on a click. */
export function placeOf({ file, line, column }: Pick<Problem, 'file' | 'line' | 'column'>): string {
  return `${plainLine(file)}:${line}:${column}`;
}

/** How much was found, and what that means for publishing. There is at least one problem. */
export function stateAfter(problems: readonly Problem[], afterErrors = unpublished): string {
  const errors = problems.filter(isError).length;
  const advice = problems.length - errors;
  const found = [
    ...(errors > 0 ? [plural(errors, 'problem')] : []),
    ...(advice > 0 ? [plural(advice, 'piece of advice', 'pieces of advice')] : []),
  ].join(' and ');
  const files = plural(new Set(problems.map(({ file }) => file)).size, 'file');
  return `${found} in ${files}. ${errors > 0 ? afterErrors : afterAdvice(advice)}`;
}

function afterAdvice(advice: number): string {
  return `${advice === 1 ? 'It does' : 'They do'} not keep anything from being published.`;
}

/** `1 file`, `2 files`, `1 reply`, `2 replies`. */
export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? noun : nouns}`;
}
