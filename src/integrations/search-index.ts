import type { AstroIntegration } from 'astro';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPhase } from '../compile/timings.ts';
import type { IndexInput } from '../model/index-input.ts';
import { closeIndexing, indexPages, type MarkedPage } from '../search/index-pages.ts';

const pagesAtOnce = 64;

/** Builds the search index from the pages in the output: only what is marked `data-pagefind-body` is in it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'watercooler-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const endIndexing = startPhase('search');
        const site = fileURLToPath(dir);
        try {
          const { synonyms, newest } = await takeInput(site);
          const pages = await indexPages(markedPages(site, newest), synonyms, join(site, 'pagefind'));
          if (pages === 0) logger.info('nothing to search yet');
          endIndexing();
        } finally {
          await closeIndexing();
        }
      },
    },
  };
}

/** The pages that are to be found, some at a time: those with a date, newest first, and then the others. */
async function* markedPages(site: string, newest: readonly string[]): AsyncGenerator<MarkedPage[]> {
  const found = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
  const dated = newest.map((permalink) => join(permalink.slice(1), 'index.html'));
  const files = [...new Set([...dated, ...found])];
  for (let start = 0; start < files.length; start += pagesAtOnce) {
    const batch = files.slice(start, start + pagesAtOnce).map(async (file) => ({
      path: file.split(sep).join('/'),
      html: await readFile(join(site, file), 'utf8'),
    }));
    // Without a mark Pagefind would take a page whole: lists, navigation and all.
    const marked = (await Promise.all(batch)).filter(({ html }) => html.includes('data-pagefind-body'));
    if (marked.length > 0) yield marked;
  }
}

/** What the index is made with, from the page of that name. No reader asks for it, so it is not kept. */
async function takeInput(site: string): Promise<IndexInput> {
  const file = join(site, 'search', 'index-input.json');
  // It was written with this type.
  const input = JSON.parse(await readFile(file, 'utf8')) as IndexInput;
  await rm(file);
  return input;
}
