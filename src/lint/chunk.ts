import { syllable } from 'syllable';
import { keyOf, mayBegin } from './inclusive.ts';
import { longestWord } from './spelling.ts';

/** What is known about a run of signs between two spaces. It is found out once for each, however often it is written. */
export interface Chunk {
  /** How many words it counts as. */
  words: number;
  syllables: number;
  /** Whether it ends with a semicolon or a colon. */
  isStop: boolean;
  /** Its words in small letters, without hyphens, apostrophes and dots, whole and in parts. */
  keys: readonly string[];
  /** Whether one of them starts a phrase to think about again. */
  mayBegin: boolean;
  /** Its words that no dictionary has, with their offsets in the chunk. */
  unknown: readonly { word: string; at: number }[];
}

const word = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’][\p{Letter}\p{Mark}]+)*/gu;
const joined = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’.-][\p{Letter}\p{Mark}\p{Number}]+)*/gu;
// Digits and underscores, paths and addresses, mentions and tags, assignments, tags, names with a dot inside.
const computerTalk =
  /[\d_@\\#$<>={}|~]|:\/\/|^\/|\/$|\/\S*\/|\p{Letter}\.\p{Letter}|\p{Lowercase}\p{Uppercase}/u;

/** Looks a run of signs up; `isKnown` says which words are spelt right. */
export function createChunkReader(isKnown: (word: string) => boolean): (chunk: string) => Chunk {
  const read = new Map<string, Chunk>();
  return (text) => {
    let chunk = read.get(text);
    if (chunk === undefined) {
      // A bound on memory; the frequent ones are back in no time.
      if (read.size >= 50_000) read.clear();
      chunk = readChunk(text, isKnown);
      read.set(text, chunk);
    }
    return chunk;
  };
}

function readChunk(text: string, isKnown: (word: string) => boolean): Chunk {
  const found = [...text.matchAll(word)].map((match) => ({ word: match[0], at: match.index }));
  const whole = text.match(joined) ?? [];
  const parts = found.map((part) => part.word);
  const keys = [...new Set([...whole, ...parts].map(keyOf))];
  return {
    words: whole.length,
    syllables: whole.reduce((sum, part) => sum + (part.length > longestWord ? 1 : syllable(part)), 0),
    isStop: /[;:]['"’”)]*$/u.test(text),
    keys,
    mayBegin: keys.some(mayBegin),
    unknown: computerTalk.test(text) ? [] : found.filter((part) => !isKnown(part.word)),
  };
}

/** A chunk with its offset in a text. */
export interface PlacedChunk {
  at: number;
  chunk: Chunk;
}

// Where prose is left out, and at dashes, a word ends without a space.
const separated = /[^\s\u3007—–…]+/gu;

/** The chunks of a text in order. */
export function chunksOf(text: string, readChunk: (chunk: string) => Chunk): PlacedChunk[] {
  const chunks: PlacedChunk[] = [];
  separated.lastIndex = 0;
  for (let match = separated.exec(text); match !== null; match = separated.exec(text))
    chunks.push({ at: match.index, chunk: readChunk(match[0]) });
  return chunks;
}
