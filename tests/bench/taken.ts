import { watchDescendants, type Usage } from './process-tree.ts';

/** What some programs took. */
export interface Taken extends Usage {
  wallSeconds: number;
}

/** Does some work, and measures the programs that it starts. Throws what the work throws. */
export async function takenBy(work: () => Promise<unknown>): Promise<Taken> {
  const usage = watchDescendants();
  const started = performance.now();
  try {
    await work();
  } catch (error) {
    // Else it would be watched on.
    await usage();
    throw error;
  }
  const wallSeconds = secondsSince(started);
  return { wallSeconds, ...(await usage()) };
}

/** Since a moment of the clock of `performance`. */
export function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}
