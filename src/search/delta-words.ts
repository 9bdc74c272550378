import { readCbor, writeCbor, type CborReader } from './cbor.ts';
import { expectItems, mergeWords, printWords, readWords, type IndexWords } from './index-words.ts';
import { newNumbers, type Renumbering } from './renumbered.ts';

/** The words that have to be put into one file of the main index. */
export interface ChunkWords {
  chunk: string;
  words: IndexWords;
}

/** Words that have changed since the main index was made, with all that is needed to put them into some files of it. */
export function printDelta({ pages, gone, added }: Renumbering, chunks: readonly ChunkWords[]): Uint8Array {
  const writer = writeCbor();
  writer.array(4);
  writer.int(pages);
  for (const numbers of [gone, added]) {
    writer.array(numbers.length);
    numbers.forEach((number, index) => writer.int(number - (numbers[index - 1] ?? 0)));
  }
  writer.array(chunks.length);
  for (const { chunk, words } of chunks) {
    writer.array(2);
    writer.text(chunk);
    printWords(words, writer);
  }
  return writer.bytes();
}

/** The file `chunk` of the main index with the words of a delta in it. All three are what the files hold, unpacked. */
export function applyDelta(chunk: string, main: Uint8Array, delta: Uint8Array): Uint8Array<ArrayBuffer> {
  return printWords(wordsWithDelta(chunk, main, delta)).bytes();
}

/** The words of the file `chunk` of the main index with those of a delta. */
export function wordsWithDelta(chunk: string, main: Uint8Array, delta: Uint8Array): IndexWords {
  const reader = readCbor(delta);
  expectItems(reader, 4);
  const numbers = newNumbers({ pages: reader.uint(), gone: readRising(reader), added: readRising(reader) });
  const kept = readWords(main, (page) => numbers[page] ?? -1);
  for (let left = reader.array(); left > 0; left -= 1) {
    expectItems(reader, 2);
    const isAsked = reader.text() === chunk;
    const words = readWords(delta, (page) => page, reader);
    if (isAsked) return mergeWords(kept, words);
  }
  return kept;
}

function readRising(reader: CborReader): number[] {
  let before = 0;
  return Array.from({ length: reader.array() }, () => (before += reader.uint()));
}
