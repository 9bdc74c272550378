import { growIndex, type GrowingIndex } from './index-process.ts';
import { keepMain, newMainFolder, readMain, type MainIndex } from './main-index.ts';
import type { DigestedPage } from './page-changes.ts';
import type { ReadPage } from './pages-to-index.ts';
import { teachMerging } from './programs.ts';
import { offeredWords } from './word-files.ts';
import { countWords } from './word-counts.ts';

/** Makes an index of all pages, which come in their order, and keeps it as the main one. Undefined without any page. */
export async function makeMain(
  { cacheDir, made }: { cacheDir: string; made: string },
  batches: AsyncIterable<readonly ReadPage[]>,
): Promise<MainIndex | undefined> {
  const pages: DigestedPage[] = [];
  const others: DigestedPage[] = [];
  const words: Buffer[] = [];
  const counts = new Map<string, number>();
  let growing: { index: GrowingIndex; language: string } | undefined;
  for await (const batch of batches) {
    const prepared = batch.map((page) => page.prepared());
    const language = prepared.find((page) => page !== undefined)?.language;
    if (language !== undefined) growing ??= { index: await growIndex(language), language };
    const { index } = growing ?? {};
    const isFound = await Promise.all(
      prepared.map(async (page) => page !== undefined && (await index?.add(page.path, page.content))),
    );
    batch.forEach(({ path, source }, place) => {
      const page = prepared[place];
      const digest = page?.digest ?? '';
      if (page === undefined || isFound[place] !== true) {
        others.push({ path, source, digest });
        return;
      }
      const own = page.words();
      pages.push({ path, source, digest });
      words.push(Buffer.from(own.join(' ')));
      countWords(counts, own, 1);
    });
  }
  if (growing === undefined || pages.length === 0) return undefined;
  const { folder, index } = newMainFolder(cacheDir);
  await growing.index.write(index);
  await teachMerging(index);
  const { language } = growing;
  const offered = offeredWords(counts).size;
  const state = { made, language, pages, others, divided: pages.length, counts: [...counts], offered };
  await keepMain(cacheDir, folder, state, words);
  const main = await readMain(cacheDir, made);
  if (main?.table.pages.length !== pages.length)
    throw new Error('The search index has other pages than it was given.');
  return main;
}
