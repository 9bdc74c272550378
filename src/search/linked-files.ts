import { constants } from 'node:fs';
import { copyFile, link, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const atOnce = 32;

/**
 * Puts files of one folder into another under the same paths, as hard links where both are on one disk. Such files must never
 * be written into, only replaced. Throws when one is not there.
 */
export async function linkFiles(paths: readonly string[], from: string, to: string): Promise<void> {
  for (const folder of new Set(paths.map(dirname))) await mkdir(join(to, folder), { recursive: true });
  const queue = paths.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const path of queue) await linkOrCopy(join(from, path), join(to, path));
    }),
  );
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'EMLINK') throw error;
    await copyFile(from, to, constants.COPYFILE_FICLONE);
  }
}
