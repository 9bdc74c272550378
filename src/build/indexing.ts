import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import type { Settings } from '../compile/settings.ts';
import { startPhase } from '../compile/timings.ts';
import { indexInput } from '../model/index-input.ts';
import { beginIndex, type EarlyIndex } from '../search/early-index.ts';
import { indexFingerprint } from '../search/fingerprint.ts';
import type { IndexedSite } from '../search/pages-to-index.ts';
import { updateIndex } from '../search/update-index.ts';
import { filesIn } from '../plan/files-in.ts';
import type { KeptFiles } from '../plan/kept-files.ts';
import { digestOf } from '../source/digest.ts';
import type { PageWatcher } from './pages.ts';

/** The search index of a build, which hears of its pages. */
export interface Indexing extends PageWatcher {
  /** Writes the index of what the pages say now. */
  finish: (files: KeptFiles) => Promise<void>;
}

const indexFolder = 'pagefind';
// Its files are taken from the cache again whenever something has changed.
const indexKey = 'search index';

/**
 * Builds the search index from the pages in the output: only what is marked `data-pagefind-body` is in it. Where there is
 * no index to go on from, a thread makes it while the pages are rendered.
 */
export function searchIndexing(folder: ContentFolder, settings: Settings): Indexing {
  const { root, cacheDir, outDir, preview, compact } = settings;
  // What only a preview shows must not come near what is published, not even as a word that was changed since.
  const cache = join(cacheDir, preview ? 'preview' : 'published');
  const noteFile = join(cache, 'search', `site-${digestOf(outDir)}.json`);
  let early: EarlyIndex | undefined;
  let pages = { all: [] as readonly string[], rendered: [] as readonly string[] };
  return {
    planned: async (planned) => {
      pages = planned;
      if (planned.rendered.length < planned.all.length) return;
      const { newest } = indexInput(folder.catalogue());
      early = await beginIndex({ cacheDir: cache, made: await indexFingerprint(root), newest });
    },
    made: (path, html) => {
      early?.add(path, html);
    },
    finish: async (files) => {
      const endIndexing = startPhase('search');
      files.takeAway(indexKey);
      const made = await indexFingerprint(root);
      const { newest, synonyms } = indexInput(folder.catalogue());
      const finished = await early?.finish();
      // Without a note, such as after a build that was stopped, every page is looked at.
      const since = finished ?? (await readNote(noteFile));
      const changed = since && { since, paths: finished === undefined ? pages.rendered : [] };
      await rm(noteFile, { force: true });
      const outcome = await updateIndex({
        ...{ newest, synonyms, made, compact, cacheDir: cache, output: join(outDir, indexFolder) },
        pages: {
          all: pages.all.filter((path) => path.endsWith('.html')),
          changed,
          read: async (path) => readFile(join(outDir, path), 'utf8'),
        },
      });
      if (outcome.site !== undefined) await writeFile(noteFile, JSON.stringify(outcome.site));
      for (const path of filesIn(join(outDir, indexFolder)))
        files.written(`${indexFolder}/${path}`, indexKey);
      endIndexing();
    },
  };
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
