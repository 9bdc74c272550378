import { readdirSync, statSync } from 'node:fs';
import { filesIn } from './files-in.ts';

/** How folders looked when nothing stood in them but what is known, by their paths. */
export type FolderLooks = ReadonlyMap<string, string>;

// What is added in one tick of the clock may leave no mark.
const tickMs = 2000;

/**
 * The files in a folder and its folders that are not among the `known` ones, and how those folders look in which there were none.
 * A folder that looks as it did then is not listed: to put something into it changes a time that nobody can set.
 */
export function strangeFiles(
  dir: string,
  known: ReadonlySet<string>,
  looks: FolderLooks,
): { strange: string[]; looks: Map<string, string> } {
  const now = Date.now();
  const folders = foldersOf(known);
  const clean = new Map<string, string>();
  const strange: string[] = [];
  for (const folder of folders) {
    const found = statSync(`${dir}/${folder}`, { throwIfNoEntry: false });
    if (found?.isDirectory() !== true) continue;
    const look = `${found.ctimeMs} ${found.ino}`;
    let isClean = found.ctimeMs < now - tickMs;
    if (looks.get(folder) !== look)
      for (const entry of readdirSync(`${dir}/${folder}`, { withFileTypes: true })) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() ? folders.has(path) : known.has(path)) continue;
        isClean = false;
        strange.push(
          ...(entry.isDirectory() ? filesIn(`${dir}/${path}`).map((file) => `${path}/${file}`) : [path]),
        );
      }
    if (isClean) clean.set(folder, look);
  }
  return { strange, looks: clean };
}

/** All folders that files lie in, the outermost among them. */
function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set(['']);
  for (const file of files)
    for (let end = file.lastIndexOf('/'); end > 0; end = file.lastIndexOf('/', end - 1)) {
      if (folders.has(file.slice(0, end))) break;
      folders.add(file.slice(0, end));
    }
  return folders;
}
