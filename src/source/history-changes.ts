import { openGitChanges, type Change, type TreePair } from './git-changes.ts';
import type { Commit } from './git-log.ts';
import { GitError, type GitStream } from './git.ts';
import type { ObjectFolder } from './object-places.ts';
import { openTreeChanges } from './tree-changes.ts';

/** What changed between two top folders, by `pairName`. It is so for ever, whichever commits have them. */
export type KnownChanges = Map<string, readonly Change[]>;

export function pairName({ before, after }: TreePair): string {
  return `${before} ${after}`;
}

/**
 * The folders before and after each commit. Undefined for a merge: what it brings is in the commits that it brings; and for
 * the oldest commits of a shallow clone, which seem to have written everything there is.
 */
export function changedTrees(log: readonly Commit[], isShallow: boolean): (TreePair | undefined)[] {
  const trees = new Map(log.map(({ id, tree }) => [id, tree]));
  return log.map(({ id, parents: [parent, another], tree }) => {
    if (another !== undefined || (isShallow && parent === undefined)) return undefined;
    const before = parent === undefined ? '' : trees.get(parent);
    if (before === undefined) throw new GitError(`git does not know what commit ${id} goes back to.`, '');
    return { before, after: tree };
  });
}

// So long nothing else is done in this process, in milliseconds.
const longestTurn = 50;

/**
 * What changed between folders, in the order in which it is asked for; what was not known is added to it. Where `objects`
 * says where they are, most folders are compared without git; git tells the rest, and everything when there is no such
 * place. What was asked for stands at the end of what is known then.
 */
export async function readChanges(
  pairs: readonly (TreePair | undefined)[],
  known: KnownChanges,
  { stream, objects }: { stream: GitStream; objects: ObjectFolder | undefined },
): Promise<(readonly Change[])[]> {
  const names = pairs.map((pair) => (pair === undefined ? '' : pairName(pair)));
  const unknown = new Map<string, TreePair>();
  for (const [index, name] of names.entries()) {
    const [pair, changes] = [pairs[index], known.get(name)];
    if (changes !== undefined) known.delete(name);
    if (changes !== undefined) known.set(name, changes);
    else if (pair !== undefined) unknown.set(name, pair);
  }
  const quick = objects && openTreeChanges(objects);
  const git = openGitChanges(stream);
  const unclear: string[] = [];
  try {
    let turn = performance.now();
    for (const [name, pair] of unknown) {
      const changes = quick?.changes(pair);
      if (changes === undefined) {
        unclear.push(name);
        git.ask(pair);
      } else known.set(name, changes);
      if (performance.now() - turn < longestTurn) continue;
      await new Promise<void>((resolve) => setImmediate(resolve));
      turn = performance.now();
    }
  } finally {
    quick?.close();
  }
  for (const [index, changes] of (await git.answers()).entries()) known.set(unclear[index] ?? '', changes);
  return names.map((name) => known.get(name) ?? []);
}
