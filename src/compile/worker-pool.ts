import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { FileJob, FileRecord } from '../source/read-file.ts';
import type { BodyJob, BodyRecord } from './perform-body.ts';
import type { Outfit } from './perform-bodies.ts';

/** What a thread is asked to do. */
export type Task =
  | { kind: 'read'; jobs: readonly FileJob[] }
  | { kind: 'equip'; outfit: Outfit }
  | { kind: 'bodies'; jobs: readonly BodyJob[] };

/** Its answers come in the order of the tasks. */
export type Reply = { result: unknown } | { error: unknown };

/** Threads that share the work of a large blog. */
export interface WorkerPool {
  read: (jobs: readonly FileJob[]) => Promise<FileRecord[]>;
  equip: (outfit: Outfit) => Promise<void>;
  bodies: (jobs: readonly BodyJob[]) => Promise<BodyRecord[]>;
  close: () => Promise<void>;
}

// A tree of nodes is made for every body and thrown away: with room for young objects few are ever moved. With a bound
// on the old ones the engine collects them sooner, and does not take a gigabyte because the machine has it.
const memory = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 };
const mostThreads = 8;

interface Thread {
  ask: (task: Task) => Promise<unknown>;
  waiting: () => number;
  end: () => Promise<unknown>;
}

/** Starts the threads. `root` is the folder of the engine. */
export function openWorkerPool(root: string): WorkerPool {
  const count = Math.min(mostThreads, availableParallelism());
  const threads = Array.from({ length: count }, () => openThread(join(root, 'src/compile/worker.ts')));
  const least = () => threads.reduce((a, b) => (b.waiting() < a.waiting() ? b : a));
  return {
    read: (jobs) => least().ask({ kind: 'read', jobs }) as Promise<FileRecord[]>,
    equip: async (outfit) => {
      await Promise.all(threads.map((thread) => thread.ask({ kind: 'equip', outfit })));
    },
    bodies: (jobs) => least().ask({ kind: 'bodies', jobs }) as Promise<BodyRecord[]>,
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

/** Starts a thread. When it ends before its work does, every task that is open or comes later fails with a sentence. */
export function openThread(file: string, limits: ResourceLimits = {}): Thread {
  const worker = new Worker(file, {
    resourceLimits: { ...memory, ...limits },
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const open: { task: Task; resolve: (result: unknown) => void; reject: (error: unknown) => void }[] = [];
  let death: Error | undefined;
  const die = (cause?: unknown) => {
    death ??= new Error(deathMessage(open[0]?.task), { cause });
    for (const { reject } of open.splice(0)) reject(death);
  };
  worker.on('message', (reply: Reply) => {
    const task = open.shift();
    if ('error' in reply) task?.reject(reply.error);
    else task?.resolve(reply.result);
  });
  worker.on('error', die);
  worker.on('exit', () => {
    die();
  });
  return {
    ask: (task) =>
      new Promise((resolve, reject) => {
        if (death !== undefined) {
          reject(death);
          return;
        }
        open.push({ task, resolve, reject });
        worker.postMessage(task);
      }),
    waiting: () => open.length,
    end: () => worker.terminate(),
  };
}

/** What a thread was at when it ended. */
function deathMessage(task: Task | undefined): string {
  const paths = task === undefined || task.kind === 'equip' ? [] : task.jobs.map(({ path }) => path);
  const [first] = paths;
  const where = first === undefined ? '' : ` Look at ${[...new Set(paths)].join(', ')} first.`;
  return `A thread that reads and judges files ended before its work did, perhaps because it had no memory left.${where}`;
}
