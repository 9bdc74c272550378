import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGit, type Git } from '../../src/source/git.ts';

/** Somebody as git names them. */
interface Signature {
  name: string;
  email: string;
}

export interface BranchChange {
  /** The commit that the branch starts from. */
  base: string;
  /** Without `refs/heads/`. */
  branch: string;
  /** What each file holds, by its path from the top of the repository; undefined takes the file away. */
  files: ReadonlyMap<string, string | Uint8Array | undefined>;
  message: string;
  author: Signature;
  /** Puts the commit behind what the branch holds, and fails when that is no longer its base. */
  onTop?: boolean;
}

/** What became of a branch; `nothing` when the files hold all of this already at its start. */
export type Pushed = 'pushed' | 'unchanged' | 'nothing';

/**
 * Puts one commit on a branch of the remote, in place of what the branch held. Neither the files of the checkout nor the
 * index are touched. A branch that holds the same files already is left alone, so that nobody is told of it twice.
 */
export async function pushBranch(dir: string, remote: string, change: BranchChange): Promise<Pushed> {
  const git = openGit(dir);
  const tree = await treeWith(dir, git, change);
  if (tree === (await treeOf(git, change.base))) return 'nothing';
  const ref = `refs/heads/${change.branch}`;
  const old = (await git(['ls-remote', remote, ref])).split('\t')[0] ?? '';
  if (old !== '') {
    await git(['fetch', '--quiet', '--no-tags', remote, ref]);
    if ((await treeOf(git, old)) === tree) return 'unchanged';
  }
  const commit = await signed(dir, change)(
    ['commit-tree', tree, '-p', change.base, '-F', '-'],
    change.message,
  );
  // Somebody else's push since we looked is not overwritten.
  const force = change.onTop === true ? [] : [`--force-with-lease=${ref}:${old}`];
  await git(['push', '--quiet', ...force, remote, `${commit.trim()}:${ref}`]);
  return 'pushed';
}

async function treeOf(git: Git, commit: string): Promise<string> {
  return (await git(['rev-parse', '--verify', '--end-of-options', `${commit}^{tree}`])).trim();
}

/** The tree of the base with the files put into it, made in an index of its own. */
async function treeWith(dir: string, git: Git, { base, files }: BranchChange): Promise<string> {
  const lines: string[] = [];
  for (const [path, content] of files) {
    const blob = content === undefined ? undefined : await git(['hash-object', '-w', '--stdin'], content);
    lines.push(blob === undefined ? `0 ${'0'.repeat(40)}\t${path}` : `100644 ${blob.trim()}\t${path}`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'watercooler-index-'));
  try {
    const aside = openGit(dir, { ...process.env, GIT_INDEX_FILE: join(folder, 'index') });
    await aside(['read-tree', base]);
    await aside(['update-index', '-z', '--index-info'], lines.map((line) => `${line}\0`).join(''));
    return (await aside(['write-tree'])).trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}

function signed(dir: string, { author: { name, email } }: BranchChange): Git {
  return openGit(dir, {
    ...process.env,
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
  });
}
