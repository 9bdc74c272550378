import { setTimeout as wait } from 'node:timers/promises';
import type { World } from '../world.ts';
import { takeLock, type Lock } from './lock.ts';

const pause = 200;

/** Takes a lock as soon as it is free, and says once who has it. Undefined when the wait is ended by the signal. */
export async function waitForLock(
  path: string,
  work: string,
  { signal, stdout }: Pick<World, 'signal' | 'stdout'>,
): Promise<Lock | undefined> {
  let isSaid = false;
  while (!signal.aborted) {
    const lock = await takeLock(path);
    if ('release' in lock) return lock;
    if (!isSaid) stdout.write(`${work} is under way (process ${lock.heldBy}). This one waits for it.\n`);
    isSaid = true;
    await wait(pause, undefined, { signal }).catch(() => undefined);
  }
  return undefined;
}
