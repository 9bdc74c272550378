import type { Synonyms } from '../model/synonyms.ts';
import { plainWord } from './vocabulary.ts';

/** A query in other words. Those of a synonym that is more than one word have to stand side by side. */
export interface OtherWording {
  words: readonly string[];
  phrases: readonly string[];
}

/** Puts words in other words. */
export type OtherWords = (words: readonly string[]) => OtherWording[];

const mostAlternatives = 6;

/**
 * Makes the words of a query into those of the same query in other words: wherever a word or a few of it stand in a line
 * of synonyms, each of the others in their place. Capitals, accents and a plural s make no difference.
 */
export function otherWordsFrom(synonyms: Synonyms): OtherWords {
  const lines = new Map<string, Set<string>>();
  let longest = 0;
  for (const line of synonyms)
    for (const entry of line) {
      const words = entry.split(/\s+/u);
      longest = Math.max(longest, words.length);
      const others = lines.get(keyOf(words)) ?? new Set();
      for (const other of line) if (keyOf(other.split(/\s+/u)) !== keyOf(words)) others.add(other);
      lines.set(keyOf(words), others);
    }
  return (words) => {
    const alternatives: OtherWording[] = [];
    for (let start = 0; start < words.length; start += 1)
      for (let length = 1; length <= Math.min(longest, words.length - start); length += 1) {
        const rest = [...words.slice(0, start), ...words.slice(start + length)];
        for (const other of lines.get(keyOf(words.slice(start, start + length))) ?? [])
          alternatives.push(
            /\s/u.test(other) ? { words: rest, phrases: [other] } : { words: [...rest, other], phrases: [] },
          );
      }
    return alternatives.slice(0, mostAlternatives);
  };
}

function keyOf(words: readonly string[]): string {
  return words.map((word) => plainWord(word).replace(/(?<=..)s$/u, '')).join(' ');
}
