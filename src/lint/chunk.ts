import { syllable } from 'syllable';
import { keyOf, mayBegin } from './inclusive.ts';
import { longestWord } from './spelling.ts';

/** What is known about a run of signs between two spaces. It is found out once for each, however often it is written. */
export interface Chunk {
  text: string;
  /** How many words it counts as. */
  words: number;
  syllables: number;
  /** Whether it ends with a semicolon or a colon. */
  isStop: boolean;
  /** Whether one of its words starts a phrase to think about again. */
  mayBegin: boolean;
  /** Its words that no dictionary has, with their offsets in the chunk. */
  unknown: readonly { word: string; at: number }[];
}

/** A chunk with its offset in a text. */
export interface PlacedChunk {
  at: number;
  chunk: Chunk;
}

const word = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’][\p{Letter}\p{Mark}]+)*/gu;
const joined = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’.-][\p{Letter}\p{Mark}\p{Number}]+)*/gu;
// Digits and underscores, paths and addresses, mentions and tags, assignments, tags, names with a dot inside.
const computerTalk =
  /[\d_@\\#$<>={}|~]|:\/\/|^\/|\/$|\/\S*\/|\p{Letter}\.\p{Letter}|\p{Lowercase}\p{Uppercase}/u;

// Spaces of all kinds. Where prose is left out, and at dashes, a word ends without one.
const separators = /[\s\u3007—–…]/u;
const isSeparator = Array.from({ length: 0x10000 }, (_, code) => separators.test(String.fromCharCode(code)));

// A bound on memory, some 20 MB. Below it, the rare words of a large blog push each other out.
const mostKnown = 200_000;

/**
 * Reads the chunks of texts; `isKnown` says which words are spelt right. Texts hold the same chunks again and again, and
 * to cut each out only to look it up would take longer than everything else. So they are found by a number made of
 * their signs, and compared where they stand.
 */
export function createChunkReader(isKnown: (word: string) => boolean): (text: string) => PlacedChunk[] {
  const known = new Map<number, Chunk>();
  const syllables = new Map<string, number>();
  const syllablesOf = (part: string) => {
    let count = syllables.get(part);
    if (count === undefined) {
      count = part.length > longestWord ? 1 : syllable(part);
      if (syllables.size >= mostKnown) syllables.clear();
      syllables.set(part, count);
    }
    return count;
  };
  const chunkAt = (text: string, from: number, to: number, number: number): Chunk => {
    const found = known.get(number);
    if (found?.text.length === to - from && text.startsWith(found.text, from)) return found;
    const chunk = readChunk(text.slice(from, to), isKnown, syllablesOf);
    if (known.size >= mostKnown) known.clear();
    known.set(number, chunk);
    return chunk;
  };
  return (text) => {
    const chunks: PlacedChunk[] = [];
    let from = -1;
    let number = 0;
    for (let index = 0; index <= text.length; index += 1) {
      const code = index === text.length ? 32 : text.charCodeAt(index);
      if (code > 32 && (code < 0xa0 || isSeparator[code] !== true)) {
        if (from === -1) {
          from = index;
          number = 0;
        }
        // Within thirty bits, numbers are not objects to the engine.
        number = (Math.imul(number, 31) + code) & 0x3fffffff;
      } else if (from !== -1) {
        chunks.push({ at: from, chunk: chunkAt(text, from, index, number) });
        from = -1;
      }
    }
    return chunks;
  };
}

function readChunk(
  text: string,
  isKnown: (word: string) => boolean,
  syllablesOf: (word: string) => number,
): Chunk {
  const found = [...text.matchAll(word)].map((match) => ({ word: match[0], at: match.index }));
  const whole = text.match(joined) ?? [];
  const unknown = computerTalk.test(text) ? [] : found.filter((part) => !isKnown(part.word));
  return {
    text,
    words: whole.length,
    syllables: whole.reduce((sum, part) => sum + syllablesOf(part), 0),
    isStop: /[;:]['"’”)]*$/u.test(text),
    mayBegin: keysOf(text).some(mayBegin),
    unknown: unknown.length === 0 ? none : unknown,
  };
}

// Shared by nearly all chunks.
const none: Chunk['unknown'] = [];

/** The words of a chunk in small letters, without hyphens, apostrophes and dots, whole and in parts. */
export function keysOf(text: string): string[] {
  return [...new Set([...(text.match(joined) ?? []), ...(text.match(word) ?? [])].map(keyOf))];
}
