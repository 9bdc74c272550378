import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import type { Settings } from '../compile/settings.ts';
import { startPhase } from '../compile/timings.ts';
import { indexInput } from '../model/index-input.ts';
import { indexFingerprint } from '../search/fingerprint.ts';
import { writeIndexFiles } from '../search/index-output.ts';
import { inIndexOrder, type IndexedSite } from '../search/pages-to-index.ts';
import { beginIndex, type ThreadedIndex } from '../search/threaded-index.ts';
import type { KeptFiles } from '../plan/kept-files.ts';
import { digestOf } from '../source/digest.ts';
import type { IndexOutcome } from '../search/update-index.ts';
import type { PageWatcher } from './pages.ts';

/** The search index of a build, which hears of its pages. */
export interface Indexing extends PageWatcher {
  /** Writes the index of what the pages say now, and says in a sentence what became of it. */
  finish: (files: KeptFiles) => Promise<string>;
}

const indexFolder = 'pagefind';

/**
 * Makes the search index of the pages in the output, in a thread that reads them while others are still made: only what is
 * marked `data-pagefind-body` is in it.
 */
export function searchIndexing(folder: ContentFolder, settings: Settings): Indexing {
  const { root, cacheDir, outDir, preview, compact } = settings;
  // What only a preview shows must not come near what is published, not even as a word that was changed since.
  const cache = join(cacheDir, preview ? 'preview' : 'published');
  const noteFile = join(cache, 'search', `site-${digestOf(outDir)}.json`);
  let thread: ThreadedIndex | undefined;
  return {
    planned: async (pages) => {
      const [all, rendered] = [pages.all.filter(isHtml), pages.rendered.filter(isHtml)];
      const { newest, synonyms } = indexInput(folder.catalogue());
      const since = await readNote(noteFile);
      await rm(noteFile, { force: true });
      const made = await indexFingerprint(root);
      thread = beginIndex({
        ...{ newest, synonyms, made, compact, cacheDir: cache },
        ...{ outDir, all, rendered, since },
      });
      return inIndexOrder(rendered, newest);
    },
    written: (path) => thread?.written(path),
    finish: async (files) => {
      const endIndexing = startPhase('search');
      const outcome = await thread?.finish();
      writeIndexFiles(outcome?.files ?? [], join(outDir, indexFolder), (path, key) =>
        files.keep(`${indexFolder}/${path}`, key),
      );
      if (outcome?.site !== undefined) await writeFile(noteFile, JSON.stringify(outcome.site));
      endIndexing();
      return outcome === undefined ? 'No page was looked at.' : wordsFor(outcome);
    },
  };
}

function wordsFor({ how, pages, changed }: IndexOutcome): string {
  switch (how) {
    case 'whole':
      return `All ${pages} pages were indexed.`;
    case 'folded':
      return `${changed} of ${pages} pages were indexed, and put into the main index.`;
    case 'delta':
      return `${changed} of ${pages} pages stand in a delta beside the main index.`;
    case 'as it was':
      return `All ${pages} pages say the same to it as before.`;
  }
}

function isHtml(path: string): boolean {
  return path.endsWith('.html');
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
