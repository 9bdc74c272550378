import { plural } from '../../src/model/problem.ts';
import type { Snapshot } from './plan.ts';
import type { Index } from './read-index.ts';
import { small, type Wanted } from './wanted.ts';
import type { Whereabouts } from './whereabouts.ts';

export interface Removal {
  snapshot: Snapshot;
  /** Why, as the end of a sentence. */
  because: string;
}

interface Given {
  /** The copies of discussions that the index does not have, or has where they get no file. */
  missing: readonly Snapshot[];
  found: ReadonlyMap<string, Whereabouts>;
  index: Pick<Index, 'complete' | 'repository'>;
  wanted: Wanted;
  /** How many copies there are. */
  stored: number;
  accepted: boolean;
}

export interface Removals {
  remove: Removal[];
  /** Copies of discussions that are still where we copy from, as the forge says. */
  there: Snapshot[];
  /** Why copies stay that should go, as sentences. */
  refusal: string | undefined;
}

/**
 * Which copies are to be removed: those of which the forge says, asked for each by its id, that they are not where we
 * copy from. When many are, or the index was not whole, a person has to agree; not for what belongs to a closed group.
 */
export function judgeRemovals({ missing, found, index, wanted, stored, accepted }: Given): Removals {
  const judged = missing.map((snapshot) => ({
    snapshot,
    ...fate(snapshot, found.get(snapshot.thread.id), index, wanted),
  }));
  const going = judged.flatMap(({ snapshot, because, isSecret }) =>
    because === undefined ? [] : [{ snapshot, because, isSecret }],
  );
  const secret = going.filter(({ isSecret }) => isSecret);
  const others = going.filter(({ isSecret }) => !isSecret);
  const most = Math.max(3, Math.floor(stored / 10));
  const refusal =
    accepted || others.length === 0 ? undefined : refusalOf(others, index.complete, most, stored);
  return {
    remove: refusal === undefined ? going : secret,
    there: judged
      .filter(({ snapshot, because }) => because === undefined && found.has(snapshot.thread.id))
      .map(({ snapshot }) => snapshot),
    refusal,
  };
}

function fate(
  { path }: Snapshot,
  place: Whereabouts | undefined,
  { repository }: Pick<Index, 'repository'>,
  { categories, closed, questions }: Wanted,
): { because?: string; isSecret: boolean } {
  if (place === undefined) return { isSecret: false };
  if (place === 'gone')
    return { because: 'it was deleted, or is where the token may not look', isSecret: false };
  if (small(place.repository) !== small(repository))
    return { because: `it was transferred to ${place.repository}`, isSecret: false };
  const category = small(place.category);
  if (closed.has(category)) return { because: 'it is in the category of a closed group', isSecret: true };
  const isCopied = categories.some(({ name }) => small(name) === category);
  const hasPage = !path.startsWith('threads/questions/') || questions.has(category);
  return isCopied && hasPage
    ? { isSecret: false }
    : { because: `it was moved to the category "${place.category}", which is not copied`, isSecret: false };
}

function refusalOf(
  going: readonly Removal[],
  complete: boolean,
  most: number,
  stored: number,
): string | undefined {
  const list = going.map(({ snapshot, because }) => `  ${snapshot.path}: ${because}`).join('\n');
  const agree = `Look at the list, and if it is right: npm run threads -- --accept-deletions\n${list}`;
  if (!complete)
    return `The forge did not list as many discussions as it says there are, so nothing is removed. Run the command again later. ${agree}`;
  if (going.length <= most) return undefined;
  return `${plural(going.length, 'snapshot')} of ${stored} would be removed, and no more than ${most} are removed without a person. ${agree}`;
}
