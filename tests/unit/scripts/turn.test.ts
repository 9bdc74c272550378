import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { takeLock } from '../../../scripts/adapters/lock.ts';
import { waitForLock } from '../../../scripts/adapters/turn.ts';
import { temporaryFolder } from '../../support/content.ts';
import { fakeWorld } from '../../support/fake-world.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function taken(path: string) {
  const lock = await takeLock(path);
  if (!('release' in lock)) throw new Error('The lock of a new folder is not free.');
  return lock;
}

it('takes a lock that is free at once, and says nothing', async () => {
  const { world, written } = fakeWorld();
  const lock = await waitForLock(join(folder.dir, 'lock'), 'Another build', world);
  expect([lock === undefined, written.stdout]).toEqual([false, '']);
});

it('waits for one that is held, says once by whom, and has it then', async () => {
  const path = join(folder.dir, 'lock');
  const first = await taken(path);
  const { world, written } = fakeWorld();
  const waiting = waitForLock(path, 'Another build', world);
  setTimeout(() => void first.release(), 500);
  const second = await waiting;
  expect(written.stdout).toBe(
    `Another build is under way (process ${process.pid}). This one waits for it.\n`,
  );
  expect(await takeLock(path)).toEqual({ heldBy: process.pid });
  await second?.release();
});

it('ends the wait when it is stopped, and leaves the lock alone', async () => {
  const path = join(folder.dir, 'lock');
  await taken(path);
  const stopping = new AbortController();
  const { world } = fakeWorld({ signal: stopping.signal });
  const waiting = waitForLock(path, 'Another build', world);
  stopping.abort();
  expect(await waiting).toBeUndefined();
  expect(await takeLock(path)).toEqual({ heldBy: process.pid });
});
