import { readCbor, writeCbor, type CborReader, type CborWriter } from './cbor.ts';

/** Where a word stands on one page. */
export interface WordPage {
  /** The number of the page in the index. */
  page: number;
  /** The places, as Pagefind keeps them: those in the text, and those in facts such as the title. */
  places: Uint8Array;
}

/** A word of the index, with the pages that have it; and those that have it with accents, by that form. */
export interface IndexWord {
  pages: readonly WordPage[];
  variants: ReadonlyMap<string, readonly WordPage[]>;
}

/** The words of a file `index/*.pf_index`, as Pagefind 1.6 writes it. */
export type IndexWords = ReadonlyMap<string, IndexWord>;

/** Gives the number of a page another; -1 for a page that is no more. The order of those that stay has to stay. */
export type Renumber = (page: number) => number;

export function readWords(
  bytes: Uint8Array,
  renumber: Renumber,
  reader = readCbor(bytes),
): Map<string, IndexWord> {
  expectItems(reader, 1);
  const words = new Map<string, IndexWord>();
  for (let left = reader.array(); left > 0; left -= 1) {
    expectItems(reader, 3);
    const word = reader.text();
    const pages = readPages(bytes, reader, renumber);
    const variants = new Map<string, WordPage[]>();
    for (let others = reader.array(); others > 0; others -= 1) {
      expectItems(reader, 2);
      const form = reader.text();
      const having = readPages(bytes, reader, renumber);
      if (having.length > 0) variants.set(form, having);
    }
    // A word that no page has would still keep the index from looking for the beginning of it.
    if (pages.length + variants.size > 0) words.set(word, { pages, variants });
  }
  return words;
}

function readPages(bytes: Uint8Array, reader: CborReader, renumber: Renumber): WordPage[] {
  const pages: WordPage[] = [];
  let before = 0;
  for (let left = reader.array(); left > 0; left -= 1) {
    expectItems(reader, 3);
    before += reader.uint();
    const start = reader.position();
    reader.skipNumbers();
    reader.skipNumbers();
    const page = renumber(before);
    if (page >= 0) pages.push({ page, places: bytes.subarray(start, reader.position()) });
  }
  return pages;
}

/** The words of both, each with the pages that it has in one or the other. */
export function mergeWords(some: IndexWords, others: IndexWords): Map<string, IndexWord> {
  const words = new Map(some);
  for (const [word, other] of others) {
    const known = words.get(word);
    if (known === undefined) {
      words.set(word, other);
      continue;
    }
    const variants = new Map(known.variants);
    for (const [form, pages] of other.variants) variants.set(form, inOrder(variants.get(form) ?? [], pages));
    words.set(word, { pages: inOrder(known.pages, other.pages), variants });
  }
  return words;
}

function inOrder(some: readonly WordPage[], others: readonly WordPage[]): readonly WordPage[] {
  if (some.length === 0 || others.length === 0) return some.length === 0 ? others : some;
  return [...some, ...others].sort((a, b) => a.page - b.page);
}

export function printWords(words: IndexWords, writer = writeCbor()): CborWriter {
  const all = [...words].map(([word, { pages, variants }]) => ({ word, pages, variants }));
  printEntries(all, printPages, writer);
  return writer;
}

/** Writes a file of words, which have to be in their order; `print` writes the pages of one. */
export function printEntries<Pages>(
  words: readonly { word: string; pages: Pages; variants: ReadonlyMap<string, Pages> }[],
  print: (pages: Pages, writer: CborWriter) => void,
  writer: CborWriter,
): void {
  writer.array(1);
  writer.array(words.length);
  for (const { word, pages, variants } of words) {
    writer.array(3);
    writer.text(word);
    print(pages, writer);
    writer.array(variants.size);
    for (const [form, having] of variants) {
      writer.array(2);
      writer.text(form);
      print(having, writer);
    }
  }
}

function printPages(pages: readonly WordPage[], writer: CborWriter): void {
  writer.array(pages.length);
  let before = 0;
  for (const { page, places } of pages) {
    writer.array(3);
    writer.int(page - before);
    writer.raw(places);
    before = page;
  }
}

/** Throws when an array has not as many items as it had when this was written. */
export function expectItems(reader: CborReader, number: number): void {
  const found = reader.array();
  if (found !== number)
    throw new Error(`A list in the search index has ${found} items, where Pagefind 1.6 puts ${number}.`);
}
