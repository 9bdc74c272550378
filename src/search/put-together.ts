import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Delta } from './delta.ts';
import { digestOf } from './digests.ts';
import { entryFile, entryWith } from './index-entry.ts';
import { indexFiles, type IndexFile } from './index-output.ts';
import type { MainIndex } from './main-index.ts';
import { chunkAndDelta } from './merged-chunk.ts';
import { fragmentPath, wordsPath } from './readable-index.ts';

/** The files of an index: of the main one, and of the delta where there is one. */
export async function putTogether(
  { folder, state }: MainIndex,
  delta: Delta | undefined,
): Promise<IndexFile[]> {
  const files = indexFiles(folder);
  const linked = (paths: readonly string[]) =>
    paths.map((path) => ({ path, key: state.name, from: join(folder, path) }));
  if (delta === undefined) return linked(files);
  const { table, files: written } = delta;
  // Of the main one there is only what the table names: what is gone must not be readable any more.
  const named = new Set([
    ...table.pages.map(({ id }) => fragmentPath(id)),
    ...table.chunks.map(({ id }) => wordsPath(chunkAndDelta(id)[0])),
  ]);
  const isKept = (path: string) =>
    /^(?:fragment|index)\//u.test(path) ? named.has(path) : !/^filter\/|\.pf_meta$|-entry\.json$/u.test(path);
  const entry = entryWith(await readFile(join(folder, entryFile), 'utf8'), state.language, delta);
  return [
    ...linked(files.filter((path) => isKept(path) && !written.has(path))),
    ...[...written, [entryFile, entry] as const].map(([path, content]) => {
      return { path, key: digestOf(content), content };
    }),
  ];
}
