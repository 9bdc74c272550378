import type { Measured } from '../bench/measured-build.ts';

/** What a build of 1,200 pages is said to have taken. */
export function aMeasuredBuild(wallSeconds: number, madeAnew = 1200): Measured {
  return {
    wallSeconds,
    cpuSeconds: wallSeconds * 1.5,
    largestProcess: 512e6,
    wholeTree: 640e6,
    phaseSeconds: { read: 1, markdown: 2, render: 3, search: 4, other: 5 },
    pages: 1200,
    madeAnew,
  };
}
