import type { Problem } from './problem.ts';

/** A problem that an author silenced, for one line or for the whole file, and why. */
export interface Silenced extends Problem {
  because: string;
  scope: 'line' | 'file';
}

/** What the check found. */
export interface CheckReport {
  /** Errors and advice, in the order of files and lines. */
  problems: readonly Problem[];
  /** What was found and silenced with a reason, in the same order: a reviewer judges the reasons. */
  silenced: readonly Silenced[];
  /** How many files were judged. */
  files: number;
  seconds: number;
}
