import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexParts } from './index-parts.ts';
import { joinIndex } from './joined-index.ts';
import { keepMain, newMainFolder, readMain, type MainIndex } from './main-index.ts';
import type { DigestedPage } from './page-changes.ts';
import { readPages, type SitePages } from './pages-to-index.ts';
import { teachMerging } from './programs.ts';
import { offeredWords } from './word-files.ts';
import { countWords } from './word-counts.ts';

/** Makes an index of all pages, which are given in its order, and keeps it as the main one. Undefined without any page. */
export async function makeMain(
  { cacheDir, made }: { cacheDir: string; made: string },
  paths: readonly string[],
  read: SitePages['read'],
): Promise<MainIndex | undefined> {
  const language = await languageOf(paths, read);
  if (language === undefined) return undefined;
  const pages: DigestedPage[] = [];
  const others: DigestedPage[] = [];
  const words: Buffer[] = [];
  const counts = new Map<string, number>();
  const { folder, index } = newMainFolder(cacheDir);
  for (const name of ['fragment', 'filter', 'index']) mkdirSync(join(index, name), { recursive: true });
  const joined = joinIndex(language, (path, bytes) => {
    writeFileSync(join(index, path), bytes);
  });

  // Some at a time, so that Pagefind gets the first while the next are prepared.
  const readSome = (some: readonly string[]) => readPages(some, read, 8);
  for await (const part of indexParts(language, paths, readSome)) {
    await joined.add(part.files);
    for (const { own, ...page } of part.pages) {
      if (own === undefined) {
        others.push(page);
        continue;
      }
      pages.push(page);
      words.push(Buffer.from(own.join(' ')));
      countWords(counts, own, 1);
    }
  }
  if (pages.length === 0) return undefined;
  await joined.finish();
  await teachMerging(index);
  const offered = offeredWords(counts).size;
  const state = { made, language, pages, others, divided: pages.length, counts: [...counts], offered };
  await keepMain(cacheDir, folder, state, words);
  const main = await readMain(cacheDir, made);
  if (main?.table.pages.length !== pages.length)
    throw new Error('The search index has other pages than it was given.');
  return main;
}

/** The language of the first page that is to be found; all are in the same. */
async function languageOf(paths: readonly string[], read: SitePages['read']): Promise<string | undefined> {
  for await (const batch of readPages(paths, read, 1))
    for (const page of batch) {
      const language = page.prepared()?.language;
      if (language !== undefined) return language;
    }
  return undefined;
}
