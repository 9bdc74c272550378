import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';

const holderSchema = z.object({ id: z.uuid(), pid: z.int(), host: z.string() });
type Holder = z.output<typeof holderSchema>;

/** Something that only one process does at a time. */
export interface Lock {
  release: () => Promise<void>;
}

const heartbeat = 20_000;
const silence = 5 * 60_000;

/**
 * Takes the lock at a path, or says which process has it. A lock counts for nothing when its process is no longer
 * there, or has not moved for five minutes: on another machine nobody can see more.
 */
export async function takeLock(path: string): Promise<Lock | { heldBy: number }> {
  const own: Holder = { id: randomUUID(), pid: process.pid, host: hostname() };
  await mkdir(dirname(path), { recursive: true });
  for (let attempt = 0; ; attempt += 1) {
    if (await claim(path, own)) return holding(path, own);
    const holder = await holderOf(path);
    if (holder === 'nobody') continue;
    if (attempt > 2 || !(await isStale(path, holder))) return { heldBy: holder?.pid ?? 0 };
    if (await takeOver(path, holder, own)) return holding(path, own);
  }
}

async function claim(path: string, own: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(own), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Undefined when the file cannot be read: it is being written, or was when its process was killed. */
async function holderOf(path: string): Promise<Holder | 'nobody' | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    return holderSchema.safeParse(text === '' ? undefined : JSON.parse(text)).data;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'nobody' : undefined;
  }
}

async function isStale(path: string, holder: Holder | undefined): Promise<boolean> {
  const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: 0 }));
  const age = Date.now() - mtimeMs;
  if (age > silence) return true;
  // A lock that cannot be read is one that is being written, for a moment.
  if (holder === undefined) return age > 2000;
  return holder.host === hostname() && !isRunning(holder.pid);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one as well.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Puts an own lock in the place of a stale one, and says whether that was possible. Of all who find the same one, only the
 * first does it: a note with its name is beside it for as long as that takes.
 */
async function takeOver(path: string, stale: Holder | undefined, own: Holder): Promise<boolean> {
  const note = `${path}.${stale?.id ?? 'unreadable'}.tmp`;
  if (!(await claim(note, own))) {
    // Its process was killed in this moment.
    const { mtimeMs } = await stat(note).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > silence) await rm(note, { force: true });
    return false;
  }
  const fresh = `${path}.${own.id}.tmp`;
  try {
    // Whoever was here before may have done it.
    const holder = await holderOf(path);
    if (holder === 'nobody' || holder?.id !== stale?.id || !(await isStale(path, holder))) return false;
    await writeFile(fresh, JSON.stringify(own));
    await rename(fresh, path);
    return true;
  } finally {
    await rm(note, { force: true });
  }
}

function holding(path: string, own: Holder): Lock {
  const beat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  beat.unref();
  return {
    release: async () => {
      clearInterval(beat);
      const holder = await holderOf(path);
      if (holder !== undefined && holder !== 'nobody' && holder.id === own.id)
        await rm(path, { force: true });
    },
  };
}
