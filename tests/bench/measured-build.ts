import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runScript } from '../../scripts/adapters/tool.ts';
import { memoryFlags } from '../../scripts/bootstrap/node-version.mjs';
import type { World } from '../../scripts/world.ts';
import { phases, type Phase } from '../../src/compile/timings.ts';
import { watchDescendants, type Usage } from './process-tree.ts';

/** Where a benchmark has its files. */
export interface Folders {
  content: string;
  cache: string;
  out: string;
  /** The file that the parts of the build write their times to. */
  timings: string;
}

/** What one command took. */
export interface Taken extends Usage {
  wallSeconds: number;
}

/** What one build took. */
export interface Measured extends Taken {
  /** By part, and `other` for what has no name; parts that run at the same time are counted for each. */
  phaseSeconds: Record<Phase | 'other', number>;
  pages: number;
}

// A build looks at the calendar, and a benchmark must not change from day to day.
const day = '2026-11-22';

export function foldersIn(temporary: string): Folders {
  const folder = (name: string) => join(temporary, name);
  return {
    content: folder('content'),
    cache: folder('cache'),
    out: folder('out'),
    timings: folder('timings'),
  };
}

/** Runs the build command on its own, as a person would, and measures it. Throws when the build fails. */
export async function measuredBuild(folders: Folders, world: World): Promise<Measured> {
  await rm(folders.timings, { force: true });
  const { printed, ...taken } = await measured(['build'], folders, world);
  const pages = Number(/Built (\d+) pages/u.exec(printed)?.[1] ?? 0);
  return { ...taken, phaseSeconds: await readPhases(folders.timings, taken.wallSeconds), pages };
}

/** Runs one of the commands on the invented blog and measures it. Throws when it fails. */
export async function measured(
  words: readonly string[],
  { content, cache, out, timings }: Folders,
  world: World,
): Promise<Taken & { printed: string }> {
  const env = {
    ...world.env,
    CONTENT_DIR: content,
    WATERCOOLER_CACHE: cache,
    WATERCOOLER_OUT: out,
    WATERCOOLER_DAY: day,
    WATERCOOLER_TIMINGS: timings,
  };
  const printed: string[] = [];
  const onOutput = (text: string) => {
    printed.push(text);
    world.stdout.write(text.replace(/^(?=.)/gmu, '  '));
  };
  const usage = watchDescendants();
  const started = performance.now();
  const script = join(world.cwd, 'scripts', 'watercooler.ts');
  const flags = memoryFlags(words[0] ?? '');
  const code = await runScript(script, words, { cwd: world.cwd, flags, env, signal: world.signal, onOutput });
  const wallSeconds = (performance.now() - started) / 1000;
  const used = await usage();
  world.signal.throwIfAborted();
  if (code !== 0) throw new Error(`"${words.join(' ')}" on the invented blog failed with exit code ${code}.`);
  return { wallSeconds, ...used, printed: printed.join('') };
}

const timingSchema = z.strictObject({ phase: z.enum(phases), seconds: z.number() });

async function readPhases(file: string, wallSeconds: number): Promise<Measured['phaseSeconds']> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  const timings = lines.map((line) => timingSchema.parse(JSON.parse(line)));
  const total = (phase: Phase) =>
    timings.reduce((sum, timing) => sum + (timing.phase === phase ? timing.seconds : 0), 0);
  const named = {
    read: total('read'),
    markdown: total('markdown'),
    render: total('render'),
    search: total('search'),
  };
  const other = wallSeconds - Object.values(named).reduce((sum, seconds) => sum + seconds, 0);
  return { ...named, other: Math.max(0, other) };
}
