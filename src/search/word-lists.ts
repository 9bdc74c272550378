import type { Synonyms } from '../model/synonyms.ts';
import { spellingLines } from './spellings.ts';
import { otherWordsFrom, type OtherWords } from './synonyms.ts';
import { plainWord, type WordCounts } from './vocabulary.ts';

/** What every search asks of the words of a blog; it is small, so that it can be loaded with the index. */
export interface WordLists {
  /** Words that mean the same, also those that are spelt otherwise on the other side of the Atlantic. */
  synonyms: Synonyms;
  /** Words that stand on so many pages that a page may lack them and still be what was meant. */
  common: readonly string[];
}

/** What they are called, beside the index. */
export const wordListsFile = 'words.json';

const leastPages = 8;
const leastShare = 0.6;
const mostCommon = 200;

/** Makes the lists from the words of `pages` pages and from the synonyms that somebody wrote down. */
export function wordListsOf(counts: WordCounts, pages: number, synonyms: Synonyms): WordLists {
  const common = [...counts]
    .filter(([, count]) => count >= leastPages && count >= pages * leastShare)
    .sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1))
    .slice(0, mostCommon)
    .map(([word]) => word);
  return { synonyms: [...synonyms, ...spellingLines([...counts.keys()].sort())], common };
}

/** What a search makes of the lists. */
export interface KnownWords {
  otherWords: OtherWords;
  /** Whether a page that lacks a word may still be what was meant. */
  isLittle: (word: string) => boolean;
}

export function knownWordsFrom({ synonyms, common }: WordLists): KnownWords {
  const little = new Set(common);
  return {
    otherWords: otherWordsFrom(synonyms),
    // Words of one or two letters are in no vocabulary.
    isLittle: (word) => little.has(plainWord(word)) || /^\p{Ll}{1,2}$/u.test(word),
  };
}
