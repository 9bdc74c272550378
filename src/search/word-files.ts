import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Synonyms } from '../model/synonyms.ts';
import { encodeVocabulary, fittingWords, vocabularyFile, type WordCounts } from './vocabulary.ts';
import { wordListsFile, wordListsOf } from './word-lists.ts';

// A reader on a telephone waits for it when nothing was found.
const mostVocabulary = 50_000;

/** The words that are offered instead of others. `guess` is about how many there are. */
export function offeredWords(counts: WordCounts, guess?: number): Map<string, number> {
  return fittingWords(counts, mostVocabulary, (text) => gzipSync(text).length, guess);
}

/** Writes the words of the blog beside its index: on how many of its `pages` each stands, and what was written down. */
export async function writeWordFiles(
  folder: string,
  words: { counts: WordCounts; pages: number; synonyms: Synonyms; guess: number },
): Promise<void> {
  const { counts, pages, synonyms, guess } = words;
  await writeFile(join(folder, vocabularyFile), encodeVocabulary(offeredWords(counts, guess)));
  await writeFile(join(folder, wordListsFile), JSON.stringify(wordListsOf(counts, pages, synonyms)));
}
