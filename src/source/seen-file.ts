import { readFileSync } from 'node:fs';
import { digestOf } from './digest.ts';

/** A file that is there. `digest` changes whenever one of its bytes does. */
export interface SeenFile {
  digest: string;
  bytes: () => Uint8Array;
}

/** Reads a file; undefined when there is none. */
export function lookAt(file: string): SeenFile | undefined {
  const bytes = bytesOf(file);
  return bytes && { digest: digestOf(bytes), bytes: () => bytes };
}

// Thousands of small files are read four times as fast when nobody waits for each.
function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`Could not read ${path}.`, { cause: error });
  }
}
