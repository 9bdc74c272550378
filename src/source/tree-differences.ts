import type { Run, Sheet, Tree } from './tree-runs.ts';

/** Something in a folder. */
export interface Entry {
  /** As git understands it: all that it keeps of the rights to a file is whether it can be run. */
  mode: number;
  name: Buffer;
  id: Buffer;
}

/** What stands under a name before and after; one of them is missing when it was added or deleted. */
export type Difference = [before: Entry | undefined, after: Entry | undefined];

export const [folderMode, submoduleMode] = [0o040000, 0o160000];
const [fileMode, linkMode, formatBits] = [0o100000, 0o120000, 0o170000];

// So many neighbours are compared at once, then a fourth of them.
const mostNeighbours = 256;

/** How two versions of a folder differ, as git tells it: entry by entry, in the order of names. */
export function treeDifferences(before: Tree, after: Tree, idLength: number): Difference[] {
  const differences: Difference[] = [];
  const [a, b] = [createCursor(before), createCursor(after)];
  while (!a.isAtEnd() && !b.isAtEnd()) {
    if (a.isAtSameRun(b)) {
      a.skipRun();
      b.skipRun();
      continue;
    }
    const same = sameAhead(a, b);
    if (same > 0) {
      a.advance(same);
      b.advance(same);
      continue;
    }
    const [left, right] = [entryAt(a, idLength), entryAt(b, idLength)];
    const order = compareEntries(left, right);
    if (order === 0 && (left.mode !== right.mode || !left.id.equals(right.id)))
      differences.push([left, right]);
    if (order < 0) differences.push([left, undefined]);
    if (order > 0) differences.push([undefined, right]);
    if (order <= 0) a.advance(1);
    if (order >= 0) b.advance(1);
  }
  while (!a.isAtEnd()) {
    differences.push([entryAt(a, idLength), undefined]);
    a.advance(1);
  }
  while (!b.isAtEnd()) {
    differences.push([undefined, entryAt(b, idLength)]);
    b.advance(1);
  }
  return differences;
}

interface Cursor {
  run: Run | undefined;
  entry: number;
  isAtEnd: () => boolean;
  /** Whether another one is at the same run of entries, of which all are to come. */
  isAtSameRun: (other: Cursor) => boolean;
  skipRun: () => void;
  advance: (entries: number) => void;
}

/** A place between two entries of a folder. */
function createCursor({ runs }: Tree): Cursor {
  let index = 0;
  const cursor: Cursor = {
    run: runs[0],
    entry: runs[0]?.from ?? 0,
    isAtEnd: () => cursor.run === undefined,
    isAtSameRun: ({ run, entry }) => run === cursor.run && entry === cursor.entry && entry === run?.from,
    skipRun: () => {
      index += 1;
      cursor.run = runs[index];
      cursor.entry = cursor.run?.from ?? 0;
    },
    advance: (entries) => {
      cursor.entry += entries;
      if (cursor.run !== undefined && cursor.entry >= cursor.run.to) cursor.skipRun();
    },
  };
  return cursor;
}

/** How many entries ahead are surely the same: at best all up to where one of the two goes on on another sheet. */
function sameAhead(a: Cursor, b: Cursor): number {
  if (a.run === undefined || b.run === undefined) return 0;
  const most = Math.min(a.run.to - a.entry, b.run.to - b.entry);
  if (a.run.sheet === b.run.sheet && a.entry === b.entry) return most;
  for (let count = Math.min(most, mostNeighbours); count >= 1; count >>= 2)
    if (isSame(a.run.sheet, a.entry, b.run.sheet, b.entry, count)) return count;
  return 0;
}

function isSame(a: Sheet, entryA: number, b: Sheet, entryB: number, count: number): boolean {
  const [fromA = 0, toA = 0] = [a.starts[entryA], a.starts[entryA + count]];
  const [fromB = 0, toB = 0] = [b.starts[entryB], b.starts[entryB + count]];
  return toA - fromA === toB - fromB && a.bytes.compare(b.bytes, fromB, toB, fromA, toA) === 0;
}

/** Throws when it is not as git writes entries. */
function entryAt({ run, entry }: Cursor, idLength: number): Entry {
  const { bytes, starts } = run?.sheet ?? { bytes: Buffer.alloc(0), starts: new Uint32Array() };
  const [start = 0, end = 0] = [starts[entry], starts[entry + 1]];
  const space = bytes.indexOf(32, start);
  const mode = bytes.toString('latin1', start, space);
  const name = bytes.subarray(space + 1, end - idLength - 1);
  if (space === -1 || space + idLength + 2 >= end || !/^[1-7][0-7]*$/u.test(mode))
    throw new Error('A folder of the repository has an entry that nobody can read.');
  return { mode: understood(Number.parseInt(mode, 8)), name, id: bytes.subarray(end - idLength, end) };
}

function understood(mode: number): number {
  const format = mode & formatBits;
  if (format === fileMode) return fileMode | ((mode & 0o100) === 0 ? 0o644 : 0o755);
  return format === linkMode || format === folderMode ? format : submoduleMode;
}

/** git sorts folders as if their names ended in a slash. */
function compareEntries(a: Entry, b: Entry): number {
  const shared = Math.min(a.name.length, b.name.length);
  const order = a.name.compare(b.name, 0, shared, 0, shared);
  return order === 0 ? signAfter(a, shared) - signAfter(b, shared) : order;
}

function signAfter({ name, mode }: Entry, index: number): number {
  return name[index] ?? (mode === folderMode ? 47 : 0);
}
