import { gzipSync } from 'node:zlib';
import type { Synonyms } from '../model/synonyms.ts';
import { digestOf } from './digests.ts';
import type { IndexFile } from './index-output.ts';
import { encodeVocabulary, fittingWords, vocabularyFile, type WordCounts } from './vocabulary.ts';
import { wordListsFile, wordListsOf } from './word-lists.ts';

// A reader on a telephone waits for it when nothing was found.
const mostVocabulary = 50_000;

/** The words that are offered instead of others. `guess` is about how many there are. */
export function offeredWords(counts: WordCounts, guess?: number): Map<string, number> {
  return fittingWords(counts, mostVocabulary, (text) => gzipSync(text).length, guess);
}

/** The words of the blog, which stand beside its index: on how many of its `pages` each stands, and what was written down. */
export function wordFiles(words: {
  counts: WordCounts;
  pages: number;
  synonyms: Synonyms;
  guess: number;
}): IndexFile[] {
  const { counts, pages, synonyms, guess } = words;
  const texts = {
    [vocabularyFile]: encodeVocabulary(offeredWords(counts, guess)),
    [wordListsFile]: JSON.stringify(wordListsOf(counts, pages, synonyms)),
  };
  return Object.entries(texts).map(([path, content]) => ({ path, key: digestOf(content), content }));
}
