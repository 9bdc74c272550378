import { readFileSync, statSync } from 'node:fs';

/** Where the objects of a pack are, by their names. */
export interface PackIndex {
  /** The offset in the pack; undefined when the pack does not have the object. */
  find: (id: Buffer) => number | undefined;
}

const [signature, version] = [0xff_74_4f_63, 2];
const fanoutStart = 8;
const fanoutBytes = 256 * 4;
// The whole index is held; that of a pack with four million objects is as large as this.
const mostBytes = 128 * 1024 * 1024;

/** Reads the index of a pack. Undefined when it cannot be read, is of another version, cut off or very large. */
export function readPackIndex(file: string, idLength: number): PackIndex | undefined {
  const bytes = bytesOf(file);
  if (bytes.length < fanoutStart + fanoutBytes) return undefined;
  if (bytes.readUInt32BE(0) !== signature || bytes.readUInt32BE(4) !== version) return undefined;
  const firstWith = (byte: number) => (byte < 0 ? 0 : bytes.readUInt32BE(fanoutStart + byte * 4));
  const count = firstWith(255);
  const ids = fanoutStart + fanoutBytes;
  // A checksum of four bytes for each object stands between the names and the offsets.
  const offsets = ids + count * (idLength + 4);
  const largeOffsets = offsets + count * 4;
  if (bytes.length < largeOffsets + 2 * idLength) return undefined;

  return {
    find: (id) => {
      const byte = id[0] ?? 0;
      // The first bytes tell nearly all names apart.
      const begin = id.readUInt32BE(0);
      let [low, high] = [firstWith(byte - 1), firstWith(byte)];
      while (low < high) {
        const middle = (low + high) >>> 1;
        const start = ids + middle * idLength;
        const order = begin - bytes.readUInt32BE(start) || id.compare(bytes, start, start + idLength);
        if (order === 0) return offsetAt(middle);
        if (order < 0) high = middle;
        else low = middle + 1;
      }
      return undefined;
    },
  };

  function offsetAt(index: number): number {
    const offset = bytes.readUInt32BE(offsets + index * 4);
    if (offset < 0x80_00_00_00) return offset;
    return Number(bytes.readBigUInt64BE(largeOffsets + (offset - 0x80_00_00_00) * 8));
  }
}

/** Nothing when there is no such file, or too much of it. */
function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size <= mostBytes) return readFileSync(file);
  } catch {
    // git finds out what is wrong with it.
  }
  return Buffer.alloc(0);
}
