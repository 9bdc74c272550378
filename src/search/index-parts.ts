import { growIndex, processes } from './index-process.ts';
import type { DigestedPage } from './page-changes.ts';
import type { ReadPage } from './pages-to-index.ts';

// The more pages Pagefind has been given, the more time it takes for each, and most of it when the last has come.
const pagesInPart = 250;

/** Pages, some at a time. */
type Batches = AsyncIterable<ReadPage[]> | Iterable<ReadPage[]>;

/** An index of some pages. */
export interface IndexedPart {
  files: ReadonlyMap<string, Uint8Array>;
  /** Each with its words for the vocabulary, if it is to be found. */
  pages: (DigestedPage & { own: string[] | undefined })[];
}

/**
 * Indexes pages, and gives one part after the other. Every process of Pagefind makes one at a time; the next begins when one is
 * taken.
 */
export async function* indexParts<Page>(
  language: string,
  all: readonly Page[],
  read: (some: readonly Page[]) => Batches,
): AsyncGenerator<IndexedPart> {
  const begin = (part: number) => {
    const start = part * pagesInPart;
    const some = read(all.slice(start, start + pagesInPart));
    return handled(indexPart(language, some, part % processes));
  };
  const parts = Math.ceil(all.length / pagesInPart);
  const begun = Array.from({ length: Math.min(parts, processes) }, (_, part) => begin(part));
  for (let next = begun.length; begun.length > 0; next += 1) {
    const part = await begun.shift();
    if (next < parts) begun.push(begin(next));
    if (part !== undefined) yield part;
  }
}

/** An index of some pages, in their order. */
async function indexPart(language: string, batches: Batches, process: number): Promise<IndexedPart> {
  const index = await growIndex(language, process);
  const pages: Promise<IndexedPart['pages'][number]>[] = [];
  for await (const batch of batches)
    for (const { path, source, prepared } of batch) {
      const page = prepared();
      const digested = { path, source, digest: page?.digest ?? '', text: page?.text ?? '' };
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
