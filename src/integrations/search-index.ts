import type { AstroIntegration } from 'astro';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { startPhase } from '../compile/timings.ts';
import { furniture } from '../search/furniture.ts';
import { indexedText } from '../search/page-text.ts';
import { encodeVocabulary, fittingWords, vocabularyPath, vocabularyWords } from '../search/vocabulary.ts';

// The title is known as such, and would begin the excerpt of every result.
const title = '[data-pagefind-body] > header h1';

// A reader on a telephone waits for it when nothing was found.
const mostVocabulary = 60_000;

/** Pagefind writes these for sites that take its interface. Ours is in src/elements. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/** Builds the search index from the pages in the output: only what is marked `data-pagefind-body` is in it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'watercooler-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const pages = await pagesIn(site);
        if (!(await hasMarkedPage(pages))) {
          logger.info('nothing to search yet');
          return;
        }
        const endIndexing = startPhase('search');
        try {
          await writeIndex(site);
          await writeVocabulary(site, pages);
          endIndexing();
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}

/** The pages of a site, posts first. */
async function pagesIn(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  pages.sort((a, b) => Number(b.startsWith('posts')) - Number(a.startsWith('posts')));
  return pages.map((page) => join(site, page));
}

/** In a site without any mark Pagefind would take every page whole: lists, navigation and all. */
async function hasMarkedPage(pages: readonly string[]): Promise<boolean> {
  // Nearly every post is marked, so that one look is enough.
  for (const page of pages) if ((await readFile(page, 'utf8')).includes('data-pagefind-body')) return true;
  return false;
}

/** Writes the words that are offered instead of misspelt ones, the commonest when there are too many. */
async function writeVocabulary(site: string, pages: readonly string[]): Promise<void> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const word of vocabularyWords(indexedText(await readFile(page, 'utf8'))))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = fittingWords(counts, mostVocabulary, (text) => gzipSync(text).length);
  await writeFile(join(site, vocabularyPath), encodeVocabulary(words));
}

async function writeIndex(site: string): Promise<void> {
  const outputPath = join(site, 'pagefind');
  const { index, errors } = await pagefind.createIndex({
    writePlayground: false,
    excludeSelectors: [title, ...furniture],
  });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const added = await index.addDirectory({ path: site });
  const written = await index.writeFiles({ outputPath });
  const failures = [...added.errors, ...written.errors];
  if (failures.length > 0) throw new Error(`The search index is incomplete: ${failures.join(' ')}`);
  for (const file of await readdir(outputPath)) if (interfaces.test(file)) await rm(join(outputPath, file));
}
