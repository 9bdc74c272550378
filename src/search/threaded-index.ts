import { Worker } from 'node:worker_threads';
import type { IndexedSite } from './pages-to-index.ts';
import type { IndexOutcome, IndexRequest } from './update-index.ts';

/** What an index is made of: pages of a folder, of which those that this build makes are not there yet. */
export interface ThreadRequest extends Omit<IndexRequest, 'pages'> {
  outDir: string;
  all: readonly string[];
  rendered: readonly string[];
  /** What the last build of the folder has noted, if it has. */
  since: IndexedSite | undefined;
}

/** What the thread is told: that pages were written, or that no more will be. */
export type ThreadMessage = { written: readonly string[] } | 'end';
export type ThreadAnswer = { outcome: IndexOutcome } | { error: unknown };

/** An index that is made while pages are. */
export interface ThreadedIndex {
  /** Says that a page is in its file. Nothing waits for that. */
  written: (path: string) => void;
  /** Says that all are, and waits for the index. Throws what went wrong. */
  finish: () => Promise<IndexOutcome>;
  /** Gives up. */
  abandon: () => Promise<void>;
}

// To wake a thread takes about as long as to write a page.
const toldAtOnce = 16;

/** Begins to make an index in a thread of its own, beside the process of Pagefind: see `updateIndex`. */
export function beginIndex(request: ThreadRequest): ThreadedIndex {
  const worker = new Worker(new URL('./index-thread.ts', import.meta.url), {
    workerData: request,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const answer = new Promise<ThreadAnswer>((resolve) => {
    worker.once('message', resolve);
    worker.once('error', (error) => resolve({ error }));
    worker.once('exit', () =>
      resolve({ error: new Error('The thread that makes the search index ended before it was done.') }),
    );
  });
  const tell = (message: ThreadMessage) => worker.postMessage(message);
  let untold: string[] = [];
  return {
    written: (path) => {
      untold.push(path);
      if (untold.length < toldAtOnce) return;
      tell({ written: untold });
      untold = [];
    },
    finish: async () => {
      tell('end');
      const answered = await answer;
      if ('outcome' in answered) return answered.outcome;
      throw new Error('The search index could not be made.', { cause: answered.error });
    },
    abandon: async () => {
      await worker.terminate();
    },
  };
}
