import { createTreeBuilder, runOf, type Tree } from './tree-runs.ts';

/**
 * The folder that a pack describes by its difference from another one: a list of pieces to copy from that and of bytes to
 * add. Throws when the list does not fit.
 */
export function applyTreeDelta(base: Tree, delta: Buffer, idLength: number): Tree {
  let at = 0;
  const next = () => delta.readUInt8(at++);
  const size = () => {
    let [value, byte] = [0, 128];
    for (let weight = 1; byte >= 128; weight *= 128) {
      byte = next();
      value += (byte & 127) * weight;
    }
    return value;
  };
  const [baseSize, wholeSize] = [size(), size()];
  const builder = createTreeBuilder(idLength);
  const copy = createCopier(base, builder);
  while (at < delta.length) {
    const order = next();
    if (order >= 128) {
      let [offset, length] = [0, 0];
      for (let index = 0; index < 4; index += 1)
        if (order & (1 << index)) offset += next() * 2 ** (8 * index);
      for (let index = 0; index < 3; index += 1)
        if (order & (16 << index)) length += next() * 2 ** (8 * index);
      copy(offset, length === 0 ? 0x1_00_00 : length);
    } else {
      if (order === 0 || at + order > delta.length)
        throw new Error('A pack has a difference that cannot be read.');
      builder.addBytes(delta, at, at + order);
      at += order;
    }
  }
  const tree = builder.tree();
  if (baseSize !== base.size || wholeSize !== tree.size)
    throw new Error('A pack has a difference from something else.');
  return tree;
}

/** Copies bytes of a folder, as whole entries wherever they are. */
function createCopier({ runs, size }: Tree, builder: ReturnType<typeof createTreeBuilder>) {
  // The run that was copied from last, and its place in the folder.
  let [index, runStart] = [0, 0];
  return (offset: number, length: number): void => {
    const end = offset + length;
    if (end > size) throw new Error('A pack has a difference that copies more than there is.');
    if (offset < runStart) [index, runStart] = [0, 0];
    let at = offset;
    while (at < end) {
      const run = runs[index];
      if (run === undefined) return;
      const runEnd = runStart + run.size;
      if (at >= runEnd) {
        index += 1;
        runStart = runEnd;
        continue;
      }
      const isBetween = builder.isBetweenEntries();
      if (isBetween && at === runStart && runEnd <= end) {
        builder.addRun(run);
        at = runEnd;
        continue;
      }
      const { from, to, sheet } = run;
      const { starts, bytes } = sheet;
      const first = starts[from] ?? 0;
      const place = first + at - runStart;
      const stop = first + Math.min(end, runEnd) - runStart;
      const entry = firstFrom(starts, place, from, to);
      const isAligned = starts[entry] === place;
      const last = firstFrom(starts, stop + 1, entry, to + 1) - 1;
      if (isBetween && isAligned && last > entry) {
        builder.addRun(runOf(sheet, entry, last));
        at += (starts[last] ?? stop) - place;
        continue;
      }
      const border = Math.min(stop, starts[isAligned ? entry + 1 : entry] ?? stop);
      builder.addBytes(bytes, place, border);
      at += border - place;
    }
  };
}

/** The first index from `low` on whose value is not below a value; `high` when there is none. */
function firstFrom(values: Uint32Array, value: number, low: number, high: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
