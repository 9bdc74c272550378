import { writeCbor } from './cbor.ts';
import { rangesOf } from './chunk-ranges.ts';
import { mergeFilters } from './delta-filters.ts';
import { digestName } from './digests.ts';
import { freeId } from './fragments.ts';
import { packTight, printFilter, printTable, type IndexTable } from './index-files.ts';
import { entryFile, entryWith } from './index-entry.ts';
import { joinedChunks, type IndexPart } from './joined-words.ts';
import { filterPath, filtersOf, fragmentPath, indexOfFiles, readerOf, wordsPath } from './readable-index.ts';
import { printEntries } from './index-words.ts';
import { printRuns } from './word-runs.ts';

/** An index that is made of parts, each with the pages that follow those of the one before. */
export interface JoinedIndex {
  /** Takes the files of a part. */
  add: (files: ReadonlyMap<string, Uint8Array>) => Promise<void>;
  finish: () => Promise<void>;
}

/**
 * Begins an index, of which each file is given to `write` with its path. Except for their names it is the one that Pagefind
 * makes of all pages at once, for which it needs 0.4 MB for every page, and far more time.
 */
export function joinIndex(
  language: string,
  write: (path: string, bytes: Uint8Array | string) => void,
): JoinedIndex {
  const parts: IndexPart[] = [];
  const pages: IndexTable['pages'][number][] = [];
  const ids = new Set<string>();
  const named = (bytes: Uint8Array) => `${language}_${digestName(bytes)}`;
  let entry = '';

  return {
    add: async (files) => {
      const index = indexOfFiles(files);
      if (index === undefined) return;
      if (parts.length === 0) {
        const programs = [...files].filter(([path]) => !/\.pf_|-entry\.json$/u.test(path));
        for (const [path, bytes] of programs) write(path, bytes);
        entry = Buffer.from(files.get(entryFile) ?? []).toString();
      }
      // The files of pages are not held: they are many, and written here.
      const held = new Map([...files].filter(([path]) => /^(?:index|filter)\//u.test(path)));
      parts.push({ index: { ...index, read: readerOf(held) }, before: pages.length });
      // Pagefind names pages by a few digits of a digest, and knows only those of the same part.
      for (const page of index.table.pages) {
        const id = freeId(page.id, ids);
        ids.add(id);
        pages.push({ ...page, id });
        write(fragmentPath(id), await index.read(fragmentPath(page.id)));
      }
    },
    finish: async () => {
      const fields = [...new Set(parts.flatMap(({ index }) => index.table.fields))].sort();
      const numbered = parts.map(async ({ index, before }) => ({
        filters: await filtersOf(index),
        number: (page: number) => before + page,
      }));
      const filters = mergeFilters(await Promise.all(numbered)).map((filter) => {
        const bytes = printFilter(filter);
        return { filter: filter.filter, id: named(bytes), bytes };
      });
      for (const { id, bytes } of filters) write(filterPath(id), await packTight(bytes));

      const chunks: { id: string; words: string[] }[] = [];
      const written: Promise<void>[] = [];
      for (const words of await joinedChunks(parts, fields)) {
        const writer = writeCbor();
        printEntries(words, printRuns, writer);
        const id = named(writer.bytes());
        chunks.push({ id, words: words.map(({ word }) => word) });
        written.push(
          packTight(writer.bytes()).then((packed) => {
            write(wordsPath(id), packed);
          }),
        );
      }
      await Promise.all(written);

      const version = parts[0]?.index.table.version ?? '';
      const table = { version, pages, chunks: rangesOf(chunks), filters, fields };
      const bytes = printTable(table);
      const name = named(bytes);
      write(`pagefind.${name}.pf_meta`, await packTight(bytes));
      write(entryFile, entryWith(entry, language, { name, table }));
    },
  };
}
