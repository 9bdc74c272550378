/** Entries of a folder as git writes them, one after the other: mode, space, name, zero, name of the object. */
export interface Sheet {
  bytes: Buffer;
  /** Where each entry starts, and where the last one ends. */
  starts: Uint32Array;
}

/** Neighbours on one sheet. */
export interface Run {
  sheet: Sheet;
  from: number;
  to: number;
  /** In bytes. */
  size: number;
}

/** Neighbours on a sheet, up to but without the entry `to`. */
export function runOf(sheet: Sheet, from: number, to: number): Run {
  return { sheet, from, to, size: (sheet.starts[to] ?? 0) - (sheet.starts[from] ?? 0) };
}

/**
 * A folder at one time. Two versions of a folder that differ in an entry share the sheet on which all others stand, so that
 * nobody has to copy or to compare these.
 */
export interface Tree {
  runs: readonly Run[];
  /** Bytes that git needs to write it. */
  size: number;
}

/** Reads a folder that is written out. Throws when it is cut off. */
export function wholeTree(bytes: Buffer, idLength: number): Tree {
  const starts = [0];
  const { length } = bytes;
  let at = 0;
  while (at < length) {
    while (at < length && bytes[at] !== 0) at += 1;
    at += idLength + 1;
    starts.push(at);
  }
  if (at !== length) throw new Error('A folder of the repository is cut off.');
  const sheet = { bytes, starts: Uint32Array.from(starts) };
  return { runs: at === 0 ? [] : [runOf(sheet, 0, starts.length - 1)], size: at };
}

/** Puts a folder together from entries of others and from bytes that do not end where entries do. */
export function createTreeBuilder(idLength: number) {
  const runs: Run[] = [];
  const fresh: Sheet = { bytes: Buffer.alloc(0), starts: new Uint32Array() };
  const freshStarts: number[] = [0];
  let freshBytes = Buffer.allocUnsafe(256);
  let [length, entryStart] = [0, 0];
  // Bytes of the name of an object that are still to come.
  let missing = 0;
  let size = 0;

  const write = (bytes: Buffer, from: number, to: number) => {
    if (length + to - from > freshBytes.length) {
      const larger = Buffer.allocUnsafe(2 * (length + to - from));
      freshBytes.copy(larger, 0, 0, length);
      freshBytes = larger;
    }
    bytes.copy(freshBytes, length, from, to);
    length += to - from;
  };

  return {
    /** Whether all bytes so far are whole entries. */
    isBetweenEntries: () => length === entryStart,
    /** Only between entries. */
    addRun: (run: Run) => {
      size += run.size;
      const last = runs.at(-1);
      if (last?.sheet === run.sheet && last.to === run.from) runs[runs.length - 1] = joined(last, run);
      else runs.push(run);
    },
    addBytes: (bytes: Buffer, start: number, end: number) => {
      size += end - start;
      let from = start;
      while (from < end) {
        const isName = missing === 0;
        const zero = isName ? bytes.indexOf(0, from) : -1;
        const isNamed = zero !== -1 && zero < end;
        const to = isNamed ? zero + 1 : isName ? end : Math.min(end, from + missing);
        write(bytes, from, to);
        if (isNamed) missing = idLength;
        else if (!isName) missing -= to - from;
        if (!isName && missing === 0) {
          const from = freshStarts.length - 1;
          const run = { sheet: fresh, from, to: from + 1, size: length - entryStart };
          const last = runs.at(-1);
          if (last?.sheet === fresh) runs[runs.length - 1] = joined(last, run);
          else runs.push(run);
          freshStarts.push(length);
          entryStart = length;
        }
        from = to;
      }
    },
    /** Throws when the last entry is not whole. */
    tree: (): Tree => {
      if (length !== entryStart) throw new Error('A folder of the repository is cut off.');
      fresh.bytes = Buffer.from(freshBytes.subarray(0, length));
      fresh.starts = Uint32Array.from(freshStarts);
      return { runs, size };
    },
  };
}

function joined(first: Run, second: Run): Run {
  return { sheet: first.sheet, from: first.from, to: second.to, size: first.size + second.size };
}
