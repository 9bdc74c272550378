import { digestOf } from './digests.ts';
import { indexedDocument, type IndexedDocument } from './indexed-document.ts';
import { indexedText } from './page-text.ts';
import { vocabularyWords } from './vocabulary.ts';

/** The pages of a site by their paths, such as `posts/drift/index.html`. */
export interface SitePages {
  all: readonly string[];
  /** Which of them can have changed, where that is known; otherwise every page is looked at. */
  changed?: { paths: readonly string[]; since: IndexedSite } | undefined;
  read: (path: string) => Promise<string>;
}

/** What is to be known of an index to say later which pages have changed since. */
export interface IndexedSite {
  /** A digest of the main index. */
  main: string;
  /** The paths of the pages that were not as they are in it. */
  different: readonly string[];
}

/** A page that was read. */
export interface ReadPage {
  path: string;
  /** A digest of all of it. */
  source: string;
  /** What the index is given of it; undefined for a page that is not to be found. */
  prepared: () => PageToIndex | undefined;
}

/** A page as it is put into an index. */
export interface PageToIndex extends IndexedDocument {
  path: string;
  source: string;
  digest: string;
  text: string;
  /** Its words for the vocabulary, each once. */
  words: () => string[];
}

export function pageToIndex(path: string, html: string): ReadPage {
  const source = digestOf(html);
  const prepared = () => {
    const document = indexedDocument(html);
    if (document === undefined) return undefined;
    const words = () => [...vocabularyWords(indexedText(document.content))];
    const text = digestOf(document.telling);
    return {
      ...document,
      path,
      source,
      digest: digestOf(text + JSON.stringify(document.facts)),
      text,
      words,
    };
  };
  return { path, source, prepared };
}

/** The pages in the order of the index: those with a date, the newest first, and then the others. */
export function inIndexOrder(paths: readonly string[], newest: readonly string[]): string[] {
  const known = new Set(paths);
  const dated = newest
    .map((permalink) => `${permalink.slice(1)}index.html`)
    .filter((path) => known.has(path));
  return [...new Set([...dated, ...[...paths].sort()])];
}

const pagesAtOnce = 64;

/** Reads pages in their order, some at a time. */
export async function* readPages(
  paths: readonly string[],
  read: SitePages['read'],
  atOnce = pagesAtOnce,
): AsyncGenerator<ReadPage[]> {
  for (let start = 0; start < paths.length; start += atOnce) {
    const batch = paths.slice(start, start + atOnce);
    yield await Promise.all(batch.map(async (path) => pageToIndex(path, await read(path))));
  }
}
