import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readCbor } from '../../src/search/cbor.ts';
import { chunkOf, compareWords } from '../../src/search/chunk-ranges.ts';
import { wordsWithDelta } from '../../src/search/delta-words.ts';
import { factsOf } from '../../src/search/fields.ts';
import { readTable, unpack, type IndexTable } from '../../src/search/index-files.ts';
import { readWords, type WordPage } from '../../src/search/index-words.ts';
import { chunkAndDelta } from '../../src/search/merged-chunk.ts';
import { fragmentPath, wordsPath } from '../../src/search/readable-index.ts';

/**
 * Everything that is in the index of the folder `pagefind`, as lines: each page with its number of words, and each word with the
 * places where it stands. It is the same for every index of the same pages, however their words are divided into files.
 */
export async function indexedWords(dir: string): Promise<Set<string>> {
  const read = (path: string) => readFile(join(dir, 'pagefind', path));
  const table = await tableOf(dir);
  const lines = new Set<string>();
  const urls: string[] = [];
  for (const { id, words } of table.pages) {
    const fragment = unpack(await read(fragmentPath(id))).toString();
    urls.push((JSON.parse(fragment) as { url: string }).url);
    lines.add(`${urls.length} ${words} ${fragment}`);
  }
  const note = (word: string, pages: readonly WordPage[]) => {
    for (const { page, places } of pages) {
      const facts = [...factsOf(places)].map(([field, at]) => `${table.fields[field]} ${at.join()}`).sort();
      lines.add(`${word} ${urls[page]} ${inText(places).join()} ${facts.join()}`);
    }
  };
  for (const [place, { id, from, to }] of table.chunks.entries()) {
    const [chunk, part] = chunkAndDelta(id);
    const bytes = unpack(await read(wordsPath(chunk)));
    const words =
      part === ''
        ? readWords(bytes, (page) => page)
        : wordsWithDelta(chunk, bytes, gunzipSync(await read(`index/${part}.pf_delta`)));
    for (const [word, { pages, variants }] of words) {
      const isWithin = compareWords(word, to) <= 0 || word.startsWith(to);
      // Otherwise Pagefind would look for it in another file, and not find it.
      if (!isWithin || chunkOf(word, table.chunks) !== place)
        throw new Error(`"${word}" stands in the file of the words from "${from}" to "${to}".`);
      note(word, pages);
      for (const [form, having] of variants) note(`${word} as ${form}`, having);
    }
  }
  return lines;
}

/** The table of the index of the folder `pagefind`. */
export async function tableOf(dir: string): Promise<IndexTable> {
  const read = (path: string) => readFile(join(dir, 'pagefind', path));
  const { languages } = JSON.parse((await read('pagefind-entry.json')).toString()) as {
    languages: Record<string, { hash: string }>;
  };
  const [{ hash }] = Object.values(languages) as [{ hash: string }];
  return readTable(unpack(await read(`pagefind.${hash}.pf_meta`)));
}

function inText(places: Uint8Array): number[] {
  const reader = readCbor(places);
  return Array.from({ length: reader.array() }, reader.int);
}
