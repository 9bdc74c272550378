import type { CheckReport } from '../model/check-report.ts';

/** What a build tells the command that started it, besides what it prints. */
export type BuildMessage =
  | { kind: 'progress'; done: number; total: number }
  /** `age` is a sentence about the copies of conversations. The pages come next, unless there are errors. */
  | { kind: 'checked'; report: CheckReport; age: string | undefined };

/** Tells the command that started this process; nobody when it was started by hand. */
export function tellCommand(message: BuildMessage): void {
  process.send?.(message);
}

/** Whether a message of a process comes from `tellCommand`. */
export function isBuildMessage(message: unknown): message is BuildMessage {
  return typeof message === 'object' && message !== null && 'kind' in message;
}
