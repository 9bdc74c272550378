import { fork, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { environmentOf } from './run-watercooler.ts';

/** Where a build reads and writes. Absolute. */
interface Folders {
  content: string;
  out: string;
  cache: string;
}

/** Builds with the engine in a folder, on a day. Rejects with what was printed when that fails. */
export type EngineBuild = (engine: string, folders: Folders, day: string) => Promise<void>;

/** Builds in a process of its own. */
export const buildOnce: EngineBuild = async (engine, folders, day) => {
  const child = spawn(process.execPath, [join(engine, 'src/build/run.ts')], {
    cwd: engine,
    env: environmentFor(folders, day),
  });
  const printed = listen(child);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject).on('close', resolve);
  });
  if (code !== 0) throw failure(printed());
};

/** A process that builds with one engine and into one output, again and again. */
export interface LastingBuilder {
  build: (day: string) => Promise<void>;
  close: () => void;
}

/** Starts a process that keeps the packages loaded from build to build, and nothing else: see `lasting-builder.ts`. */
export function openLastingBuilder(engine: string, folders: Folders): LastingBuilder {
  const program = fileURLToPath(new URL('lasting-builder.ts', import.meta.url));
  const child = fork(program, [engine], { cwd: engine, env: environmentFor(folders), silent: true });
  const printed = listen(child);
  return {
    build: (day) =>
      new Promise((resolve, reject) => {
        const end = (outcome: () => void) => {
          child.off('message', hear).off('close', die);
          outcome();
        };
        // What a build tells the command that started it is no news here.
        const hear = (message: unknown) => {
          if (message === 'built') end(resolve);
        };
        const die = () => end(() => reject(failure(printed())));
        child.on('message', hear).on('close', die);
        child.send(day);
      }),
    // Killed, it leaves no compiled code of its many modules behind.
    close: () => void child.kill(),
  };
}

function environmentFor(folders: Folders, day?: string): NodeJS.ProcessEnv {
  const env = { ...environmentOf(folders), ASTRO_TELEMETRY_DISABLED: '1' };
  return day === undefined ? env : { ...env, WATERCOOLER_DAY: day };
}

/** What a process has printed so far. */
function listen(child: ChildProcess): () => string {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += String(text)));
  return () => printed;
}

function failure(printed: string): Error {
  return new Error(`The build failed.\n${printed}`);
}
