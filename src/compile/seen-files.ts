import { readFileSync, statSync } from 'node:fs';
import { digestOf } from '../source/digest.ts';
import type { SeenFile } from '../source/seen-file.ts';
import type { Records } from './records.ts';

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
