import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Delta } from './delta.ts';
import { entryFile, entryWith } from './index-entry.ts';
import { indexFiles, linkFiles } from './linked-files.ts';
import type { MainIndex } from './main-index.ts';
import { chunkAndDelta } from './merged-chunk.ts';
import { fragmentPath, wordsPath } from './readable-index.ts';

/** Writes an index into a new folder: the main one, and the delta where there is one. */
export async function putTogether(
  { folder, state }: MainIndex,
  delta: Delta | undefined,
  output: string,
): Promise<void> {
  const files = indexFiles(folder);
  if (delta === undefined) {
    linkFiles(files, folder, output);
    return;
  }
  const { table, files: written } = delta;
  // Of the main one there is only what the table names: what is gone must not be readable any more.
  const named = new Set([
    ...table.pages.map(({ id }) => fragmentPath(id)),
    ...table.chunks.map(({ id }) => wordsPath(chunkAndDelta(id)[0])),
  ]);
  const isKept = (path: string) =>
    /^(?:fragment|index)\//u.test(path) ? named.has(path) : !/^filter\/|\.pf_meta$|-entry\.json$/u.test(path);
  const kept = files.filter((path) => isKept(path) && !written.has(path));
  linkFiles(kept, folder, output);
  for (const [path, bytes] of written) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), bytes);
  }
  const entry = await readFile(join(folder, entryFile), 'utf8');
  await writeFile(join(output, entryFile), entryWith(entry, state.language, delta));
}
