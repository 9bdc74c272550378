import type { Renumbering } from './renumbered.ts';

/** A page as it was when an index was made. */
export interface DigestedPage {
  path: string;
  /** A digest of all of it. */
  source: string;
  /** A digest of what makes a difference to the index; of nothing, when it is not to be found. */
  digest: string;
  /** A digest of the same without its facts. */
  text: string;
}

type Indexed = Pick<DigestedPage, 'path' | 'digest'>;

/**
 * What has to be done to get from the pages of an index to others; both are in the order of their numbers. A page that has
 * changed is gone and added, and so is one that has moved among the rest.
 */
export function pageChanges(before: readonly Indexed[], after: readonly Indexed[]): Renumbering {
  const numbers = new Map(before.map(({ path }, number) => [path, number]));
  const kept = new Set<number>();
  const added: number[] = [];
  let last = -1;
  after.forEach(({ path, digest }, number) => {
    const old = numbers.get(path);
    if (old === undefined || old < last || before[old]?.digest !== digest) added.push(number);
    else {
      kept.add(old);
      last = old;
    }
  });
  return { pages: before.length, gone: [...before.keys()].filter((number) => !kept.has(number)), added };
}
