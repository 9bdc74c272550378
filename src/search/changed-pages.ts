import type { MainIndex } from './main-index.ts';
import type { DigestedPage } from './page-changes.ts';
import { readPages, type PageToIndex, type SitePages } from './pages-to-index.ts';

/** The pages of a site next to those of a main index. */
export interface ComparedPages {
  /** All that are to be found, in the order of the index. */
  pages: DigestedPage[];
  /** The others. */
  others: DigestedPage[];
  /** Those that are not in the main index, or otherwise. */
  changed: Map<string, PageToIndex>;
  /** The paths of all that are not as they were when the main index was made, whether the index is given that or not. */
  different: string[];
}

/**
 * Reads the pages that may have changed since the main index was made. Undefined when more than `most` have, or one is in another
 * language: then all have to be indexed.
 */
export async function comparePages(
  { state, digest }: Pick<MainIndex, 'state' | 'digest'>,
  order: readonly string[],
  { changed, read }: Pick<SitePages, 'changed' | 'read'>,
  most: number,
): Promise<ComparedPages | undefined> {
  const inMain = new Map(state.pages.map((page) => [page.path, page]));
  const before = new Map([...state.others.map((page) => [page.path, page] as const), ...inMain]);
  // What is said to have changed since another index was made says nothing about this one.
  const { paths, since } = changed?.since.main === digest ? changed : {};
  const mayDiffer = paths && new Set([...paths, ...(since?.different ?? [])]);
  const toRead = order.filter((path) => !before.has(path) || (mayDiffer?.has(path) ?? true));
  const after = new Map(before);
  const compared: ComparedPages = { pages: [], others: [], changed: new Map(), different: [] };
  for await (const batch of readPages(toRead, read))
    for (const { path, source, prepared } of batch) {
      if (before.get(path)?.source === source) continue;
      compared.different.push(path);
      const page = prepared();
      after.set(path, { path, source, digest: page?.digest ?? '', text: page?.text ?? '' });
      if (page === undefined || page.digest === before.get(path)?.digest) continue;
      compared.changed.set(path, page);
      inMain.delete(path);
      if (compared.changed.size > most || page.language !== state.language) return undefined;
    }
  for (const page of order.flatMap((path) => after.get(path) ?? [])) {
    const isFound = page.digest !== '' && (inMain.has(page.path) || compared.changed.has(page.path));
    (isFound ? compared.pages : compared.others).push(page);
  }
  return compared;
}
