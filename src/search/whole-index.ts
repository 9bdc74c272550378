import { growIndex, processes } from './index-process.ts';
import { joinIndex } from './joined-index.ts';
import { keepMain, newMainFolder, readMain, type MainIndex } from './main-index.ts';
import type { DigestedPage } from './page-changes.ts';
import { readPages, type SitePages } from './pages-to-index.ts';
import { teachMerging } from './programs.ts';
import { offeredWords } from './word-files.ts';
import { countWords } from './word-counts.ts';

// The more pages Pagefind has been given, the more time it takes for each, and most of it when the last has come.
const pagesInPart = 250;

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
  const joined = joinIndex(language, index);

  for await (const part of indexParts(language, paths, read)) {
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

interface IndexedPart {
  files: ReadonlyMap<string, Uint8Array>;
  /** Each with its words for the vocabulary, if it is to be found. */
  pages: (DigestedPage & { own: string[] | undefined })[];
}

/** Indexes of all pages, one part after the other. Every process makes one; the next begins when it is taken. */
async function* indexParts(
  language: string,
  paths: readonly string[],
  read: SitePages['read'],
): AsyncGenerator<IndexedPart> {
  const begin = (part: number) => {
    const start = part * pagesInPart;
    const some = paths.slice(start, start + pagesInPart);
    return handled(indexPart(language, some, read, part % processes));
  };
  const parts = Math.ceil(paths.length / pagesInPart);
  const begun = Array.from({ length: Math.min(parts, processes) }, (_, part) => begin(part));
  for (let next = begun.length; begun.length > 0; next += 1) {
    const part = await begun.shift();
    if (next < parts) begun.push(begin(next));
    if (part !== undefined) yield part;
  }
}

/** An index of some pages, in their order. */
async function indexPart(
  language: string,
  paths: readonly string[],
  read: SitePages['read'],
  process: number,
): Promise<IndexedPart> {
  const index = await growIndex(language, process);
  const pages: Promise<IndexedPart['pages'][number]>[] = [];
  // Some at a time, so that Pagefind gets the first while the next are prepared.
  for await (const batch of readPages(paths, read, 8))
    for (const { path, source, prepared } of batch) {
      const page = prepared();
      const digested = { path, source, digest: page?.digest ?? '' };
      const isFound = page === undefined ? Promise.resolve(false) : index.add(path, page.content);
      const indexed = isFound.then((found) => ({ ...digested, own: found ? page?.words() : undefined }));
      pages.push(handled(indexed));
    }
  return { pages: await Promise.all(pages), files: await index.files() };
}

/** A promise that is waited for later. Until then, nothing else hears that it was broken. */
function handled<Result>(promise: Promise<Result>): Promise<Result> {
  promise.catch(() => undefined);
  return promise;
}
