import type { AstroIntegration } from 'astro';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';
import { startPhase } from '../compile/timings.ts';

/** Furniture inside an article or a comment: it would stand in the middle of sentences in the results. */
const furniture = [
  // The title is known as such, and would begin the excerpt of every result.
  '[data-pagefind-body] > header h1',
  '.anchor',
  '[data-footnote-ref]',
  '.data-footnote-backref',
  '.visually-hidden',
  '#conversation',
  '.conversation > .muted',
  '.disc',
  '.when',
  '.edited',
  '.answer',
  '.gone',
  '.reactions',
  '.poll dd',
];

/** Pagefind writes these for sites that take its interface. Ours is in src/elements. */
const interfaces = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./u;

/** Builds the search index from the pages in the output: only what is marked `data-pagefind-body` is in it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'watercooler-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        if (!(await hasMarkedPage(site))) {
          logger.info('nothing to search yet');
          return;
        }
        const endIndexing = startPhase('search');
        try {
          await writeIndex(site);
          endIndexing();
        } finally {
          await pagefind.close();
        }
      },
    },
  };
}

/** In a site without any mark Pagefind would take every page whole: lists, navigation and all. */
async function hasMarkedPage(site: string): Promise<boolean> {
  const files = await readdir(site, { recursive: true });
  const pages = files.filter((file) => file.endsWith('.html'));
  // Nearly every post is marked, so that one look is enough.
  pages.sort((a, b) => Number(b.startsWith('posts')) - Number(a.startsWith('posts')));
  for (const page of pages) {
    if ((await readFile(join(site, page), 'utf8')).includes('data-pagefind-body')) return true;
  }
  return false;
}

async function writeIndex(site: string): Promise<void> {
  const outputPath = join(site, 'pagefind');
  const { index, errors } = await pagefind.createIndex({
    writePlayground: false,
    excludeSelectors: furniture,
  });
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
  const added = await index.addDirectory({ path: site });
  const written = await index.writeFiles({ outputPath });
  const failures = [...added.errors, ...written.errors];
  if (failures.length > 0) throw new Error(`The search index is incomplete: ${failures.join(' ')}`);
  for (const file of await readdir(outputPath)) if (interfaces.test(file)) await rm(join(outputPath, file));
}
