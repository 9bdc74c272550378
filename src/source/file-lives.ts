import type { Change } from './git-changes.ts';
import type { Commit } from './git-log.ts';

/** One step in the life of a file: a commit that wrote it. */
export interface Step {
  commit: LandedCommit;
  change: Change;
}

/** A commit, and when it came into the branch: with the merge that brought it, or by itself. */
export type LandedCommit = Commit & {
  landed: number;
  /** Its place in the log: the larger, the older. */
  order: number;
  /** Whether it also changed files that are not content. */
  isMixed: boolean;
};

export interface LifeOptions {
  /** Which files have a text that is followed, by their paths in the repository. */
  isText: (path: string) => boolean;
  /** Whether a file is part of the content, or made from it. */
  isContent: (path: string) => boolean;
  /** In a shallow clone, the oldest commits seem to have written everything there is. */
  isShallow: boolean;
}

interface Life {
  steps: Step[];
  isAdded: boolean;
}

/**
 * Follows files back through renames, and gives the steps of each, newest first, by its newest path. A file that was deleted
 * and written again under its old name is another one.
 */
export function followFiles(
  log: readonly Commit[],
  /** What each commit of the log changed. */
  changesByCommit: readonly (readonly Change[])[],
  { isText, isContent, isShallow }: LifeOptions,
): Map<string, Step[]> {
  const files = new Map<string, Life>();
  // Which life a path belongs to, at the point that the walk back has reached.
  const current = new Map<string, Life>();
  const landingOf = createLandings();
  for (const [order, commit] of log.entries()) {
    const { parents } = commit;
    const landed = landingOf(commit, parents);
    const changes = changesByCommit[order] ?? [];
    if (changes.length === 0 || (isShallow && parents.length === 0)) continue;
    const isMixed = !changes.every(({ path, from = path }) => isContent(path) && isContent(from));
    const landedCommit = { ...commit, landed, isMixed, order };
    const renamed: [from: string, life: Life][] = [];
    for (const change of changes) {
      if (change.kind === 'deleted') continue;
      const life = current.get(change.path) ?? begin(change.path);
      if (life === undefined) continue;
      life.steps.push({ commit: landedCommit, change });
      if (change.kind === 'added') life.isAdded = true;
      if (change.from !== undefined) renamed.push([change.from, life]);
    }
    for (const [from, life] of renamed) {
      // Edits under the old name that seem newer were made on another branch meanwhile.
      const meanwhile = current.get(from);
      if (meanwhile !== undefined && meanwhile !== life && !meanwhile.isAdded)
        life.steps.push(...meanwhile.steps.splice(0));
      current.set(from, life);
    }
    // What is older than this belongs to a file that is gone.
    for (const { kind, path } of changes) if (kind === 'deleted') current.set(path, gone());
  }
  return new Map([...files].map(([path, { steps }]) => [path, steps]));

  function begin(path: string): Life | undefined {
    if (!isText(path)) return undefined;
    const life = gone();
    files.set(path, life);
    current.set(path, life);
    return life;
  }
}

function gone(): Life {
  return { steps: [], isAdded: false };
}

/** When each commit came into the branch. Asked in the order of the log, children before parents. */
function createLandings() {
  let next: string | undefined;
  let isFirst = true;
  const expected = new Map<string, number>();
  return ({ id, time }: Pick<Commit, 'id' | 'time'>, parents: readonly string[]): number => {
    const isOnBranch = isFirst || id === next;
    isFirst = false;
    const landed = isOnBranch ? time : (expected.get(id) ?? time);
    expected.delete(id);
    const brought = isOnBranch ? parents.slice(1) : parents;
    if (isOnBranch) next = parents[0];
    // Two merges may have brought it; it was there from the first of them on.
    for (const parent of brought) expected.set(parent, Math.min(landed, expected.get(parent) ?? landed));
    return landed;
  };
}
