import { setTimeout } from 'node:timers/promises';
import { ForgeError } from './forge-error.ts';

const mostTries = 3;

/** Begins again, with a look at what is there, when nobody knows whether a change was made. */
export async function steadily<Result>(pause: number, work: () => Promise<Result>): Promise<Result> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ForgeError) || error.kind !== 'busy' || tries === mostTries) throw error;
      await setTimeout(pause * tries);
    }
  }
}

/** Whether the forge has a text already: it stores line breaks its own way. */
export function sameText(a: string | null | undefined, b: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return plain(a ?? '') === plain(b);
}
