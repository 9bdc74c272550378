import type { Git } from '../../src/source/git.ts';
import { UsageError } from '../flags.ts';

/** Where a branch left another one. */
export interface StartOfBranch {
  /** The other branch as git knows it, such as `origin/main`. */
  name: string;
  /** The last commit that both have. */
  commit: string;
}

/**
 * Where the branch that is checked out left `base`: by default the branch that the remote calls its main one, or the one
 * called `main`. Throws a `UsageError` where there is no repository, no such branch, or no common commit; `flag` is what
 * the person typed, and `example` what they may type.
 */
export async function startOfBranch(
  git: Git,
  base: string | undefined,
  { dir, flag, example }: { dir: string; flag: string; example: string },
): Promise<StartOfBranch> {
  if (!(await succeeds(git(['rev-parse', '--is-inside-work-tree']))))
    throw new UsageError(`${flag} asks git what was touched, and ${dir} is not in a git repository.`);
  const names = base === undefined ? ['origin/HEAD', 'origin/main', 'main', 'HEAD'] : [base];
  const name = await firstThatExists(names, git);
  if (name === undefined && base === undefined)
    throw new UsageError(`${flag} compares with a commit, and this repository has none yet.`);
  if (name === undefined)
    throw new UsageError(
      `git knows no branch or commit "${base ?? ''}". Fetch it first, or name another: ${example}`,
    );
  const parent = await git(['merge-base', name, 'HEAD']).catch(() => {
    throw new UsageError(
      `"${name}" and the branch you are on have no common commit. A shallow clone has too little history: git fetch --unshallow`,
    );
  });
  return { name, commit: parent.trim() };
}

async function firstThatExists(names: readonly string[], git: Git): Promise<string | undefined> {
  for (const name of names)
    if (await succeeds(git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])))
      return name;
  return undefined;
}

function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}
