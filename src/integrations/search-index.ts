import type { AstroIntegration } from 'astro';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPhase } from '../compile/timings.ts';
import type { Synonyms } from '../model/synonyms.ts';
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
          const pages = await indexPages(markedPages(site), await takeSynonyms(site), join(site, 'pagefind'));
          if (pages === 0) logger.info('nothing to search yet');
          endIndexing();
        } finally {
          await closeIndexing();
        }
      },
    },
  };
}

/** The pages that are to be found, some at a time. */
async function* markedPages(site: string): AsyncGenerator<MarkedPage[]> {
  const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html')).sort();
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

/** The synonyms, from the page of that name. Readers get them with the other lists of words, so it is not kept. */
async function takeSynonyms(site: string): Promise<Synonyms> {
  const file = join(site, 'search', 'synonyms.json');
  // It was written with their schema.
  const synonyms = JSON.parse(await readFile(file, 'utf8')) as Synonyms;
  await rm(file);
  return synonyms;
}
