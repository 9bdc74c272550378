import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from '../../../scripts/adapters/lock.ts';
import { removeUnfinished, writeWhole } from '../../../scripts/adapters/whole-files.ts';
import { temporaryFolder } from '../../support/content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let path: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder.dir, 'deep', '.lock');
});
afterEach(() => folder.remove());

async function taken(): Promise<Exclude<Awaited<ReturnType<typeof takeLock>>, { heldBy: number }>> {
  const lock = await takeLock(path);
  if ('heldBy' in lock) throw new Error(`The lock is held by ${lock.heldBy}.`);
  return lock;
}

/** A process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

async function heldBy(holder: object, secondsAgo: number): Promise<void> {
  await (await taken()).release();
  await writeFile(path, JSON.stringify({ id: randomUUID(), pid: process.pid, host: hostname(), ...holder }));
  const then = new Date(Date.now() - secondsAgo * 1000);
  await utimes(path, then, then);
}

describe('a lock', () => {
  it('is held by one at a time, and leaves nothing behind', async () => {
    const lock = await taken();
    expect(await takeLock(path)).toEqual({ heldBy: process.pid });
    await lock.release();
    await (await taken()).release();
    expect(await readdir(join(folder.dir, 'deep'))).toEqual([]);
  });

  it('goes to one of many who ask at once', async () => {
    const all = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)));
    expect(all.filter((lock) => !('heldBy' in lock))).toHaveLength(1);
  });

  it('goes to one of many who find that its process is dead', async () => {
    const pid = endedProcess();
    for (let round = 0; round < 30; round += 1) {
      await heldBy({ pid }, 10);
      const all = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)));
      const taken = all.filter((lock) => 'release' in lock);
      expect(taken).toHaveLength(1);
      await taken[0]?.release();
      expect(await readdir(join(folder.dir, 'deep'))).toEqual([]);
    }
  });

  it.each([
    ['of a running process', {}, 10, false],
    ['of a running process that has not moved for long', {}, 301, true],
    ['of another machine', { host: 'elsewhere', pid: 1 }, 10, false],
    ['of another machine that has not moved for long', { host: 'elsewhere', pid: 1 }, 301, true],
    ['that cannot be read and is fresh', { pid: 'none' }, 0, false],
    ['that cannot be read and is old', { pid: 'none' }, 10, true],
  ])('%s is free or not', async (_what, holder, secondsAgo, free) => {
    await heldBy(holder, secondsAgo);
    expect(!('heldBy' in (await takeLock(path)))).toBe(free);
  });

  it('is not taken from whoever has it by now', async () => {
    const late = await taken();
    const other = JSON.stringify({ id: randomUUID(), pid: process.pid, host: hostname() });
    await writeFile(path, other);
    await late.release();
    expect(await readFile(path, 'utf8')).toBe(other);
  });
});

describe('writing a file whole', () => {
  it('makes its folder, and leaves nothing beside it', async () => {
    await writeWhole(join(folder.dir, 'a', 'b.json'), '{}');
    expect(await readdir(join(folder.dir, 'a'))).toEqual(['b.json']);
  });

  it('leaves the old file when it cannot be put there', async () => {
    await writeWhole(join(folder.dir, 'a', 'b.json', 'inner'), '');
    await expect(writeWhole(join(folder.dir, 'a', 'b.json'), '{}')).rejects.toThrow();
    expect(await readdir(join(folder.dir, 'a'))).toEqual(['b.json']);
  });

  it('clears away what was left by a process that was killed, and nothing else', async () => {
    const names = ['.b.json.3f0c2a52-4b52-4f8e-9f53-1f2a0f6e5a11.tmp', '.hidden', 'b.json', 'b.tmp'];
    for (const name of names) await writeFile(join(folder.dir, name), '');
    await removeUnfinished(folder.dir);
    expect(await readdir(folder.dir)).toEqual(names.slice(1));
  });
});
