import { Worker } from 'node:worker_threads';
import { readMain } from './main-index.ts';
import type { IndexedSite } from './pages-to-index.ts';

/** What an index is made with before the site is there. */
export interface EarlyRequest {
  cacheDir: string;
  made: string;
  newest: readonly string[];
}

export type EarlyMessage = { path: string; html: string } | 'finish';

/** A main index that is made while pages are rendered. */
export interface EarlyIndex {
  /** Takes a page, in any order. Nothing waits for it. */
  add: (path: string, html: string) => void;
  /** Keeps the index, for `updateIndex` to find. Undefined when there was no page to be found. Throws what went wrong. */
  finish: () => Promise<IndexedSite | undefined>;
  /** Gives up. */
  abandon: () => Promise<void>;
}

/** Begins an index in a thread of its own, beside the process of Pagefind; undefined when there is a main one already. */
export async function beginIndex(request: EarlyRequest): Promise<EarlyIndex | undefined> {
  if ((await readMain(request.cacheDir, request.made)) !== undefined) return undefined;
  const worker = new Worker(new URL('./early-index-thread.ts', import.meta.url), {
    workerData: request,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const ended = new Promise<{ main?: string; error?: unknown }>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ error }));
    worker.once('exit', () =>
      resolve({ error: new Error('The thread that makes the search index ended before it was done.') }),
    );
  });
  const send = (message: EarlyMessage) => worker.postMessage(message);
  return {
    add: (path, html) => send({ path, html }),
    finish: async () => {
      send('finish');
      const { main, error } = await ended;
      if (error !== undefined) throw new Error('The search index could not be made.', { cause: error });
      return main === undefined ? undefined : { main, different: [] };
    },
    abandon: async () => {
      await worker.terminate();
    },
  };
}
