import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder, writeContent } from '../../support/content.ts';
import type { Taken } from './measured-child.ts';
import type { Pathological } from './shapes.ts';

/** What came of one file. */
export interface Measurement {
  name: string;
  bytes: number;
  /** How the process ended that had to check it, or what it took. */
  outcome: Taken | 'killed' | 'crashed';
}

// What a process keeps from the files before would be counted with the next ones.
const filesPerProcess = 8;

const script = fileURLToPath(new URL('measured-child.ts', import.meta.url));

/** Checks and renders each file in a process that does nothing else, and tells of each when it is done. */
export async function measureAll(
  inputs: readonly Pathological[],
  { wallSeconds, tell = () => undefined }: { wallSeconds: number; tell?: (one: Measurement) => void },
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  let child: ChildProcess | undefined;
  try {
    for (const [index, input] of inputs.entries()) {
      if (index % filesPerProcess === 0) {
        child?.kill();
        child = undefined;
      }
      child ??= await warmChild(wallSeconds);
      const { files, outcome } = await measureOne(input, child, wallSeconds);
      if (typeof outcome === 'string') child = undefined;
      const [content = ''] = Object.values(files);
      const one = { name: input.name, bytes: Buffer.byteLength(content ?? ''), outcome };
      measurements.push(one);
      tell(one);
    }
    return measurements;
  } finally {
    child?.kill();
  }
}

/** The first check of a process reads code and dictionaries, which is not on account of a file. */
async function warmChild(wallSeconds: number): Promise<ChildProcess> {
  const child = fork(script, { execArgv: ['--disable-warning=ExperimentalWarning', '--expose-gc'] });
  const { outcome } = await measureOne({ name: '', files: () => ({}) }, child, wallSeconds);
  if (typeof outcome === 'string') throw new Error(`The process that measures was ${outcome}.`);
  return child;
}

async function measureOne(input: Pathological, child: ChildProcess, wallSeconds: number) {
  const { dir, remove } = await temporaryFolder();
  try {
    const files = input.files();
    await writeContent(join(dir, 'content'), files);
    return { files, outcome: await outcomeOf(child, dir, wallSeconds) };
  } finally {
    await remove();
  }
}

function outcomeOf(child: ChildProcess, home: string, wallSeconds: number): Promise<Measurement['outcome']> {
  return new Promise((resolve) => {
    const finish = (outcome: Measurement['outcome']) => {
      clearTimeout(timer);
      child.off('message', answered).off('exit', ended);
      resolve(outcome);
    };
    const answered = (taken: unknown) => {
      finish(taken as Taken);
    };
    const ended = () => {
      finish('crashed');
    };
    const timer = setTimeout(() => {
      finish('killed');
      child.kill('SIGKILL');
    }, wallSeconds * 1000);
    child.on('message', answered).on('exit', ended);
    child.send(home);
  });
}
