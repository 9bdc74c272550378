import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { World } from '../world.ts';

const inputs = ['src', 'public', 'astro.config.ts', 'astro.config.mjs', 'package-lock.json'];

/** Says whether what was built still matches what it was built from, without reading the files. */
export interface Freshness {
  /** Whether the output was built from exactly these inputs, and nobody has rebuilt it otherwise since. */
  isFresh: () => Promise<boolean>;
  /** Notes that the output was built from the inputs as they were when this object was made. */
  remember: () => Promise<void>;
}

/** The content folder of a command, absolute. */
export function contentFolder({ cwd, env }: Pick<World, 'cwd' | 'env'>): string {
  return resolve(cwd, env['CONTENT_DIR'] ?? 'content');
}

/**
 * Looks at names, sizes and times of the inputs once. Take it before a build: an edit made while the build ran then
 * counts as new. The day is an input too, because scheduled posts appear by the day.
 */
export async function freshness(world: Pick<World, 'cwd' | 'env' | 'now'>): Promise<Freshness> {
  const { cwd, env, now } = world;
  // The day changes at another hour in the blog's time zone; then the build is one day late on this machine only.
  const today = now().toISOString().slice(0, 10);
  const preview = env['WATERCOOLER_PREVIEW'] ?? '';
  const note = join(cwd, '.cache', 'built-from.txt');
  const folders = [contentFolder(world), ...inputs.map((name) => join(cwd, name))];
  const facts = (await Promise.all(folders.map(factsUnder))).flat().sort();
  const inputDigest = createHash('sha256')
    .update([today, preview, ...facts].join('\n'))
    .digest('hex');
  const state = async (): Promise<string | undefined> => {
    const built = await stat(join(cwd, 'dist', 'index.html')).catch(() => undefined);
    return built && `${inputDigest} ${built.mtimeMs}`;
  };
  return {
    isFresh: async () => {
      const known = await readFile(note, 'utf8').catch(() => 'none');
      return known === (await state());
    },
    remember: async () => {
      await mkdir(dirname(note), { recursive: true });
      await writeFile(note, (await state()) ?? '');
    },
  };
}

async function factsUnder(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (!found.isDirectory()) return [`${path} ${found.size} ${found.mtimeMs}`];
  const names = await readdir(path);
  return (await Promise.all(names.map((name) => factsUnder(join(path, name))))).flat();
}
