import { appendFileSync } from 'node:fs';

/** The parts of a build whose time is measured. What is left over, such as bundling, has no name of its own. */
export const phases = ['read', 'markdown', 'render', 'search'] as const;
export type Phase = (typeof phases)[number];

/** One line of the file of timings, as JSON. Several processes of one build add to the same file. */
export interface Timing {
  phase: Phase;
  seconds: number;
}

/**
 * Starts to measure a part of a build; the function that it returns ends that and adds a line to the file named by the
 * environment variable `WATERCOOLER_TIMINGS`. Does nothing when there is no such variable.
 */
export function startPhase(phase: Phase): () => void {
  const file = process.env['WATERCOOLER_TIMINGS'];
  if (file === undefined) return () => undefined;
  const started = performance.now();
  return () => {
    const timing: Timing = { phase, seconds: (performance.now() - started) / 1000 };
    appendFileSync(file, `${JSON.stringify(timing)}\n`);
  };
}
