import { openGit, type Git } from '../../src/source/git.ts';
import { startOfBranch } from '../adapters/start-of-branch.ts';

/** A file that a branch touched. Paths are relative to the top of the repository. */
export interface FileChange {
  change: 'added' | 'changed' | 'moved' | 'gone';
  path: string;
  /** Of a file that was moved: where it was. */
  from?: string;
}

/** What a branch did since it left another. */
export interface Branch {
  git: Git;
  /** The top folder of the repository, absolute. */
  top: string;
  /** The content folder inside it, ending with a slash; empty when it is the top. */
  prefix: string;
  base: { name: string; commit: string };
  /** The commit that is checked out. */
  head: string;
  /** Whether there are changes that are not committed. */
  isDirty: boolean;
  changes: FileChange[];
  /** Files that both branches changed in ways that git cannot put together. */
  conflicts: string[];
}

/** Reads what the branch that is checked out did, committed or not. Throws a `UsageError` that says what to do. */
export async function readBranch(dir: string, base: string | undefined): Promise<Branch> {
  const inside = openGit(dir);
  const { name, commit } = await startOfBranch(inside, base, {
    ...{ dir, flag: 'A review', example: 'npm run review -- --base origin/main' },
  });
  const top = lineOf(await inside(['rev-parse', '--show-toplevel']));
  const prefix = lineOf(await inside(['rev-parse', '--show-prefix']));
  const git = openGit(top);
  const [head, tracked, untracked, status] = await Promise.all([
    git(['rev-parse', 'HEAD']),
    git(['diff', '--name-status', '-z', '--find-renames=70%', '-l0', commit, '--']),
    git(['ls-files', '--others', '--exclude-standard', '-z']),
    git(['status', '--porcelain', '-z', '--untracked-files=all']),
  ]);
  const added = untracked.split('\0').filter((path) => path !== '');
  return {
    ...{ git, top, prefix, base: { name, commit }, head: lineOf(head) },
    isDirty: status !== '',
    changes: [...changesIn(tracked), ...added.map((path): FileChange => ({ change: 'added', path }))].sort(
      (a, b) => (a.path < b.path ? -1 : 1),
    ),
    conflicts: await conflictsBetween(git, name),
  };
}

function lineOf(printed: string): string {
  return printed.replace(/\r?\n$/u, '');
}

/** What `git diff --name-status -z` prints: a letter, then one path, or two for a file that was moved. */
function changesIn(printed: string): FileChange[] {
  const parts = printed.split('\0');
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const letter = parts[at]?.charAt(0);
    const path = parts[at + 1] ?? '';
    if (letter === 'R' || letter === 'C') {
      const to = parts[at + 2] ?? '';
      changes.push(
        letter === 'R' ? { change: 'moved', path: to, from: path } : { change: 'added', path: to },
      );
      at += 1;
    } else changes.push({ change: letter === 'A' ? 'added' : letter === 'D' ? 'gone' : 'changed', path });
  }
  return changes;
}

/** Merges in memory, without a file being touched. An older git cannot, and then nothing is said. */
async function conflictsBetween(git: Git, base: string): Promise<string[]> {
  const merged = await git(['merge-tree', '--stdin', '--name-only', '-z'], `${base} HEAD\n`).catch(
    () => '1\0',
  );
  const [state, _tree, ...rest] = merged.split('\0');
  if (state !== '0') return [];
  const end = rest.indexOf('');
  return [...new Set(rest.slice(0, end === -1 ? rest.length : end))].sort();
}
