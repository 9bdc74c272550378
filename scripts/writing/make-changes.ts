import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, basename, join } from 'node:path';
import { openGit, type Git } from '../../src/source/git.ts';

/** Several files that change together. Paths are relative to one folder. */
export interface Changes {
  /** A file or folder that gets another name. */
  move?: { from: string; to: string };
  /** Whole texts, by the paths that the files have after the move. */
  rewrites: { path: string; text: string }[];
}

/**
 * Makes all of the changes or none: everything is written beside its place first, then put there, and put back when
 * something goes wrong on the way. A file that git knows is moved with git, so that its history shows it. Throws when the
 * changes were not made; then everything is as it was.
 */
export async function makeChanges(dir: string, { move, rewrites }: Changes): Promise<void> {
  const before = (path: string) => {
    const inFolder = move !== undefined && (path === move.to || path.startsWith(`${move.to}/`));
    return join(dir, inFolder ? move.from + path.slice(move.to.length) : path);
  };
  const mark = randomUUID();
  const written: { path: string; name: string; isNew: boolean }[] = [];
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const { path, text } of rewrites) {
      const old = before(path);
      const name = `.${basename(path)}.${mark}.tmp`;
      const mode = await modeOf(old);
      written.push({ path, name, isNew: mode === undefined });
      await writeFile(join(dirname(old), name), text, { ...(mode !== undefined && { mode }), flag: 'wx' });
    }
    if (move !== undefined) {
      await moved(openGit(dir), dir, move);
      undo.unshift(() => moved(openGit(dir), dir, { from: move.to, to: move.from }));
    }
    for (const { path, name, isNew } of written) {
      const place = join(dir, path);
      const kept = join(dirname(place), `${name}.old`);
      if (!isNew) await rename(place, kept);
      undo.unshift(() => (isNew ? rm(place, { force: true }) : rename(kept, place)));
      await rename(join(dirname(place), name), place);
    }
  } catch (cause) {
    for (const step of undo) await step();
    for (const { path, name } of written) await removed(join(dirname(before(path)), name));
    throw new Error('The files could not be changed. Everything is as it was.', { cause });
  }
  for (const { path, name } of written) await removed(join(dirname(join(dir, path)), `${name}.old`));
}

/** The rights of a file; undefined when it is not there yet. */
async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes away what was only needed on the way. Where that fails, a hidden file is left, which nothing reads. */
async function removed(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => undefined);
}

async function moved(git: Git, dir: string, { from, to }: { from: string; to: string }): Promise<void> {
  const isKnown = await git(['ls-files', '--error-unmatch', '-z', '--', from]).then(
    () => true,
    () => false,
  );
  if (isKnown) await git(['mv', '--', from, to]);
  else await rename(join(dir, from), join(dir, to));
}
