import { join, resolve } from 'node:path';
import { plural } from '../../src/model/problem.ts';
import { takeLock } from '../adapters/lock.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { readFlags, readNumber, UsageError } from '../flags.ts';
import {
  currentLink,
  isBuiltBlog,
  makeReleasesFolder,
  nextId,
  releasesIn,
  serve,
  tidy,
  type Release,
} from '../releasing/releases.ts';
import { stage } from '../releasing/stage.ts';
import type { World } from '../world.ts';
import { fail } from '../last-words.ts';

export const summary = 'Puts a built blog where a web server reads it, in one step, and back again.';
export const usage = `
npm run release -- --to /srv/watercooler
npm run release -- back --to /srv/watercooler
npm run release -- list --to /srv/watercooler

Copies the built blog into a folder of its own below releases/, and then makes the link "current" lead there. Let the web
server serve <folder>/current. Killed at any moment, out of disk or run twice at once, the site that is served is whole.
Scripts, styles and parts of the search index of the releases that are kept stay within reach, so a page that is open in a
tab goes on working.

  --to <folder>     where the releases are kept
  --site <folder>   what is published, dist by default
  --keep <number>   how many releases stay, 5 by default; 1 takes everything away that the new one does not hold

With the word "back", serves the release before the one that is served; with "list", says which there are.
`;

const words = ['back', 'list'];

/** Publishes, goes back or lists, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    to: { type: 'string' },
    site: { type: 'string', default: 'dist' },
    keep: { type: 'string', default: '5' },
  });
  const [word, ...others] = positionals;
  if (others.length > 0 || (word !== undefined && !words.includes(word)))
    throw new UsageError(
      `"release" takes the word "back", "list" or none, and got "${positionals.join(' ')}".`,
    );
  if (values.to === undefined || values.to === '')
    throw new UsageError('"release" needs --to, the folder in which releases are kept.');
  const to = resolve(world.cwd, values.to);
  const keep = readNumber('keep', values.keep, 1, 100);
  if (word === 'list') return list(to, world);
  await makeReleasesFolder(to);
  const lock = await takeLock(join(to, '.releasing'));
  if ('heldBy' in lock)
    return fail(world, `The process ${lock.heldBy} is publishing there just now. Wait for its end.`);
  try {
    return word === 'back'
      ? await back(to, world)
      : await publish(resolve(world.cwd, values.site), to, keep, world);
  } finally {
    await lock.release();
  }
}

async function publish(site: string, to: string, keep: number, world: World): Promise<number> {
  if (!(await isBuiltBlog(site)))
    return fail(
      world,
      `${site} holds no blog that was built to the end. Nothing was published. Run: npm run build`,
    );
  await tidy(to, keep);
  const releases = await releasesIn(to);
  const id = nextId(releases, world.now());
  const progress = progressLine('Copying', world);
  try {
    await stage({ site, to, id, earlier: releases.slice(0, keep - 1), onFile: progress.show }).finally(
      progress.clear,
    );
  } catch (error) {
    const because = error instanceof Error ? error.message : String(error);
    return fail(
      world,
      `The blog could not be copied, and what is served stays as it was.\nBecause: ${because}`,
    );
  }
  await serve(to, { id });
  await tidy(to, keep);
  world.stdout.write(`Served from now on: release ${id}, at ${currentLink(to)}.\n`);
  return 0;
}

async function back(to: string, world: World): Promise<number> {
  const releases = await releasesIn(to);
  const current = releases.findIndex(({ isCurrent }) => isCurrent);
  const before = releases[current + 1];
  if (before === undefined)
    return fail(world, 'There is no earlier release to go back to. What is served stays as it was.');
  await serve(to, before);
  world.stdout.write(
    `Served from now on: release ${before.id}. The next one to be published comes after all of these.\n`,
  );
  return 0;
}

async function list(to: string, world: World): Promise<number> {
  const releases = await releasesIn(to);
  const line = ({ id, isCurrent }: Release) => `${isCurrent ? '* ' : '  '}${id}\n`;
  const head =
    releases.length === 0
      ? `There is no release in ${to} yet.\n`
      : `${plural(releases.length, 'release')}, served: *\n`;
  world.stdout.write(head + releases.map(line).join(''));
  return 0;
}
