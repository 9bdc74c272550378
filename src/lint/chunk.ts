import { syllable } from 'syllable';
import { ChunkTable } from './chunk-table.ts';
import { mayBegin } from './inclusive.ts';
import { joinedWords, keyOf, singleWords } from './keys.ts';
import { longestWord } from './spelling.ts';

/** The chunks of a text: runs of signs between two spaces. */
export interface Chunks {
  count: number;
  /** Where each starts and ends, and its facts. Only the first `count` numbers mean something, and only until the next text is read. */
  starts: Int32Array;
  ends: Int32Array;
  facts: Int32Array;
  /** Those of which there is more to say, in their order. */
  notable: Notable[];
}

export interface Notable {
  /** Which of the chunks it is. */
  index: number;
  /** Whether one of its words starts a phrase to think about again. */
  mayBegin: boolean;
  /** Its words that no dictionary has, with their offsets in the text. */
  unknown: readonly { word: string; at: number }[];
}

/** How many words a chunk counts as. */
export const wordsOf = (facts: number) => facts & mostWords;
export const syllablesOf = (facts: number) => (facts >> syllablesAt) & mostSyllables;
/** Whether a chunk ends with a semicolon or a colon. */
export const isStop = (facts: number) => (facts & stop) !== 0;

// More of them in one chunk are no prose.
const mostWords = 0x3ff;
const mostSyllables = 0xfff;
const syllablesAt = 10;
const stop = 1 << 22;
const known = 1 << 23;

// Digits and underscores, paths and addresses, mentions and tags, assignments, tags, names with a dot inside.
const computerTalk =
  /[\d_@\\#$<>={}|~]|:\/\/|^\/|\/$|\/\S*\/|\p{Letter}\.\p{Letter}|\p{Lowercase}\p{Uppercase}/u;

// Spaces of all kinds. Where prose is left out, and at dashes, a word ends without one.
const separators = /[\s\u3007—–…]/u;
const isSeparator = Array.from({ length: 0x10000 }, (_, code) => separators.test(String.fromCharCode(code)));

// A bound on memory, some 16 MB: the words of a large blog with all the signs that come behind them.
const mostKnown = 500_000;

/**
 * Reads the chunks of texts; `isKnown` says which words are spelt right. What there is to say of a chunk is found out
 * once, however often it is written. To cut each out only to look it up would take longer than everything else, so
 * chunks are known by two numbers made of their signs: sixty-four bits, in which no two of a blog meet.
 */
export function createChunkReader(isKnown: (word: string) => boolean): (text: string) => Chunks {
  const table = new ChunkTable();
  const marks: Omit<Notable, 'index'>[] = [];
  let chunks = emptyChunks(1_000);

  const learn = (text: string, one: number, other: number): number => {
    if (table.size >= mostKnown) {
      table.clear();
      marks.length = 0;
    }
    const { facts, ...mark } = readChunk(text, isKnown);
    const isNotable = mark.mayBegin || mark.unknown.length > 0;
    if (isNotable) marks.push(mark);
    table.put(one, other, facts, isNotable ? marks.length : 0);
    return table.find(one, other);
  };

  return (text) => {
    const { length } = text;
    if (chunks.starts.length < length) chunks = emptyChunks(length);
    const { starts, ends, facts } = chunks;
    const notable: Notable[] = [];
    let count = 0;
    let index = 0;
    while (index < length) {
      let code = text.charCodeAt(index);
      if (endsChunk(code)) {
        index += 1;
        continue;
      }
      const start = index;
      let [one, other] = [0, 0];
      do {
        one = (Math.imul(one, 31) + code) | 0;
        other = (Math.imul(other, 0x01000193) + code) | 0;
        index += 1;
        code = index < length ? text.charCodeAt(index) : space;
      } while (!endsChunk(code));
      let row = table.find(one, other);
      if (table.facts(row) === 0) row = learn(text.slice(start, index), one, other);
      starts[count] = start;
      ends[count] = index;
      facts[count] = table.facts(row);
      const mark = table.mark(row) === 0 ? undefined : marks[table.mark(row) - 1];
      if (mark !== undefined) notable.push(placed(mark, count, start));
      count += 1;
    }
    return { ...chunks, count, notable };
  };
}

const space = 32;

function endsChunk(code: number): boolean {
  return code <= space || (code >= 0xa0 && isSeparator[code] === true);
}

function emptyChunks(length: number): Omit<Chunks, 'count' | 'notable'> {
  const numbers = () => new Int32Array(length);
  return { starts: numbers(), ends: numbers(), facts: numbers() };
}

function placed({ mayBegin: may, unknown }: Omit<Notable, 'index'>, index: number, start: number): Notable {
  return { index, mayBegin: may, unknown: unknown.map(({ word, at }) => ({ word, at: at + start })) };
}

// The same word comes with and without a comma behind it, and counting takes longer than all else that is asked of it.
const counted = new Map<string, number>();

function syllablesIn(word: string): number {
  if (word.length > longestWord) return 1;
  const before = counted.get(word);
  if (before !== undefined) return before;
  if (counted.size >= mostKnown / 5) counted.clear();
  const count = syllable(word);
  counted.set(word, count);
  return count;
}

// Nearly every chunk is a word, with or without a stop behind it.
const oneWord = /^(\p{Letter}+)[,.;:?!]?$/u;

function readChunk(text: string, isKnown: (word: string) => boolean) {
  const alone = oneWord.exec(text)?.[1];
  const single =
    alone === undefined
      ? [...text.matchAll(singleWords)].map(({ 0: word, index }) => ({ word, at: index }))
      : [{ word: alone, at: 0 }];
  const whole = alone === undefined ? (text.match(joinedWords) ?? []) : [alone];
  const syllables = whole.reduce((sum, part) => sum + syllablesIn(part), 0);
  const isForeign = computerTalk.test(text);
  return {
    facts:
      known |
      Math.min(whole.length, mostWords) |
      (Math.min(syllables, mostSyllables) << syllablesAt) |
      (/[;:]['"’”)]*$/u.test(text) ? stop : 0),
    mayBegin:
      whole.some(startsPhrase) || (alone === undefined && single.some(({ word }) => startsPhrase(word))),
    unknown: isForeign ? [] : single.filter(({ word }) => !isKnown(word)),
  };
}

function startsPhrase(word: string): boolean {
  return mayBegin(keyOf(word));
}
