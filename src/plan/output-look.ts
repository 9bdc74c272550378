import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../source/digest.ts';
import { filesIn } from './files-in.ts';
import type { KeptFile, Notes } from './output-notes.ts';

/** What is otherwise in an output folder than the notes about it say. Paths are relative to it, with forward slashes. */
export interface OutputLook {
  /** What is gone, or has other bytes. */
  lost: string[];
  /** What has the same bytes in a file of another time or place on the disk, such as in a copied folder. */
  moved: [path: string, Pick<KeptFile, 'mtimeMs' | 'ino'>][];
  /** What stands there and is not believed. */
  strange: string[];
}

type Standing = Pick<KeptFile, 'size' | 'mtimeMs' | 'ino'>;

// A file that is written twice in one tick of the clock may keep its time.
const tickMs = 2000;

/** Whether a file is seen to be as it was noted, without a look at its bytes. */
export function isAsNoted(found: Standing, file: KeptFile, savedAt: number): boolean {
  const isSame = found.size === file.size && found.mtimeMs === file.mtimeMs && found.ino === file.ino;
  return isSame && file.mtimeMs < savedAt - tickMs;
}

/** Looks at everything in an output folder, and changes nothing. */
export function lookAtOutput(
  outDir: string,
  { savedAt, files }: Pick<Notes, 'savedAt' | 'files'>,
): OutputLook {
  const [lost, moved]: [OutputLook['lost'], OutputLook['moved']] = [[], []];
  const kept = new Set<string>();
  for (const [path, file] of files) {
    const found = statSync(join(outDir, path), { throwIfNoEntry: false });
    const isOfSize = found?.isFile() === true && found.size === file.size;
    if (isOfSize && isAsNoted(found, file, savedAt)) {
      kept.add(path);
    } else if (isOfSize && digestOf(readFileSync(join(outDir, path))) === file.digest) {
      kept.add(path);
      moved.push([path, { mtimeMs: found.mtimeMs, ino: found.ino }]);
    } else {
      lost.push(path);
    }
  }
  // `.git` is of a folder that is published by pushing it, such as to a branch of its own.
  const strange = filesIn(outDir).filter((path) => !kept.has(path) && !path.startsWith('.git/'));
  return { lost, moved, strange };
}
