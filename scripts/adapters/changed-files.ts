import { openGit } from '../../src/source/git.ts';
import { startOfBranch } from './start-of-branch.ts';

/**
 * The files below a folder that a branch touched, relative to it with forward slashes: committed since it left `base`,
 * staged, edited or new. Throws a `UsageError` where there is nothing to compare with.
 */
export async function changedFiles(dir: string, base: string | undefined): Promise<Set<string>> {
  const git = openGit(dir);
  const { commit } = await startOfBranch(git, base, {
    ...{ dir, flag: '--changed', example: 'npm run check -- --changed main' },
  });
  const lists = await Promise.all([
    git(['diff', '--name-only', '--relative', '-z', '--no-renames', '--diff-filter=d', commit, '--', '.']),
    git(['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
  ]);
  return new Set(lists.flatMap((list) => list.split('\0')).filter((path) => path !== ''));
}
