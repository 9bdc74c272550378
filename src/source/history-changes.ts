import { openGitChanges, type Change, type TreePair } from './git-changes.ts';
import type { Commit } from './git-log.ts';
import { GitError, type GitStream } from './git.ts';
import type { ObjectFolder } from './object-places.ts';
import { treeAnswers } from './tree-answers.ts';

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

interface Sources {
  stream: GitStream;
  /** Where objects can be read without git. */
  objects: ObjectFolder | undefined;
  /** From how many folders on a thread of its own compares them. */
  threadFrom?: number;
  /** Told what is found as soon as it is. */
  onChanges?: (changes: readonly Change[]) => void;
}

/**
 * What changed between folders, in the order in which it is asked for; what was not known is added to it. Where `objects`
 * says where they are, most folders are compared without git; git tells the rest, and everything when there is no such
 * place. What was asked for stands at the end of what is known then.
 */
export async function readChanges(
  pairs: readonly (TreePair | undefined)[],
  known: KnownChanges,
  { stream, objects, threadFrom, onChanges }: Sources,
): Promise<(readonly Change[])[]> {
  const names = pairs.map((pair) => (pair === undefined ? '' : pairName(pair)));
  const unknown = new Map<string, TreePair>();
  for (const [index, name] of names.entries()) {
    const [pair, changes] = [pairs[index], known.get(name)];
    if (changes !== undefined) known.delete(name);
    if (changes !== undefined) known.set(name, changes);
    else if (pair !== undefined) unknown.set(name, pair);
  }
  const git = openGitChanges(stream);
  const unclear: string[] = [];
  const add = (name: string, changes: readonly Change[]) => {
    known.set(name, changes);
    onChanges?.(changes);
  };
  const asked = [...unknown];
  const pairsAsked = asked.map(([, pair]) => pair);
  const answers =
    objects === undefined
      ? [pairsAsked.map(() => undefined)]
      : treeAnswers({ folder: objects, pairs: pairsAsked }, threadFrom);
  let index = 0;
  for await (const some of answers)
    for (const changes of some) {
      const [name, pair] = asked[index] ?? [];
      index += 1;
      if (name === undefined || pair === undefined) continue;
      if (changes !== undefined) {
        add(name, changes);
        continue;
      }
      unclear.push(name);
      git.ask(pair);
    }
  for (const [place, changes] of (await git.answers()).entries()) add(unclear[place] ?? '', changes);
  return names.map((name) => known.get(name) ?? []);
}
