import { indexParts } from './index-parts.ts';
import { joinIndex } from './joined-index.ts';
import type { PageToIndex } from './pages-to-index.ts';
import { indexOfFiles, type ReadableIndex } from './readable-index.ts';

/** An index of some pages, in memory, with the words of each; no index without any page. */
export async function smallIndex(
  language: string,
  pages: readonly PageToIndex[],
): Promise<{ index?: ReadableIndex | undefined; words: string[][] }> {
  const files = new Map<string, Uint8Array>();
  const joined = joinIndex(language, (path, bytes) => files.set(path, Buffer.from(bytes)));
  const words: string[][] = [];
  const prepared = (some: readonly PageToIndex[]) => [
    some.map((page) => ({ ...page, prepared: () => page })),
  ];
  for await (const part of indexParts(language, pages, prepared)) {
    await joined.add(part.files);
    words.push(...part.pages.flatMap(({ own }) => (own === undefined ? [] : [own])));
  }
  if (words.length === 0) return { words };
  await joined.finish();
  return { index: indexOfFiles(files), words };
}
