import { readFile, type FileJob, type FileRecord } from '../source/read-file.ts';
import type { BodyJob, BodyRecord } from './perform-body.ts';
import type { Outfit, PerformBodies } from './perform-bodies.ts';
import { openWorkerPool, type WorkerPool } from './worker-pool.ts';

/** Who does the work: this thread, or several when there is much of it. */
export interface Crew {
  /** Says how many files have to be read anew, before the first of them is. */
  expect: (files: number) => void;
  read: (job: FileJob) => Promise<FileRecord>;
  /** Hands out what bodies are judged with, before so many of them are; always the same for one crew. */
  equip: (outfit: Outfit, bodies: number) => Promise<void>;
  bodies: (jobs: readonly BodyJob[]) => Promise<BodyRecord[]>;
  close: () => Promise<void>;
}

// A thread needs half a second to start, and then learns what this one knows already. On two cores so many are done sooner by
// one thread, for half of the work.
const worthThreads = 300;
const batchSize = 32;

export function openCrew(root: string): Crew {
  let pool: WorkerPool | undefined;
  let equipped: Promise<void> | undefined;
  let performHere: PerformBodies | undefined;
  const batch = createBatcher(
    (jobs: readonly FileJob[]) => pool?.read(jobs) ?? Promise.resolve(jobs.map(readFile)),
  );
  const grow = (amount: number) => {
    if (amount > worthThreads) pool ??= openWorkerPool(root);
  };
  return {
    expect: grow,
    read: (job) => (pool === undefined ? Promise.resolve(readFile(job)) : batch(job)),
    equip: async (outfit, bodies) => {
      grow(bodies);
      if (pool !== undefined) return (equipped ??= pool.equip(outfit));
      // The parsers and dictionaries are loaded where they are used: here, or in the threads alone.
      const { equip } = await import('./perform-bodies.ts');
      performHere ??= equip(outfit);
      return undefined;
    },
    bodies: (jobs) => {
      if (pool !== undefined) return pool.bodies(jobs);
      if (performHere === undefined) throw new Error('Bodies were handed out before the rest of the blog.');
      return performHere(jobs);
    },
    close: async () => {
      await pool?.close();
    },
  };
}

/** Collects what is asked for at about the same time, because handing over one job costs as much as handing over many. */
function createBatcher<Job, Result>(
  perform: (jobs: readonly Job[]) => Promise<Result[]>,
): (job: Job) => Promise<Result> {
  let waiting: { job: Job; resolve: (result: Result) => void; reject: (error: unknown) => void }[] = [];
  const send = () => {
    const sent = waiting;
    waiting = [];
    if (sent.length === 0) return;
    perform(sent.map(({ job }) => job)).then(
      (results) => {
        for (const [index, result] of results.entries()) sent[index]?.resolve(result);
      },
      (error: unknown) => {
        for (const { reject } of sent) reject(error);
      },
    );
  };
  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push({ job, resolve, reject });
      if (waiting.length >= batchSize) send();
      else if (waiting.length === 1) setImmediate(send);
    });
}
