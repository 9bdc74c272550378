import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { digestOf } from '../source/digest.ts';
import { readNotes, writeNotes, type KeptFile } from './output-notes.ts';
import { strangeFiles } from './strange-files.ts';

/**
 * The files of an output folder that the next build may keep. Whoever makes such a file asks for it first, and names with a
 * key everything that it is made from.
 */
export interface KeptFiles {
  /**
   * Whether the file stands there as it was made from this key. If it does not, it has been taken away, so that it is written
   * as a new file: a folder that shares the old one by a hard link stays as it is.
   */
  keep: (path: string, key: string) => boolean;
  /** Writes a file as a new one, with the folders that it needs, in the place of what stands there. */
  write: (path: string, key: string, content: string | Uint8Array) => void;
  /** The key of a file that stands there as it was left. */
  madeFrom: (path: string) => string | undefined;
  /** Keeps everything when the whole output was made from this key and stands there as it was left, and says whether it did. */
  keepAll: (key: string) => boolean;
  /** Takes away what was made from this key and those that begin with it, where a program writes what nobody can name before. */
  takeAway: (key: string) => void;
  /** Says afterwards that a file was written. */
  written: (path: string, key: string) => void;
  /** The paths of what is kept or was written. */
  paths: () => string[];
  /** Takes away what nobody asked for, and notes how the files are left, and what all of them were made from. */
  finish: (key: string) => void;
}

// A file that is written twice in one tick of the clock may keep its time.
const tickMs = 2000;

/**
 * Opens the notes about an output folder, and takes away what they do not know. They are gone until this build is done, so
 * that one that was stopped leaves nothing that is believed.
 */
export function openKeptFiles(outDir: string, notes: string): KeptFiles {
  const { savedAt, key: madeFrom, files: known, folders } = readNotes(notes, outDir);
  rmSync(notes, { force: true });
  const isUntouched = (found: Standing, file: KeptFile): boolean =>
    isSame(found, file) && file.mtimeMs < savedAt - tickMs;
  /** The file as it stands there now, if that is as it was left. */
  const asLeft = (path: string, file: KeptFile): KeptFile | undefined => {
    const found = statSync(join(outDir, path), { throwIfNoEntry: false });
    if (found?.isFile() !== true || found.size !== file.size) return undefined;
    if (isUntouched(found, file)) return file;
    const { mtimeMs, ino } = found;
    return digestOf(readFileSync(join(outDir, path))) === file.digest ? { ...file, mtimeMs, ino } : undefined;
  };
  const kept = new Map<string, KeptFile>();
  const spoilt: string[] = [];
  for (const [path, file] of known) {
    const standing = asLeft(path, file);
    if (standing !== undefined) kept.set(path, standing);
    else if (isFile(join(outDir, path))) spoilt.push(path);
  }
  const unknown = strangeFiles(outDir, new Set(known.keys()), folders);
  // `.git` is of a folder that is published by pushing it, such as to a branch of its own.
  const strange = [...spoilt, ...unknown.strange.filter((path) => !path.startsWith('.git/'))];
  removeAll(outDir, strange);
  const isWhole = strange.length === 0 && kept.size === known.size;
  const asked = new Map<string, string>();
  const written = new Map<string, KeptFile>();
  /** Its folder is left: what stands there is about to be written again. */
  const makeRoom = (path: string) => {
    if (kept.delete(path)) rmSync(join(outDir, path), { force: true });
  };
  return {
    keep: (path, key) => {
      asked.set(path, key);
      if (kept.get(path)?.key === key) return true;
      makeRoom(path);
      return false;
    },
    write: (path, key, content) => {
      makeRoom(path);
      asked.set(path, key);
      written.set(path, { key, digest: digestOf(content), ...writeNew(join(outDir, path), content) });
    },
    madeFrom: (path) => kept.get(path)?.key,
    keepAll: (key) => {
      if (!isWhole || key !== madeFrom) return false;
      for (const [path, file] of kept) asked.set(path, file.key);
      return true;
    },
    takeAway: (key) => {
      const gone = [...kept].filter(([, file]) => file.key.startsWith(key)).map(([path]) => path);
      removeAll(outDir, gone);
      for (const path of gone) {
        kept.delete(path);
        asked.delete(path);
      }
    },
    written: (path, key) => {
      asked.set(path, key);
    },
    paths: () => [...asked.keys()],
    finish: (whole) => {
      removeAll(
        outDir,
        [...kept.keys()].filter((path) => !asked.has(path)),
      );
      const files = [...asked].map(([path, key]): [string, KeptFile] => {
        const left = kept.get(path);
        if (left !== undefined) return [path, { ...left, key }];
        const { size, mtimeMs, ino } = statSync(join(outDir, path));
        const now = { size, mtimeMs, ino };
        const [own, before] = [written.get(path), known.get(path)];
        if (own !== undefined && isSame(now, own)) return [path, own];
        // A link to the same file may have been made again.
        const isSeen = before !== undefined && isUntouched(now, before);
        const digest = isSeen ? before.digest : digestOf(readFileSync(join(outDir, path)));
        return [path, { key, digest, ...now }];
      });
      const looks = [...unknown.looks];
      writeNotes(notes, { outDir, savedAt: Date.now(), key: whole, files, folders: looks });
    },
  };
}

type Standing = Pick<KeptFile, 'size' | 'mtimeMs' | 'ino'>;

function isSame(a: Standing, b: Standing): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;
}

/** Writes a file that is not there. Ten thousand calls that wait for nothing take a fifth of the time of as many promises. */
function writeNew(target: string, content: string | Uint8Array): Standing {
  mkdirSync(dirname(target), { recursive: true });
  const file = openSync(target, 'w');
  try {
    writeFileSync(file, content);
    const { size, mtimeMs, ino } = fstatSync(file);
    return { size, mtimeMs, ino };
  } finally {
    closeSync(file);
  }
}

function isFile(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Takes files away, and the folders that are empty without them. */
function removeAll(outDir: string, paths: readonly string[]): void {
  const folders = new Set<string>();
  for (const path of paths) {
    rmSync(join(outDir, path), { force: true });
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder);
  }
  const deepestFirst = [...folders].sort((a, b) => b.length - a.length);
  for (const folder of deepestFirst)
    if (readdirSync(join(outDir, folder)).length === 0) rmdirSync(join(outDir, folder));
}
