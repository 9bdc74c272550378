import { lstatSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../source/digest.ts';
import type { SeenFile } from '../source/seen-file.ts';
import { walkContent, type Walk } from '../source/walk.ts';
import type { Records } from './records.ts';

/** One look at a folder: which files there are, and each of them, by its path in the folder and the whole one. */
export interface Look {
  walk: Walk;
  look: (path: string, file: string) => SeenFile | undefined;
}

/** Looks at a folder: at the files that have changed since the last look, if those are known. */
export type Looks = (changed?: readonly string[]) => Promise<Look>;

/**
 * Opens a content folder to look at it again and again. A look that is told which files have changed since the last one
 * believes it, and looks at no other, unless one of them is new, gone or something else than before: then it sees the whole
 * folder, as a look does that is told nothing.
 */
export function openLooks(dir: string, records: Records): Looks {
  let last: { walk: Walk; digests: Map<string, string | undefined> } | undefined;
  const isAsBefore = (path: string) =>
    last?.digests.get(path) !== undefined &&
    lstatSync(join(dir, path), { throwIfNoEntry: false })?.isFile() === true;
  return async (changed) => {
    const before = changed?.every(isAsBefore) === true ? last : undefined;
    const fresh = new Set(changed);
    const walk = before?.walk ?? (await walkContent(dir));
    const digests = new Map<string, string | undefined>();
    last = { walk, digests };
    const lookAtFile = createLook(records);
    const look = (path: string, file: string): SeenFile | undefined => {
      if (before?.digests.has(path) !== true || fresh.has(path)) {
        const seen = lookAtFile(path, file);
        digests.set(path, seen?.digest);
        return seen;
      }
      const digest = before.digests.get(path);
      digests.set(path, digest);
      return digest === undefined ? undefined : { digest, bytes: () => readFileSync(file) };
    };
    return { walk, look };
  };
}

// The clocks of disks may be as coarse as that: what was written since could be written again at the same time.
const coarsest = 2_000;

/**
 * Looks at files and names them by their bytes. One that has the size, the times and the place on the disk that it had
 * when an earlier run read it is not read again, unless it had been written just before that. A checkout gives every file
 * another time. Undefined when there is no such file.
 */
export function createLook(
  records: Records,
  now: number = Date.now(),
): (path: string, file: string) => SeenFile | undefined {
  return (path, file) => {
    const stats = statSync(file, { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    const { size, mtimeMs, ctimeMs, ino } = stats;
    const appearance = [size, mtimeMs, ctimeMs, ino].join(':');
    let read: Uint8Array | undefined;
    const bytes = () => (read ??= readFileSync(file));
    const known = records.recall('seen', path, appearance);
    if (known !== undefined) return { digest: known, bytes };
    const digest = digestOf(bytes());
    if (Math.max(mtimeMs, ctimeMs) < now - coarsest) records.remember('seen', path, appearance, digest);
    return { digest, bytes };
  };
}
