import { digestName } from './digests.ts';
import { gzipSync } from 'node:zlib';
import { mergeFilters } from './delta-filters.ts';
import { divideWords } from './delta-parts.ts';
import { refieldedWords } from './fields.ts';
import { pack, printFilter, printTable, unpack, type IndexTable } from './index-files.ts';
import { mergeWords, readWords, type IndexWord } from './index-words.ts';
import { filterPath, filtersOf, fragmentPath, wordsPath, type ReadableIndex } from './readable-index.ts';
import { newNumbers, type Renumbering } from './renumbered.ts';

/** What has to be put beside the words of a main index, so that it is a newer one. */
export interface Delta {
  table: IndexTable;
  /** The name of the table, as its entry has it. */
  name: string;
  /** New files by their paths, the table among them. The other files that the table names are those of the main index. */
  files: Map<string, Uint8Array>;
}

/**
 * Makes the delta between a main index and a newer one. `added` is an index of the pages that are new or have changed, in
 * their order; without it some are only gone. The table and the filters are small and written anew. Of the words there is
 * only what has changed: a reader's browser puts it into the files of the main index.
 */
export async function makeDelta(
  language: string,
  changes: Renumbering,
  main: ReadableIndex,
  added?: ReadableIndex,
): Promise<Delta> {
  const files = new Map<string, Uint8Array>();
  const numbers = newNumbers(changes);
  const inMain = (page: number) => numbers[page] ?? -1;
  const inAdded = (page: number) => changes.added[page] ?? -1;
  const fields = [...new Set([...main.table.fields, ...(added?.table.fields ?? [])])];

  const pages: IndexTable['pages'][number][] = [];
  main.table.pages.forEach((page, number) => {
    if (inMain(number) >= 0) pages[inMain(number)] = page;
  });
  for (const [number, page] of added?.table.pages.entries() ?? []) {
    const file = await added?.read(fragmentPath(page.id));
    const id = file === undefined ? page.id : await freeName(page.id, file, main);
    if (file !== undefined) files.set(fragmentPath(id), file);
    pages[inAdded(number)] = { ...page, id };
  }

  const filters = mergeFilters([
    { filters: await filtersOf(main), number: inMain },
    ...(added === undefined ? [] : [{ filters: await filtersOf(added), number: inAdded }]),
  ]).map((filter) => {
    const bytes = printFilter(filter);
    const id = `${language}_${digestName(bytes)}`;
    files.set(filterPath(id), pack(bytes));
    return { filter: filter.filter, id };
  });

  const words = added === undefined ? new Map<string, IndexWord>() : await wordsOf(added, inAdded, fields);
  const { chunks, parts } = divideWords(main.table.chunks, words, changes);
  for (const [part, bytes] of parts) files.set(`index/${part}.pf_delta`, gzipSync(bytes));

  const table = { version: main.table.version, pages, chunks, filters, fields };
  const bytes = printTable(table);
  const name = `${language}_${digestName(bytes)}`;
  files.set(`pagefind.${name}.pf_meta`, pack(bytes));
  return { table, name, files };
}

/** All words of a small index, with the facts in which they stand counted as in `fields`. */
async function wordsOf(
  { table, read }: ReadableIndex,
  number: (page: number) => number,
  fields: readonly string[],
): Promise<Map<string, IndexWord>> {
  let words = new Map<string, IndexWord>();
  for (const { id } of table.chunks)
    words = mergeWords(words, readWords(unpack(await read(wordsPath(id))), number));
  return refieldedWords(words, table.fields, fields);
}

/** Pagefind names pages by a few digits of a digest: a page of the main index may have the same, with other text. */
async function freeName(id: string, file: Uint8Array, main: ReadableIndex): Promise<string> {
  if (!main.table.pages.some((page) => page.id === id)) return id;
  const known = unpack(await main.read(fragmentPath(id)));
  return known.equals(unpack(file)) ? id : freeName(`${id}0`, file, main);
}
