// The thread of threaded-index.ts.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { sweepIndexes } from './main-index.ts';
import { pageArrivals } from './page-arrivals.ts';
import type { ThreadAnswer, ThreadMessage, ThreadRequest } from './threaded-index.ts';
import { updateIndex } from './update-index.ts';

// It was given with this type.
const { outDir, all, rendered, since, ...request } = workerData as ThreadRequest;
const arrivals = pageArrivals(rendered);
parentPort?.on('message', (message: ThreadMessage) => {
  if (message === 'end') arrivals.end();
  else for (const path of message.written) arrivals.arrive(path);
});
const answer = (message: ThreadAnswer) => parentPort?.postMessage(message);
try {
  const read = async (path: string) => {
    await arrivals.wait(path);
    // A promise for each of ten thousand files takes longer than to read them.
    return readFileSync(join(outDir, path), 'utf8');
  };
  // Without a note, such as after a build that was stopped, every page is looked at.
  const changed = since && { since, paths: rendered };
  answer({ outcome: await updateIndex({ ...request, pages: { all, changed, read } }) });
  // Nobody waits for that.
  await sweepIndexes(request.cacheDir);
} catch (error) {
  answer({ error });
} finally {
  parentPort?.close();
}
