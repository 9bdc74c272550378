import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GitError, openGit, type Git } from '../../src/source/git.ts';
import { pushBranch, type Pushed } from '../adapters/branch.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import { openProposals } from '../adapters/proposals.ts';
import { siteForge, type SiteForge } from '../adapters/site-forge.ts';
import { readFlags, UsageError } from '../flags.ts';
import { plural } from '../../src/model/problem.ts';
import type { World } from '../world.ts';
import { fail, say, sentencesOf } from '../last-words.ts';

export const summary = 'Puts what a command wrote onto the forge, as a pull request or a commit.';
export const usage = `
npm run propose -- --branch copies --title "Copy conversations" content/threads content/copied.yml

Takes the files and folders named, as far as they differ from the last commit, and makes one commit of them on a branch of
the forge: for jobs that run by themselves and copy something into the repository. Your checkout stays as it is. Run again,
the branch and its pull request are brought up to date; when nothing differs, nothing happens.

The token is taken from GITHUB_TOKEN or GH_TOKEN; it has to be allowed to write contents and pull requests.

  --branch <name>   the branch that is written; it belongs to this command
  --title <words>   what was done: the title of the pull request and of the commit
  --as <way>        pull-request, or commit: straight onto the branch that is published; pull-request by default
  --dry-run         say which files would be proposed, and write nothing
`;

const ways = ['pull-request', 'commit'];
const author = { name: 'Watercooler', email: 'watercooler@users.noreply.github.com' };

/** Proposes the files, and returns the exit code. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    branch: { type: 'string' },
    title: { type: 'string' },
    as: { type: 'string', default: 'pull-request' },
    'dry-run': { type: 'boolean', default: false },
  });
  const { branch, title, as: way } = values;
  if (positionals.length === 0 || branch === undefined || title === undefined)
    throw new UsageError('"propose" needs --branch, --title, and the files or folders to propose.');
  if (!ways.includes(way)) throw new UsageError(`--as takes ${ways.join(' or ')}, and "${way}" is neither.`);

  const git = openGit(world.cwd);
  const files = await changedSince(git, world.cwd, positionals);
  const paths = [...files.keys()];
  if (paths.length === 0)
    return say(world, 'Nothing differs from the last commit, so there is nothing to propose.');
  if (values['dry-run'])
    return say(world, `${plural(paths.length, 'file')} would be proposed:\n${paths.join('\n')}`);

  const forge = await siteForge(world, 'write contents and pull requests');
  if ('obstacle' in forge) return fail(world, forge.obstacle);
  const isPull = way === 'pull-request';
  if (isPull && branch === forge.forge.branch)
    throw new UsageError(
      `"${branch}" is the branch that is published. Name one of its own for the pull request.`,
    );
  try {
    const base = (await git(['rev-parse', 'HEAD'])).trim();
    const change = { base, files, message: `${title}\n`, author };
    const pushed = await pushBranch(world.cwd, 'origin', {
      ...change,
      ...(isPull ? { branch } : { branch: forge.forge.branch, onTop: true }),
    });
    if (!isPull) return say(world, `Committed ${plural(paths.length, 'file')} to ${forge.forge.branch}.`);
    return say(world, await propose(forge, { branch, title, pushed, count: paths.length }));
  } catch (error) {
    if (error instanceof ForgeError || error instanceof GitError) return fail(world, sentencesOf(error));
    throw error;
  }
}

async function propose(
  { forge, options }: SiteForge,
  { branch, title, pushed, count }: { branch: string; title: string; pushed: Pushed; count: number },
): Promise<string> {
  const body = `Written by a command, from what the forge says: ${plural(count, 'file')}. Nobody needs to edit it; the next run brings it up to date.`;
  const pull = await openProposals(options).openOrUpdate({ head: branch, base: forge.branch, title, body });
  const made = pull.made === 'unchanged' && pushed === 'pushed' ? 'updated' : pull.made;
  return `Pull request ${pull.number} is ${made}: ${pull.url}`;
}

/** What the files below some paths hold in the checkout, where that is not what the last commit has. */
async function changedSince(
  git: Git,
  dir: string,
  below: readonly string[],
): Promise<Map<string, Uint8Array | undefined>> {
  const status = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all', '--', ...below];
  const lines = (await git(status)).split('\0').filter((line) => line !== '');
  const paths = lines.map((line) => line.slice(3)).sort();
  const held = paths.map(async (path): Promise<[string, Uint8Array | undefined]> => {
    const bytes = await readFile(join(dir, path)).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    });
    return [path, bytes];
  });
  return new Map(await Promise.all(held));
}
