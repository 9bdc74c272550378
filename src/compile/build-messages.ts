import type { CheckReport } from '../model/check-report.ts';

/** What a build tells the command that started it, besides what it prints. */
export type BuildMessage =
  | { kind: 'progress'; done: number; total: number }
  /**
   * `age` is a sentence about the copies of conversations, and `unknown` one about what git cannot say. The pages come next,
   * unless there are errors.
   */
  | { kind: 'checked'; report: CheckReport; age: string | undefined; unknown: string | undefined }
  /** Why pages were made: their paths, each with the rest of a sentence. `index` says what became of the search index. */
  | { kind: 'explained'; pages: readonly (readonly [path: string, reason: string])[]; index: string }
  /** How many pages there are, and how many of them this build has made. */
  | { kind: 'built'; pages: number; made: number };

/**
 * Tells the command that started this process; nobody when it was started by hand. Resolves once the message is on its way:
 * a process that ends before that takes thousands of problems with it.
 */
export async function tellCommand(message: BuildMessage): Promise<void> {
  await new Promise<void>((resolve) => {
    // Whoever has gone need not be told.
    if (process.send?.(message, undefined, undefined, () => resolve()) === undefined) resolve();
  });
}

/** Tells the command how many pages there are, and how many of them were made. */
export async function tellBuilt(paths: readonly string[], made: readonly string[]): Promise<void> {
  const count = (some: readonly string[]) => some.filter((path) => path.endsWith('.html')).length;
  await tellCommand({ kind: 'built', pages: count(paths), made: count(made) });
}

/** Whether a message of a process comes from `tellCommand`. */
export function isBuildMessage(message: unknown): message is BuildMessage {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
