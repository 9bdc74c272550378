import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import type { World } from '../../scripts/world.ts';

/** Keys that are no letters. */
export const keys = { enter: '\r', tab: '\t', down: '\u001B[B', leave: '\u0003' };

/** A terminal with a person at it, who waits for each question and types the answer. */
export interface FakeTerminal {
  terminal: NonNullable<World['terminal']>;
  /** Everything that was drawn, without colours. */
  screen: () => string;
  /** The questions that were answered, with what was typed, for a test to read. */
  unanswered: () => string[];
}

export function fakeTerminal(answers: readonly (readonly [question: string, typed: string])[]): FakeTerminal {
  const input = new PassThrough();
  const rest = [...answers];
  let [screen, seen] = ['', 0];
  const output = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      screen += stripVTControlCharacters(chunk.toString());
      const next = rest[0];
      if (next !== undefined && screen.includes(next[0], seen)) {
        seen = screen.length;
        rest.shift();
        // The question is drawn before anybody listens for its answer.
        setTimeout(() => {
          for (const key of next[1].match(/\u001B\[.|[^]/gu) ?? []) input.write(key);
        }, 5);
      }
      done();
    },
  });
  return {
    terminal: { input, output: Object.assign(output, { columns: 100, rows: 40 }) },
    screen: () => screen,
    unanswered: () => rest.map(([question]) => question),
  };
}
