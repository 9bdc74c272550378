import type { ThreadFile } from '../../src/model/thread.ts';
import { isCurrent } from './is-current.ts';
import type { Unnamed } from './pseudonyms.ts';
import type { IndexRow } from './index-queries.ts';
import { isOfClosedPost, markOf, placeOf, small, type Wanted } from './wanted.ts';

/** A stored copy and its file, relative to the content folder. */
export interface Snapshot {
  path: string;
  thread: ThreadFile;
}

/** A discussion that has a file, or is to get one. */
export interface Target {
  row: IndexRow;
  path: string;
  stored: ThreadFile | undefined;
}

export interface Plan {
  /** What has to be read whole. */
  read: Target[];
  /** What is stored as the forge tells it. */
  current: Target[];
  /** Copies of discussions that the index does not have, or has in another category. What became of them is not known yet. */
  missing: Snapshot[];
  /** Copies that must not be in a public folder. */
  closed: Snapshot[];
  /** Copies of a discussion that has its file elsewhere. */
  leftovers: Snapshot[];
  notes: string[];
}

interface Given {
  rows: readonly IndexRow[];
  stored: readonly Snapshot[];
  wanted: Wanted;
  unnamed: Unnamed;
  /** Whether everything is read whole. */
  full: boolean;
}

/** What there is to do, by comparing the index of the forge with the snapshots. */
export function planCopy({ rows, stored, wanted, unnamed, full }: Given): Plan {
  const isClosed = (snapshot: Snapshot) => isOfClosedGroup(snapshot, wanted);
  const open = stored.filter((snapshot) => !isClosed(snapshot));
  const { places, notes } = placesOf(rows, open, wanted);
  const targets = [...places].map(([path, row]): Target => {
    const own = open.filter(({ thread }) => thread.id === row.id);
    return { row, path, stored: (own.find((one) => one.path === path) ?? own[0])?.thread };
  });
  const placed = new Map(targets.map(({ row, path }) => [row.id, path]));
  const needsReading = ({ row, path, stored: thread }: Target) =>
    full ||
    thread === undefined ||
    !open.some((one) => one.path === path && one.thread.id === row.id) ||
    !isCurrent(thread, row, unnamed);
  return {
    read: targets.filter(needsReading),
    current: targets.filter((target) => !needsReading(target)),
    missing: open.filter(({ thread }) => !placed.has(thread.id)),
    closed: stored.filter(isClosed),
    leftovers: open.filter(({ path, thread }) => placed.has(thread.id) && placed.get(thread.id) !== path),
    notes,
  };
}

function isOfClosedGroup({ path, thread }: Snapshot, wanted: Wanted): boolean {
  const key = /^threads\/([^/]+)\.json$/u.exec(path)?.[1] ?? '';
  const isInClosedCategory = wanted.closed.has(small(thread.category.name));
  return isInClosedCategory || wanted.closedKeys.has(key) || isOfClosedPost(thread, wanted);
}

/** One discussion for each file. A post that lost its name keeps the file of its conversation. */
function placesOf(
  rows: readonly IndexRow[],
  stored: readonly Snapshot[],
  wanted: Wanted,
): { places: Map<string, IndexRow>; notes: string[] } {
  const rivals = new Map<string, IndexRow[]>();
  for (const row of rows) {
    const path = placeOf(row, wanted);
    if (path !== undefined) rivals.set(path, [...(rivals.get(path) ?? []), row]);
  }
  const places = new Map<string, IndexRow>();
  const notes: string[] = [];
  for (const [path, claims] of rivals) {
    const known = stored.find((one) => one.path === path)?.thread.id;
    const [first, ...others] = [...claims].sort(
      (a, b) =>
        Number(b.id === known) - Number(a.id === known) ||
        Number(markOf(b.body) !== undefined) - Number(markOf(a.body) !== undefined) ||
        a.number - b.number,
    );
    if (first === undefined) continue;
    places.set(path, first);
    if (others.length > 0) notes.push(twins(path, first, others));
  }
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const isPlaced = new Set([...places.values()].map(({ id }) => id));
  for (const { path, thread } of stored) {
    const row = rowById.get(thread.id);
    const isPost = !path.startsWith('threads/questions/');
    if (row !== undefined && isPost && !isPlaced.has(row.id) && !places.has(path)) places.set(path, row);
  }
  return { places, notes };
}

function twins(path: string, chosen: IndexRow, others: readonly IndexRow[]): string {
  const numbers = others.map(({ number }) => `#${number}`).join(', ');
  return `Several discussions claim to be ${path}: #${chosen.number} is copied, ${numbers} ${others.length === 1 ? 'is' : 'are'} not. Give all but one of them another title on the forge.`;
}
