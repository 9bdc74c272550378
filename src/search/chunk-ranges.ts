import type { WordChunk } from './index-files.ts';

/** The place in the list of the file that a word of the index stands in, or would. The files are in the order of words. */
export function chunkOf(word: string, chunks: readonly WordChunk[]): number {
  let [low, high] = [0, chunks.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (compareWords(chunks[middle]?.from ?? '', word) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The chunk with a range in which Pagefind looks for the word as well. It stands between the words of this and the next. */
export function withWord(chunk: WordChunk, word: string, next: WordChunk | undefined): WordChunk {
  if (isLookedFor(word, chunk)) return chunk;
  if (compareWords(word, chunk.from) < 0) return { ...chunk, from: word };
  return { ...chunk, to: next === undefined ? word : tellingPart(word, next.from) };
}

/** Whether Pagefind asks for a chunk when a word is looked for: `request_indexes` in its `pagefind_web`. */
function isLookedFor(word: string, { from, to }: WordChunk): boolean {
  if (compareWords(word, from) >= 0 && compareWords(word, to) <= 0) return true;
  const beginning = (text: string, like: string) => {
    const length = Math.min(Array.from(word).length, Array.from(like).length);
    return Array.from(text).slice(0, length).join('');
  };
  return (
    compareWords(beginning(word, from), beginning(from, from)) >= 0 &&
    compareWords(beginning(word, to), beginning(to, to)) <= 0
  );
}

/** As much of a word as tells it from its neighbour: what Pagefind writes as the end of a range. */
function tellingPart(word: string, neighbour: string): string {
  const [letters, others] = [Array.from(word), Array.from(neighbour)];
  let shared = 0;
  while (shared < letters.length && letters[shared] === others[shared]) shared += 1;
  return letters.slice(0, shared + 1).join('');
}

/** The ranges of files of words, which are in order, from the first and last word in each: as short as they can be told apart. */
export function rangesOf(chunks: readonly { id: string; words: Iterable<string> }[]): WordChunk[] {
  const whole = chunks.map(({ id, words }) => {
    let [from, to]: [string | undefined, string] = [undefined, ''];
    for (const word of words) {
      if (from === undefined || compareWords(word, from) < 0) from = word;
      if (compareWords(word, to) > 0) to = word;
    }
    return { id, from: from ?? '', to };
  });
  return whole.map(({ id, from, to }, place) => {
    const [before, after] = [whole[place - 1], whole[place + 1]];
    const start = before === undefined ? from : tellingPart(from, before.to);
    const end = after === undefined ? to : tellingPart(to, after.from);
    // A range must not end before it begins.
    return { id, from: start, to: compareWords(end, start) < 0 ? to : end };
  });
}

/** By the bytes of the words in UTF-8, as Pagefind compares. */
export function compareWords(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  let place = 0;
  while (place < length && a.charCodeAt(place) === b.charCodeAt(place)) place += 1;
  return place === length ? a.length - b.length : inBytes(a.charCodeAt(place)) - inBytes(b.charCodeAt(place));
}

/** A unit of UTF-16, so that the halves of rare characters come after all that stand for themselves. */
function inBytes(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
