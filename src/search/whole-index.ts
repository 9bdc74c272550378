import { growIndex, type GrowingIndex } from './index-process.ts';
import { joinIndex, type JoinedIndex } from './joined-index.ts';
import { keepMain, newMainFolder, readMain, type MainIndex } from './main-index.ts';
import type { DigestedPage } from './page-changes.ts';
import type { ReadPage } from './pages-to-index.ts';
import { teachMerging } from './programs.ts';
import { offeredWords } from './word-files.ts';
import { countWords } from './word-counts.ts';

// The more pages Pagefind has been given, the more time it takes for each, and most of it when the last has come.
const pagesInPart = 250;

/** Makes an index of all pages, which come in their order, and keeps it as the main one. Undefined without any page. */
export async function makeMain(
  { cacheDir, made }: { cacheDir: string; made: string },
  batches: AsyncIterable<readonly ReadPage[]>,
): Promise<MainIndex | undefined> {
  const pages: DigestedPage[] = [];
  const others: DigestedPage[] = [];
  const words: Buffer[] = [];
  const counts = new Map<string, number>();
  const { folder, index } = newMainFolder(cacheDir);
  let joined: { index: JoinedIndex; language: string } | undefined;
  let part: GrowingIndex | undefined;

  const add = async (batch: readonly ReadPage[]) => {
    const prepared = batch.map((page) => page.prepared());
    const language = prepared.find((page) => page !== undefined)?.language;
    if (language !== undefined) {
      joined ??= { index: joinIndex(language, index), language };
      part ??= await growIndex(joined.language);
    }
    const isFound = await Promise.all(
      prepared.map(async (page) => page !== undefined && (await part?.add(page.path, page.content))),
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
  };
  const endPart = async () => {
    if (part !== undefined) await joined?.index.add(await part.files());
    part = undefined;
  };
  // Where a part ends must not depend on how many pages come at once.
  for await (const batch of batches)
    for (let start = 0; start < batch.length;) {
      const room = pagesInPart - ((pages.length + others.length) % pagesInPart);
      const some = batch.slice(start, start + room);
      await add(some);
      if (some.length === room) await endPart();
      start += some.length;
    }
  await endPart();

  if (joined === undefined || pages.length === 0) return undefined;
  await joined.index.finish();
  await teachMerging(index);
  const offered = offeredWords(counts).size;
  const { language } = joined;
  const state = { made, language, pages, others, divided: pages.length, counts: [...counts], offered };
  await keepMain(cacheDir, folder, state, words);
  const main = await readMain(cacheDir, made);
  if (main?.table.pages.length !== pages.length)
    throw new Error('The search index has other pages than it was given.');
  return main;
}
