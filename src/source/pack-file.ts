import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** An object as a pack holds it: whole, or as the difference from another one, its base. */
export type PackedObject =
  | { kind: 'tree' | 'other'; bytes: Buffer }
  /** The base is named by its offset in the same pack or by its name. */
  | { kind: 'delta'; base: number | Buffer; bytes: Buffer };

export interface PackFile {
  /** The object at an offset. Throws when there is none that can be read. */
  objectAt: (offset: number) => PackedObject;
  close: () => void;
}

const headBytes = 12;
const tree = 2;
const [offsetDelta, idDelta] = [6, 7];
// What a header needs at most: ten bytes of size, and ten of an offset or a name.
const mostHeaderBytes = 64;
/** No folder that a person keeps is as large. */
export const mostObjectBytes = 256 * 1024 * 1024;

/** Opens a pack. Undefined when it is of another version. */
export function openPackFile(file: string, idLength: number): PackFile | undefined {
  const descriptor = openSync(file, 'r');
  const read = createWindows(descriptor, fstatSync(descriptor).size);
  const close = () => {
    closeSync(descriptor);
  };
  const head = read(0, headBytes);
  const isKnown = head.toString('latin1', 0, 4) === 'PACK' && [2, 3].includes(head.readUInt32BE(4));
  if (!isKnown) {
    close();
    return undefined;
  }

  return {
    objectAt: (offset) => {
      const header = read(offset, mostHeaderBytes);
      let at = 0;
      let byte = header.readUInt8(at++);
      const type = (byte >> 4) & 7;
      let size = byte & 15;
      for (let weight = 16; byte >= 128; weight *= 128) {
        byte = header.readUInt8(at++);
        size += (byte & 127) * weight;
      }
      if (size > mostObjectBytes) throw new Error('An object of the pack is too large.');
      let base: number | Buffer | undefined;
      if (type === offsetDelta) {
        byte = header.readUInt8(at++);
        let distance = byte & 127;
        while (byte >= 128) {
          byte = header.readUInt8(at++);
          distance = (distance + 1) * 128 + (byte & 127);
        }
        base = offset - distance;
      } else if (type === idDelta) {
        base = Buffer.from(header.subarray(at, at + idLength));
        at += idLength;
      }
      const bytes = inflated(read(offset + at, mostDeflated(size)), size);
      if (base === undefined) return { kind: type === tree ? 'tree' : 'other', bytes };
      return { kind: 'delta', base, bytes };
    },
    close,
  };
}

/** What deflate makes of so many bytes at most, with room for writers that end blocks early. */
function mostDeflated(size: number): number {
  return size + (size >> 3) + 64;
}

/** Throws unless exactly this many bytes come out. */
function inflated(bytes: Buffer, size: number): Buffer {
  const whole = inflateSync(bytes, { chunkSize: Math.max(64, size + 1), maxOutputLength: Math.max(1, size) });
  if (whole.length !== size) throw new Error('An object of the repository is cut off.');
  return whole;
}

const windowBytes = 256 * 1024;
const mostWindows = 16;

/** Reads a file with few calls where what is read lies close together. What it gives is good until the next call. */
function createWindows(descriptor: number, fileSize: number): (offset: number, length: number) => Buffer {
  const windows = new Map<number, Buffer>();
  let large = Buffer.alloc(0);
  const fill = (buffer: Buffer, offset: number, length: number) => {
    if (readSync(descriptor, buffer, 0, length, offset) < length) throw new Error('A pack is cut off.');
    return buffer;
  };
  return (offset, wanted) => {
    const length = Math.max(0, Math.min(wanted, fileSize - offset));
    const index = Math.floor(offset / windowBytes);
    const start = index * windowBytes;
    const from = offset - start;
    if (from + length > windowBytes) {
      if (large.length < length) large = Buffer.allocUnsafe(length);
      return fill(large, offset, length).subarray(0, length);
    }
    let window = windows.get(index);
    if (window === undefined) {
      const [oldest] = windows.size < mostWindows ? [] : windows;
      if (oldest !== undefined) windows.delete(oldest[0]);
      const buffer = oldest?.[1] ?? Buffer.allocUnsafe(windowBytes);
      window = fill(buffer, start, Math.min(windowBytes, fileSize - start));
      windows.set(index, window);
    }
    return window.subarray(from, from + length);
  };
}
