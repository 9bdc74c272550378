import { parentPort } from 'node:worker_threads';
import type { TreeWork } from './tree-answers.ts';
import { openTreeChanges, type TreeChanges } from './tree-changes.ts';

// A thread that compares folders while another one reads texts. It answers in the order in which it is asked.

let trees: TreeChanges | undefined;

parentPort?.on('message', ({ folder, pairs }: TreeWork) => {
  trees ??= openTreeChanges(folder);
  parentPort?.postMessage(pairs.map(trees.changes));
});
