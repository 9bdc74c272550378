import type { CborReader, CborWriter } from './cbor.ts';
import { expectItems } from './index-words.ts';

/** The pages of a word in a part of an index, nearly as they stand in its file. */
export interface Run {
  pages: number;
  /** The numbers of the first and last page, counted through all parts. */
  first: number;
  last: number;
  /** How much it adds to the size of a file, as Pagefind counts: its pages, and the places in them. */
  size: number;
  /** All but the number of the first page, after which every page says how far it is from the one before. */
  rest: Uint8Array;
}

/** A word with its pages in one part of an index after the other, and those that have it with accents by that form. */
export interface WordRuns {
  word: string;
  pages: readonly Run[];
  variants: ReadonlyMap<string, readonly Run[]>;
}

/** Reads the words of a file `index/*.pf_index`. `before` says how many pages stand in the parts before. */
export function* readRuns(bytes: Uint8Array, reader: CborReader, before: number): Generator<WordRuns> {
  expectItems(reader, 1);
  for (let left = reader.array(); left > 0; left -= 1) {
    expectItems(reader, 3);
    const word = reader.text();
    const pages = readRun(bytes, reader, before);
    const variants = new Map<string, readonly Run[]>();
    for (let others = reader.array(); others > 0; others -= 1) {
      expectItems(reader, 2);
      variants.set(reader.text(), readRun(bytes, reader, before));
    }
    yield { word, pages, variants };
  }
}

/** One run, or none. */
function readRun(bytes: Uint8Array, reader: CborReader, before: number): Run[] {
  const pages = reader.array();
  if (pages === 0) return [];
  expectItems(reader, 3);
  const first = before + reader.uint();
  const start = reader.position();
  let size = 1 + reader.skipNumbers() + reader.skipNumbers();
  let last = first;
  for (let left = pages - 1; left > 0; left -= 1) {
    expectItems(reader, 3);
    last += reader.uint();
    size += 1 + reader.skipNumbers() + reader.skipNumbers();
  }
  return [{ pages, first, last, size, rest: bytes.subarray(start, reader.position()) }];
}

/** The same word in several parts, in their order. */
export function joinRuns(same: readonly WordRuns[]): WordRuns {
  const variants = new Map<string, readonly Run[]>();
  for (const { variants: own } of same)
    for (const [form, runs] of own) variants.set(form, [...(variants.get(form) ?? []), ...runs]);
  return { word: same[0]?.word ?? '', pages: same.flatMap(({ pages }) => pages), variants };
}

/** Writes the pages of a word. */
export function printRuns(runs: readonly Run[], writer: CborWriter): void {
  writer.array(runs.reduce((sum, { pages }) => sum + pages, 0));
  let before = 0;
  for (const { first, last, rest } of runs) {
    writer.array(3);
    writer.int(first - before);
    writer.raw(rest);
    before = last;
  }
}
