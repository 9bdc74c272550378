import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ThreadFile } from '../../src/model/thread.ts';
import { writeWhole } from '../adapters/whole-files.ts';
import type { Snapshot } from './plan.ts';
import { snapshotText } from './snapshot-file.ts';

/** What became of a file. */
export interface FileChange {
  kind: 'new' | 'changed' | 'removed';
  /** Relative to the content folder. */
  path: string;
  because?: string;
}

/** The snapshots on disk, and what has been done to them. */
export interface SnapshotFolder {
  changes: FileChange[];
  /** The id of the discussion whose copy a file holds. */
  occupant: (path: string) => string | undefined;
  /** Whether a file holds what was put there, and not what it held before. */
  isFresh: (path: string) => boolean;
  /** Writes a snapshot, unless the file says the same already. */
  put: (path: string, thread: ThreadFile) => Promise<void>;
  remove: (path: string, because: string) => Promise<void>;
}

/** With `dryRun`, everything is as if it had been done, but the disk stays as it is. */
export function openSnapshotFolder(
  dir: string,
  stored: readonly Snapshot[],
  dryRun: boolean,
): SnapshotFolder {
  const occupants = new Map(stored.map(({ path, thread }) => [path, thread.id]));
  const fresh = new Set<string>();
  const changes: FileChange[] = [];
  return {
    changes,
    occupant: (path) => occupants.get(path),
    isFresh: (path) => fresh.has(path),
    put: async (path, thread) => {
      const text = snapshotText(thread);
      const before = await textOf(join(dir, path));
      occupants.set(path, thread.id);
      fresh.add(path);
      if (before === text) return;
      if (!dryRun) await orSay(`write ${path}`, writeWhole(join(dir, path), text));
      changes.push({ kind: before === undefined ? 'new' : 'changed', path });
    },
    remove: async (path, because) => {
      if (!dryRun) await orSay(`remove ${path}`, rm(join(dir, path), { force: true }));
      occupants.delete(path);
      changes.push({ kind: 'removed', path, because });
    },
  };
}

async function textOf(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`Could not read ${file}.`, { cause: error });
  });
}

async function orSay(what: string, work: Promise<void>): Promise<void> {
  await work.catch((cause: unknown) => {
    throw new Error(`Could not ${what}.`, { cause });
  });
}
