import { parentPort } from 'node:worker_threads';
import { readFile } from '../source/read-file.ts';
import { equip, type PerformBodies } from './perform-bodies.ts';
import type { Reply, Task } from './worker-pool.ts';

// One of the threads that share the work of a large blog. It answers the tasks in the order in which they come.

let performBodies: PerformBodies = () => {
  throw new Error('A thread was given bodies before it knew the rest of the blog.');
};

async function perform(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'read':
      return task.jobs.map((job) => readFile(job));
    case 'equip':
      performBodies = equip(task.outfit);
      return undefined;
    case 'bodies':
      return performBodies(task.jobs);
  }
}

let queue: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (task: Task) => {
  queue = queue
    .then(() => perform(task))
    .then(
      (result): Reply => ({ result }),
      (error: unknown): Reply => ({ error }),
    )
    .then((reply) => {
      parentPort?.postMessage(reply);
    });
});
