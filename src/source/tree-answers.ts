import { Worker } from 'node:worker_threads';
import type { Change, TreePair } from './git-changes.ts';
import type { ObjectFolder } from './object-places.ts';
import { openTreeChanges } from './tree-changes.ts';

/** What a thread is asked. */
export interface TreeWork {
  folder: ObjectFolder;
  pairs: readonly TreePair[];
}

/** What changed between two folders; undefined where git has to be asked. */
export type TreeAnswer = Change[] | undefined;

const batchSize = 250;
// To start a thread takes as long as to compare some hundred folders.
const fewestForThread = 2000;

/**
 * Compares folders without git, and gives the answers in order, some at a time. For many, a thread of its own does it; what
 * a thread cannot do is done here.
 */
export async function* treeAnswers(
  { folder, pairs }: TreeWork,
  threadFrom = fewestForThread,
): AsyncGenerator<TreeAnswer[]> {
  const thread = pairs.length < threadFrom ? undefined : openThread();
  const trees = openTreeChanges(folder);
  try {
    const batches = Array.from({ length: Math.ceil(pairs.length / batchSize) }, (_, index) =>
      pairs.slice(index * batchSize, (index + 1) * batchSize),
    );
    const asked = batches.map((batch) => thread?.ask({ folder, pairs: batch }));
    for (const [index, batch] of batches.entries()) {
      const answers = await asked[index];
      yield answers ?? batch.map(trees.changes);
      // Whoever else waits for a turn gets it.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  } finally {
    trees.close();
    await thread?.end();
  }
}

function openThread() {
  const worker = new Worker(new URL('tree-changes-thread.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxYoungGenerationSizeMb: 32, maxOldGenerationSizeMb: 512 },
  });
  const waiting: ((answers: TreeAnswer[] | undefined) => void)[] = [];
  let isDead = false;
  const die = () => {
    isDead = true;
    for (const resolve of waiting.splice(0)) resolve(undefined);
  };
  worker.on('message', (answers: TreeAnswer[]) => waiting.shift()?.(answers));
  worker.on('error', die).on('exit', die);
  return {
    /** Undefined when the thread cannot answer any more. */
    ask: (work: TreeWork) =>
      new Promise<TreeAnswer[] | undefined>((resolve) => {
        if (isDead) {
          resolve(undefined);
          return;
        }
        waiting.push(resolve);
        worker.postMessage(work);
      }),
    end: () => worker.terminate(),
  };
}
