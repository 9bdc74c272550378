import type { Root } from 'mdast';
import type { Problem } from '../model/problem.ts';

/** What the rules about words need to know of the blog. Plain data. */
export interface LintOptions {
  /** Words that are right here, whatever a dictionary says. */
  words: readonly string[];
}

type Found = Omit<Problem, 'file'>;

/** A body and its file, as far as the rules about words look at them. */
export interface LintJob {
  text: string;
}

export interface Lint {
  /** Loads what has to be loaded, once. */
  ready: () => Promise<void>;
  body: (job: LintJob, tree: Root) => Found[];
  /** What must never be published, for each of many texts. */
  secrets: (jobs: readonly LintJob[]) => Promise<Found[][]>;
}

export function createLint(_options: LintOptions): Lint {
  return {
    ready: () => Promise.resolve(),
    body: () => [],
    secrets: (jobs) => Promise.resolve(jobs.map(() => [])),
  };
}
