import type * as Pagefind from 'pagefind';
import { availableParallelism } from 'node:os';
import { furniture } from './furniture.ts';

/** An index that is being made, in a process of its own. */
export interface GrowingIndex {
  /** Puts a page in behind the others. Says whether it has any words; without, it is in no index. */
  add: (path: string, content: string) => Promise<boolean>;
  /** Its files, by their paths. It takes no more pages then, and the process forgets it. */
  files: () => Promise<Map<string, Uint8Array>>;
}

// The title is known as such, and would begin the excerpt of every result.
const title = '[data-pagefind-body] > header h1';

// Signs that are part of words, so that C++ and C# are not all of C.
const signsInWords = '+#';

/** Pagefind writes these for sites that take its interface. Ours is in src/elements. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/** How many indexes are best made at once, each in its process. */
export const processes = Math.min(2, availableParallelism());

/** Pagefind's module has one process; each copy of the module has its own. */
const copies = new Map<number, Promise<typeof Pagefind>>();

function copyOf(number: number): Promise<typeof Pagefind> {
  const address = `${import.meta.resolve('pagefind')}?process=${number}`;
  const copy = copies.get(number) ?? (import(address) as Promise<typeof Pagefind>);
  copies.set(number, copy);
  return copy;
}

/**
 * Begins an index in a language, in one of the `processes`. Its functions throw when Pagefind refuses something. The process runs
 * on until `closeIndexing`.
 */
export async function growIndex(language: string, process = 0): Promise<GrowingIndex> {
  const pagefind = await copyOf(process);
  const { index, errors } = await pagefind.createIndex({
    writePlayground: false,
    excludeSelectors: [title, ...furniture],
    includeCharacters: signsInWords,
    forceLanguage: language,
  });
  refuse(errors);
  if (index === undefined) throw new Error('The search index could not be made.');
  return {
    add: async (sourcePath, content) => {
      const { file, errors: refused } = await index.addHTMLFile({ sourcePath, content });
      refuse(refused);
      return file.uniqueWords > 0;
    },
    files: async () => {
      const { files, errors: refused } = await index.getFiles();
      refuse(refused);
      await index.deleteIndex();
      const ours = files.filter(({ path }) => !interfaces.test(path));
      return new Map(ours.map(({ path, content }) => [path, content]));
    },
  };
}

/** Ends the processes that make indexes. */
export async function closeIndexing(): Promise<void> {
  for (const copy of copies.values()) await (await copy).close();
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
}
