import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import type { NewFileResponse, PagefindIndex } from 'pagefind';
import type { Synonyms } from '../model/synonyms.ts';
import { furniture } from './furniture.ts';
import { pageForIndex } from './page-for-index.ts';
import { indexedText } from './page-text.ts';
import { encodeVocabulary, fittingWords, vocabularyFile, vocabularyWords } from './vocabulary.ts';
import { wordListsFile, wordListsOf } from './word-lists.ts';

/** A page of the site that is to be found: its path, such as `posts/drift/index.html`, and its source. */
export interface MarkedPage {
  path: string;
  html: string;
}

// The title is known as such, and would begin the excerpt of every result.
const title = '[data-pagefind-body] > header h1';

// Signs that are part of words, so that C++ and C# are not all of C.
const signsInWords = '+#';

// A reader on a telephone waits for it when nothing was found.
const mostVocabulary = 50_000;

/** Pagefind writes these for sites that take its interface. Ours is in src/elements. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/**
 * Writes a search index into a folder, and beside it the words of the blog; returns how many pages are in it. Without any
 * page nothing is written. Throws when a page cannot be read by the index. Pagefind runs on until `closeIndexing`.
 */
export async function indexPages(
  batches: AsyncIterable<readonly MarkedPage[]>,
  synonyms: Synonyms,
  outputPath: string,
): Promise<number> {
  const counts = new Map<string, number>();
  let index: PagefindIndex | undefined;
  let pages = 0;
  for await (const batch of batches) {
    const growing = (index ??= await createIndex(batch[0]?.html ?? ''));
    const added = await Promise.all(batch.map((page) => addPage(growing, page, counts)));
    refuse(added.flatMap(({ errors }) => errors));
    pages += batch.length;
  }
  if (index === undefined) return 0;
  refuse((await index.writeFiles({ outputPath })).errors);
  for (const file of await readdir(outputPath)) if (interfaces.test(file)) await rm(join(outputPath, file));
  const words = fittingWords(counts, mostVocabulary, (text) => gzipSync(text).length);
  await writeFile(join(outputPath, vocabularyFile), encodeVocabulary(words));
  await writeFile(join(outputPath, wordListsFile), JSON.stringify(wordListsOf(counts, pages, synonyms)));
  return pages;
}

/** Ends the process that makes indexes. */
export async function closeIndexing(): Promise<void> {
  await pagefind.close();
}

/** An index in the language of the blog. One for all languages, so that all posts are found, ranked and counted together. */
async function createIndex(page: string): Promise<PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({
    writePlayground: false,
    excludeSelectors: [title, ...furniture],
    includeCharacters: signsInWords,
    forceLanguage: /<html[^>]*\blang="([^"]+)"/u.exec(page)?.[1]?.toLowerCase() ?? 'unknown',
  });
  refuse(errors);
  if (index === undefined) throw new Error('The search index could not be made.');
  return index;
}

async function addPage(
  index: PagefindIndex,
  { path, html }: MarkedPage,
  counts: Map<string, number>,
): Promise<NewFileResponse> {
  const content = pageForIndex(html);
  for (const word of vocabularyWords(indexedText(content))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return index.addHTMLFile({ sourcePath: path, content });
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
}
