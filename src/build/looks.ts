import { Worker } from 'node:worker_threads';
import type { OutputLook } from '../plan/output-look.ts';
import type { Places } from './untouched.ts';

/** How everything looks before a build. */
export interface Looks {
  /** See `appearanceOf`. */
  appearance: string | undefined;
  output: OutputLook;
}

/** Looks at what a build is made from, and at the output of the last one, in a thread: each has many thousands of files. */
export function lookAround({ root, dir, label, outDir, cacheDir, preview }: Places): Promise<Looks> {
  const places: Places = { root, dir, label, outDir, cacheDir, preview };
  const worker = new Worker(new URL('./looks-thread.ts', import.meta.url), {
    workerData: places,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => {
      reject(new Error('The thread that looks at the files ended before it was done.'));
    });
  });
}
