import { promisify } from 'node:util';
import { constants, gunzipSync, gzip, gzipSync } from 'node:zlib';
import { readCbor, writeCbor } from './cbor.ts';
import { expectItems } from './index-words.ts';

/** The table of an index, as Pagefind 1.6 writes it into its file `*.pf_meta`. */
export interface IndexTable {
  version: string;
  /** The pages in the order of their numbers, each with the name of its file in `fragment/` and the number of its words. */
  pages: readonly { id: string; words: number }[];
  /** The files in `index/`, and the first and last word that may be in each. */
  chunks: readonly WordChunk[];
  /** The files in `filter/`. */
  filters: readonly { filter: string; id: string }[];
  /** The facts about pages that are searched. Where a word stands is kept with their place in this list. */
  fields: readonly string[];
}

export interface WordChunk {
  from: string;
  to: string;
  id: string;
}

/** Which pages have which values of a filter, as in a file of the folder `filter/`. */
export interface FilterPages {
  filter: string;
  values: Map<string, number[]>;
}

const signature = Buffer.from('pagefind_dcd');

export function unpack(file: Uint8Array): Buffer {
  const bytes = gunzipSync(file);
  if (!bytes.subarray(0, signature.length).equals(signature))
    throw new Error('A file of the search index is not one of Pagefind.');
  return bytes.subarray(signature.length);
}

export function pack(bytes: Uint8Array): Buffer {
  return gzipSync(Buffer.concat([signature, bytes]));
}

const gzipApart = promisify(gzip);

/** Packs as tight as Pagefind does, beside other work. */
export async function packTight(bytes: Uint8Array): Promise<Buffer> {
  return gzipApart(Buffer.concat([signature, bytes]), { level: constants.Z_BEST_COMPRESSION });
}

export function readTable(bytes: Uint8Array): IndexTable {
  const reader = readCbor(bytes);
  const list = <Item>(items: number, read: () => Item) =>
    Array.from({ length: reader.array() }, () => {
      expectItems(reader, items);
      return read();
    });
  expectItems(reader, 6);
  const version = reader.text();
  const pages = list(3, () => {
    const page = { id: reader.text(), words: reader.uint() };
    // Only on request are many pages put into one file.
    if (reader.text() !== '') throw new Error('A page of the search index has no file of its own.');
    return page;
  });
  const chunks = list(3, () => ({ from: reader.text(), to: reader.text(), id: reader.text() }));
  const filters = list(2, () => ({ filter: reader.text(), id: reader.text() }));
  // Pages are sorted by their numbers only.
  expectItems(reader, 0);
  const fields = Array.from({ length: reader.array() }, () => reader.text());
  return { version, pages, chunks, filters, fields };
}

export function printTable({ version, pages, chunks, filters, fields }: IndexTable): Uint8Array {
  const writer = writeCbor();
  const list = (items: readonly (readonly (string | number)[])[]) => {
    writer.array(items.length);
    for (const item of items) {
      writer.array(item.length);
      for (const part of item)
        if (typeof part === 'string') writer.text(part);
        else writer.int(part);
    }
  };
  writer.array(6);
  writer.text(version);
  list(pages.map(({ id, words }) => [id, words, '']));
  list(chunks.map(({ from, to, id }) => [from, to, id]));
  list(filters.map(({ filter, id }) => [filter, id]));
  list([]);
  writer.array(fields.length);
  for (const field of fields) writer.text(field);
  return writer.bytes();
}

export function readFilter(bytes: Uint8Array): FilterPages {
  const reader = readCbor(bytes);
  expectItems(reader, 2);
  const filter = reader.text();
  const values = new Map<string, number[]>();
  for (let left = reader.array(); left > 0; left -= 1) {
    expectItems(reader, 2);
    const value = reader.text();
    values.set(value, Array.from({ length: reader.array() }, reader.uint));
  }
  return { filter, values };
}

export function printFilter({ filter, values }: FilterPages): Uint8Array {
  const writer = writeCbor();
  writer.array(2);
  writer.text(filter);
  writer.array(values.size);
  for (const [value, pages] of values) {
    writer.array(2);
    writer.text(value);
    writer.array(pages.length);
    for (const page of pages) writer.int(page);
  }
  return writer.bytes();
}
