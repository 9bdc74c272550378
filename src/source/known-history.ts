import type { KnownChanges } from './history-changes.ts';

/** What stays true whatever happens to the branch: what changed between two folders, and what texts say. */
export interface KnownHistory {
  /** Those that were needed last stand at the end. */
  changes: KnownChanges;
  /** How many of them at most were needed last. */
  needed: number;
  /** The digests of texts, by the names that git has for them. */
  digests: Map<string, string>;
}

export function nothingKnown(): KnownHistory {
  return { changes: new Map(), needed: 0, digests: new Map() };
}
