import { pageForIndex, type PageForIndex } from './page-for-index.ts';
import { markedElements } from './page-text.ts';

const languagePattern = /<html[^>]*\blang="([^"]+)"/u;

/** What the index is given of a page. */
export interface IndexedDocument extends PageForIndex {
  /** The language of the blog, as the page says it. */
  language: string;
}

/**
 * The part of a page that the index looks at, as a page of its own: only what is marked `data-pagefind-body`, so that the
 * frame around it can change without the page being indexed again. Undefined for a page that is not to be found.
 */
export function indexedDocument(html: string): IndexedDocument | undefined {
  // Without a mark Pagefind would take a page whole: lists, navigation and all.
  if (!html.includes('data-pagefind-body')) return undefined;
  const language = languagePattern.exec(html)?.[1]?.toLowerCase() ?? 'unknown';
  const body = markedElements(html).join('\n');
  return { language, ...pageForIndex(`<html lang="${language}"><body>${body}</body></html>`) };
}
