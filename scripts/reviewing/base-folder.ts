import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Branch } from './branch.ts';

/**
 * Puts the content folder as it was where the branch began into `folder`, hands it over, and takes it away again. It is a
 * work tree of the repository, so that the history of its files can be asked for.
 */
export async function withBaseContent<Result>(
  { git, prefix, base }: Branch,
  folder: string,
  use: (dir: string) => Promise<Result>,
): Promise<Result> {
  await remove(git, folder);
  // Nothing of the other branch is run or looked at but its content.
  await git(['worktree', 'add', '--detach', '--no-checkout', '--quiet', '--', folder, base.commit]);
  try {
    const dir = join(folder, prefix);
    await git(['-C', folder, 'read-tree', 'HEAD']);
    const path = prefix === '' ? '.' : prefix;
    const listed = await git(['-C', folder, 'ls-files', '-z', '--', path]);
    if (listed !== '') await git(['-C', folder, 'checkout-index', '-z', '--stdin'], listed);
    await mkdir(dir, { recursive: true });
    return await use(dir);
  } finally {
    await remove(git, folder);
  }
}

async function remove(git: Branch['git'], folder: string): Promise<void> {
  await git(['worktree', 'remove', '--force', '--force', '--', folder]).catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
  await git(['worktree', 'prune']).catch(() => undefined);
}
