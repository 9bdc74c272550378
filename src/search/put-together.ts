import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fragmentPath, type Delta } from './delta.ts';
import { indexFiles, linkFiles } from './linked-files.ts';
import type { MainIndex } from './main-index.ts';
import { chunkAndDelta } from './merged-chunk.ts';

const entryFile = 'pagefind-entry.json';

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
  const { table, name, files: written } = delta;
  // Of the main one there is only what the table names: what is gone must not be readable any more.
  const named = new Set([
    ...table.pages.map(({ id }) => fragmentPath(id)),
    ...table.chunks.map(({ id }) => `index/${chunkAndDelta(id)[0]}.pf_index`),
  ]);
  const isKept = (path: string) =>
    /^(?:fragment|index)\//u.test(path) ? named.has(path) : !/^filter\/|\.pf_meta$|-entry\.json$/u.test(path);
  const kept = files.filter((path) => isKept(path) && !written.has(path));
  linkFiles(kept, folder, output);
  for (const [path, bytes] of written) {
    await mkdir(dirname(join(output, path)), { recursive: true });
    await writeFile(join(output, path), bytes);
  }
  // It has more in it, which stays as Pagefind wrote it.
  const entry = JSON.parse(await readFile(join(folder, entryFile), 'utf8')) as {
    languages: Record<string, object>;
  };
  entry.languages[state.language] = {
    ...entry.languages[state.language],
    hash: name,
    page_count: table.pages.length,
  };
  await writeFile(join(output, entryFile), JSON.stringify(entry));
}
