import { digestName } from './digests.ts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { rangesOf } from './chunk-ranges.ts';
import type { Delta } from './delta.ts';
import { wordsWithDelta } from './delta-words.ts';
import { pack, packTight, printTable, unpack } from './index-files.ts';
import { writeIndexFiles } from './index-output.ts';
import { printWords } from './index-words.ts';
import { keepMain, newMainFolder, readMain, type MainIndex, type MainState } from './main-index.ts';
import { chunkAndDelta } from './merged-chunk.ts';
import { putTogether } from './put-together.ts';
import { wordsPath } from './readable-index.ts';
import type { Renumbering } from './renumbered.ts';

/**
 * Makes a main index of one with a delta, and keeps it in the place of that. Nothing can be found any more in its files of what
 * is gone, and no page is read for it: it takes a fifth of the time of making an index of all pages, and little memory.
 */
export async function foldDelta(
  cacheDir: string,
  main: MainIndex,
  delta: Delta,
  { added }: Renumbering,
  state: Pick<MainState, 'pages' | 'others' | 'counts'>,
  addedWords: readonly string[],
): Promise<MainIndex> {
  const { folder, index } = newMainFolder(cacheDir);
  const chunks: { id: string; words: Iterable<string> }[] = [];
  const files = new Map([...delta.files].filter(([path]) => !/\.pf_(?:delta|meta)$/u.test(path)));
  const packed: Promise<void>[] = [];
  for (const merged of delta.table.chunks) {
    const [chunk, part] = chunkAndDelta(merged.id);
    const changes = delta.files.get(`index/${part}.pf_delta`);
    if (changes === undefined) throw new Error(`The delta of the search index has no part ${part}.`);
    const words = unpack(await readFile(join(main.folder, wordsPath(chunk))));
    const left = wordsWithDelta(chunk, words, gunzipSync(changes));
    if (left.size === 0) continue;
    const bytes = printWords(left).bytes();
    const id = `${main.state.language}_${digestName(bytes)}`;
    packed.push(packTight(bytes).then((file) => void files.set(wordsPath(id), file)));
    chunks.push({ id, words: [...left.keys()] });
  }
  await Promise.all(packed);
  const table = { ...delta.table, chunks: rangesOf(chunks) };
  const bytes = printTable(table);
  const name = `${main.state.language}_${digestName(bytes)}`;
  files.set(`pagefind.${name}.pf_meta`, pack(bytes));
  writeIndexFiles(await putTogether(main, { table, name, files }), index);

  const { made, language, divided, offered } = main.state;
  const words = await wordsAfter(main, state.pages, added, addedWords);
  await keepMain(cacheDir, folder, { made, language, divided, offered, ...state }, words);
  const folded = await readMain(cacheDir, made);
  if (folded === undefined)
    throw new Error('The search index that was put together from two cannot be read.');
  return folded;
}

/** The words of the pages as they are after the change, in the order of their numbers. */
async function wordsAfter(
  main: MainIndex,
  pages: MainState['pages'],
  added: readonly number[],
  addedWords: readonly string[],
): Promise<Buffer[]> {
  const before = await main.words();
  const known = new Map(main.state.pages.map(({ path }, number) => [path, before[number]]));
  const fresh = new Map(added.map((number, place) => [number, Buffer.from(addedWords[place] ?? '')]));
  return pages.map(({ path }, number) => fresh.get(number) ?? known.get(path) ?? Buffer.alloc(0));
}
