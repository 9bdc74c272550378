import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { runScript } from '../../scripts/adapters/tool.ts';
import { memoryFlags } from '../../scripts/bootstrap/node-version.mjs';
import type { World } from '../../scripts/world.ts';
import { phases, type Phase } from '../../src/compile/timings.ts';
import { takenBy, type Taken } from './taken.ts';

/** Where a benchmark has its files. */
export interface Folders {
  content: string;
  cache: string;
  out: string;
  /** The file that the parts of the build write their times to. */
  timings: string;
}

/** What one build took. */
export interface Measured extends Taken {
  /** By part, and `other` for what has no name; parts that run at the same time are counted for each. */
  phaseSeconds: Record<Phase | 'other', number>;
  pages: number;
  /** How many of the pages were made anew. */
  madeAnew: number;
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
  const phaseSeconds = await readPhases(folders.timings, taken.wallSeconds);
  return { ...taken, phaseSeconds, ...builtPages(printed) };
}

/** How many pages a build says that it has, and has made. */
export function builtPages(printed: string): Pick<Measured, 'pages' | 'madeAnew'> {
  const [, pages = '0', anew = pages] =
    /Built (\d+) pages into .*?(?:, (\d+|none) of them anew)?\. [\d.]+ s\n/u.exec(printed) ?? [];
  return { pages: Number(pages), madeAnew: anew === 'none' ? 0 : Number(anew) };
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
  const { cwd, signal } = world;
  const script = join(cwd, 'scripts', 'watercooler.ts');
  const flags = memoryFlags(words[0] ?? '');
  const taken = await takenBy(async () => {
    const code = await runScript(script, words, { cwd, flags, env, signal, onOutput });
    signal.throwIfAborted();
    if (code !== 0)
      throw new Error(`"${words.join(' ')}" on the invented blog failed with exit code ${code}.`);
  });
  return { ...taken, printed: printed.join('') };
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
