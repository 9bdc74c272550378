import { openGit, type Git } from '../../src/source/git.ts';
import { UsageError } from '../flags.ts';

/**
 * The files below a folder that a branch touched, relative to it with forward slashes: committed since it left `base`,
 * staged, edited or new. Without a base, the branch that the remote calls its main one, or the one called `main`.
 * Throws a `UsageError` where there is no repository or no such branch.
 */
export async function changedFiles(dir: string, base: string | undefined): Promise<Set<string>> {
  const git = openGit(dir);
  const isRepository = await git(['rev-parse', '--is-inside-work-tree']).then(
    () => true,
    () => false,
  );
  if (!isRepository)
    throw new UsageError(`--changed asks git what was touched, and ${dir} is not in a git repository.`);
  const start = await firstThatExists(
    base === undefined ? ['origin/HEAD', 'origin/main', 'main', 'HEAD'] : [base],
    git,
  );
  if (start === undefined && base === undefined)
    throw new UsageError('--changed compares with a commit, and this repository has none yet.');
  if (start === undefined)
    throw new UsageError(
      `git knows no branch or commit "${base}". Fetch it first, or name another: npm run check -- --changed main`,
    );
  const parent = await git(['merge-base', start, 'HEAD']).catch(() => {
    throw new UsageError(
      `"${start}" and the branch you are on have no common commit. A shallow clone has too little history: git fetch --unshallow`,
    );
  });
  const lists = await Promise.all([
    git([
      'diff',
      '--name-only',
      '--relative',
      '-z',
      '--no-renames',
      '--diff-filter=d',
      parent.trim(),
      '--',
      '.',
    ]),
    git(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
  ]);
  return new Set(lists.flatMap((list) => list.split('\0')).filter((path) => path !== ''));
}

async function firstThatExists(names: readonly string[], git: Git): Promise<string | undefined> {
  for (const name of names) {
    const exists = await git([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${name}^{commit}`,
    ]).then(
      () => true,
      () => false,
    );
    if (exists) return name;
  }
  return undefined;
}
