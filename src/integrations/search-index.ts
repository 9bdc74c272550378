import type { AstroIntegration } from 'astro';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../compile/settings.ts';
import { startPhase } from '../compile/timings.ts';
import type { IndexInput } from '../model/index-input.ts';
import { indexFingerprint } from '../search/fingerprint.ts';
import type { SitePages } from '../search/pages-to-index.ts';
import { updateIndex, type IndexOutcome } from '../search/update-index.ts';

/** Builds the search index from the pages in the output: only what is marked `data-pagefind-body` is in it. */
export function searchIndex(settings: Settings): AstroIntegration {
  return {
    name: 'watercooler-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const endIndexing = startPhase('search');
        const site = fileURLToPath(dir);
        logger.info(outcomeWords(await indexSite(site, settings, { all: await pagesOf(site) })));
        endIndexing();
      },
    },
  };
}

/** Writes the index of a site into it, and takes away what it was made with: no reader asks for that. */
async function indexSite(
  site: string,
  { root, cacheDir, preview, compact }: Settings,
  pages: Pick<SitePages, 'all' | 'changed'>,
): Promise<IndexOutcome> {
  const inputFile = join(site, 'search', 'index-input.json');
  // It was written with this type.
  const { synonyms, newest } = JSON.parse(await readFile(inputFile, 'utf8')) as IndexInput;
  await rm(inputFile);
  return updateIndex({
    pages: { ...pages, read: async (path) => readFile(join(site, path), 'utf8') },
    newest,
    synonyms,
    // What only a preview shows must not come near what is published, not even as a word that was changed since.
    cacheDir: join(cacheDir, preview ? 'preview' : 'published'),
    made: await indexFingerprint(root),
    output: join(site, 'pagefind'),
    compact,
  });
}

async function pagesOf(site: string): Promise<string[]> {
  const files = await readdir(site, { recursive: true });
  return files.filter((file) => file.endsWith('.html')).map((file) => file.split(sep).join('/'));
}

function outcomeWords({ how, pages, changed }: IndexOutcome): string {
  if (pages === 0) return 'nothing to search yet';
  if (how === 'as it was') return `the search index is as it was, with ${pages} pages`;
  return how === 'whole'
    ? `${pages} pages were put into the search index`
    : `${changed} of the ${pages} pages were put into the search index again`;
}
