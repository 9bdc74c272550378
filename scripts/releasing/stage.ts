import { constants } from 'node:fs';
import { copyFile, link, mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../adapters/whole-files.ts';
import { releasesFolder, type Release } from './releases.ts';

/** Files whose names change with their content, which a page that is open in a tab may still ask for. */
const isLasting = (path: string) => /^(?:_astro|pagefind)\//u.test(path);

export interface Staging {
  /** The folder that was built, absolute. */
  site: string;
  to: string;
  id: string;
  /** The releases whose lasting files stay. */
  earlier: readonly Release[];
  onFile: (done: number, total: number) => void;
}

/**
 * Copies a built blog beside the releases and gives it its name when the last file is there. Throws, and leaves nothing
 * behind, when that fails or when the folder holds anything but files and folders.
 */
export async function stage({ site, to, id, earlier, onFile }: Staging): Promise<void> {
  const aside = join(releasesFolder(to), `.${id}`);
  try {
    const own = await filesIn(site);
    for (const [index, path] of own.entries()) {
      await mkdir(dirname(join(aside, path)), { recursive: true });
      await copyFile(join(site, path), join(aside, path), constants.COPYFILE_FICLONE);
      onFile(index + 1, own.length);
    }
    for (const release of earlier) await carryOver(release, aside);
    await writeWhole(join(releasesFolder(to), `${id}.json`), JSON.stringify(own.filter(isLasting)));
    await rename(aside, join(releasesFolder(to), id));
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    throw error;
  }
}

/** Links what an earlier release brought itself; what it was given by one before that has stayed long enough. */
async function carryOver(release: Release, aside: string): Promise<void> {
  for (const path of await lastingFilesOf(release)) {
    const target = join(aside, path);
    await mkdir(dirname(target), { recursive: true });
    await link(join(release.dir, path), target).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    });
  }
}

const pathsSchema = z.array(z.string());

async function lastingFilesOf({ dir }: Release): Promise<string[]> {
  const text = await readFile(`${dir}.json`, 'utf8').catch(() => '[]');
  return pathsSchema.parse(JSON.parse(text));
}

/** Relative to the folder, with everything below it. */
async function filesIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const strange = entries.find((entry) => !entry.isFile() && !entry.isDirectory());
  if (strange !== undefined)
    throw new Error(
      `${join(strange.parentPath, strange.name)} is neither a file nor a folder, and a built blog has nothing else.`,
    );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .split(sep)
        .join('/'),
    )
    .sort();
}
