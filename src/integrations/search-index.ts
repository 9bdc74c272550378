import type { AstroIntegration } from 'astro';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../compile/settings.ts';
import { startPhase } from '../compile/timings.ts';
import type { IndexInput } from '../model/index-input.ts';
import { indexFingerprint } from '../search/fingerprint.ts';
import type { IndexedSite } from '../search/pages-to-index.ts';
import { digestOf } from '../source/digest.ts';
import type { BuiltPages } from './kept-output.ts';
import { updateIndex, type IndexOutcome } from '../search/update-index.ts';

/** Builds the search index from the pages in the output: only what is marked `data-pagefind-body` is in it. */
export function searchIndex(settings: Settings, pages: () => BuiltPages): AstroIntegration {
  return {
    name: 'watercooler-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const endIndexing = startPhase('search');
        const site = fileURLToPath(dir);
        logger.info(outcomeWords(await indexSite(site, settings, pages().rendered)));
        endIndexing();
      },
    },
  };
}

/** Writes the index of a site into it, and takes away what it was made with: no reader asks for that. */
async function indexSite(
  site: string,
  { root, cacheDir, preview, compact }: Settings,
  rendered: readonly string[],
): Promise<IndexOutcome> {
  const inputFile = join(site, 'search', 'index-input.json');
  // It was written with this type.
  const { synonyms, newest } = JSON.parse(await readFile(inputFile, 'utf8')) as IndexInput;
  await rm(inputFile);
  // What only a preview shows must not come near what is published, not even as a word that was changed since.
  const cache = join(cacheDir, preview ? 'preview' : 'published');
  const noteFile = join(cache, 'search', `site-${digestOf(site)}.json`);
  const since = await readNote(noteFile);
  // A build that is stopped leaves no note, and after it every page is looked at.
  await rm(noteFile, { force: true });
  const outcome = await updateIndex({
    pages: {
      all: await pagesOf(site),
      changed: since && { paths: rendered, since },
      read: async (path) => readFile(join(site, path), 'utf8'),
    },
    newest,
    synonyms,
    cacheDir: cache,
    made: await indexFingerprint(root),
    output: join(site, 'pagefind'),
    compact,
  });
  if (outcome.site !== undefined) await writeFile(noteFile, JSON.stringify(outcome.site));
  return outcome;
}

/** What the last build of the same folder has noted, whose pages are still there unless they were rendered again. */
async function readNote(file: string): Promise<IndexedSite | undefined> {
  try {
    // It was written with this type.
    return JSON.parse(await readFile(file, 'utf8')) as IndexedSite;
  } catch {
    return undefined;
  }
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
