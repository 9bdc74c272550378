import type { World } from '../world.ts';

/** A line on the screen of a person that says how far a piece of work has come. */
export interface ProgressLine {
  show: (done: number, total: number) => void;
  /** Takes the line away, so that what follows starts at the edge. */
  clear: () => void;
}

const patience = 700;

/** Says nothing to a machine, and nothing during the first moments: most work is done before anybody wonders. */
export function progressLine(
  verb: string,
  { stderr, isTTY }: Pick<World, 'stderr' | 'isTTY'>,
  nouns = 'files',
): ProgressLine {
  const started = performance.now();
  let shown = '';
  return {
    show: (done, total) => {
      if (!isTTY || performance.now() - started < patience) return;
      const line = `${verb} ${total.toLocaleString('en-GB')} ${nouns}: ${Math.floor((100 * done) / total)} %`;
      if (line === shown) return;
      stderr.write(`\r${line}`);
      shown = line;
    },
    clear: () => {
      if (shown !== '') stderr.write(`\r${' '.repeat(shown.length)}\r`);
      shown = '';
    },
  };
}
