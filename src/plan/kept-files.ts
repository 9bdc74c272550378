import {
  mkdirSync,
  readFileSync,
  readdirSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
  renameSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { digestOf } from '../source/digest.ts';

/** A file of the output: what it was made from, and how it was left. */
const fileSchema = z.tuple([
  z.string(),
  z.object({ key: z.string(), digest: z.string(), size: z.number(), mtimeMs: z.number(), ino: z.number() }),
]);
const stateSchema = z.object({ outDir: z.string(), savedAt: z.number(), files: z.array(fileSchema) });
type KeptFile = z.output<typeof fileSchema>[1];

/** The files that the last build of a folder has left there, and that this build need not make again. */
export interface KeptFiles {
  /** The key that a file was made with; undefined for a file that is not there as it was left. */
  keyOf: (path: string) => string | undefined;
  /**
   * Takes away every file that is not among these. What is written in its place is a new file, so that a folder that shares
   * the old one by a hard link stays as it is.
   */
  keepOnly: (paths: ReadonlySet<string>) => void;
  /** Notes how the files are left; `keys` holds those that the next build may keep. */
  save: (keys: ReadonlyMap<string, string>) => void;
}

// A file that is written twice in one tick of the clock may keep its time.
const tickMs = 2000;

/**
 * Opens the notes about an output folder, and takes away what they do not know. They are gone until this build is done, so
 * that one that was stopped leaves nothing that is believed.
 */
export function openKeptFiles(outDir: string, notes: string): KeptFiles {
  const { savedAt, files: known } = readState(notes, outDir);
  rmSync(notes, { force: true });
  const isAsLeft = (path: string, file: KeptFile): boolean => {
    const found = statSync(join(outDir, path), { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size !== file.size) return false;
    if (isSame(found, file) && file.mtimeMs < savedAt - tickMs) return true;
    return digestOf(readFileSync(join(outDir, path))) === file.digest;
  };
  const kept = new Map([...known].filter(([path, file]) => isAsLeft(path, file)));
  for (const path of filesIn(outDir)) if (!kept.has(path)) remove(outDir, path);
  return {
    keyOf: (path) => kept.get(path)?.key,
    keepOnly: (paths) => {
      for (const path of kept.keys()) {
        if (paths.has(path)) continue;
        remove(outDir, path);
        kept.delete(path);
      }
    },
    save: (keys) => {
      const files = [...keys].map(([path, key]): [string, KeptFile] => {
        const { size, mtimeMs, ino } = statSync(join(outDir, path));
        const digest = kept.get(path)?.digest ?? digestOf(readFileSync(join(outDir, path)));
        return [path, { key, digest, size, mtimeMs, ino }];
      });
      writeState(notes, { outDir, savedAt: Date.now(), files });
    },
  };
}

type Standing = Pick<KeptFile, 'size' | 'mtimeMs' | 'ino'>;

function isSame(a: Standing, b: Standing): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;
}

function readState(notes: string, outDir: string) {
  const nothing = { savedAt: 0, files: new Map<string, KeptFile>() };
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(notes, 'utf8')));
    return state.outDir === outDir ? { savedAt: state.savedAt, files: new Map(state.files) } : nothing;
  } catch {
    // Missing, torn or of another version: everything is made again.
    return nothing;
  }
}

function writeState(notes: string, state: z.output<typeof stateSchema>): void {
  mkdirSync(dirname(notes), { recursive: true });
  const unfinished = `${notes}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(state));
  renameSync(unfinished, notes);
}

/** Relative to the folder, with forward slashes. */
function filesIn(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) =>
        join(entry.parentPath, entry.name).slice(dir.length).split(sep).join('/').replace(/^\//u, ''),
      );
  } catch {
    return [];
  }
}

/** Takes a file away, and the folders that are empty without it. */
function remove(outDir: string, path: string): void {
  rmSync(join(outDir, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    if (readdirSync(join(outDir, folder)).length > 0) return;
    rmdirSync(join(outDir, folder));
  }
}
