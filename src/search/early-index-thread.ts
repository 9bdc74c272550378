// A thread that makes an index of pages while they are rendered. It gets what is in EarlyMessage, and says when it is done.
import { parentPort, workerData } from 'node:worker_threads';
import { arrivingPages } from './arriving-pages.ts';
import type { EarlyMessage, EarlyRequest } from './early-index.ts';
import { closeIndexing } from './index-process.ts';
import { makeMain } from './whole-index.ts';

// Both come from early-index.ts, which has these types.
const request = workerData as EarlyRequest;
const pages = arrivingPages(request.newest);
parentPort?.on('message', (message: EarlyMessage) => {
  if (message === 'finish') pages.finish();
  else pages.add(message.path, message.html);
});
try {
  const main = await makeMain(request, pages.batches);
  parentPort?.postMessage({ main: main?.digest });
} catch (error) {
  parentPort?.postMessage({ error });
} finally {
  await closeIndexing();
  parentPort?.close();
}
