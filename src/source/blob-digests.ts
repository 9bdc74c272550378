import { PassThrough } from 'node:stream';
import type { GitStream } from './git.ts';
import { textDigest } from './text-digest.ts';

// A text may have 200 kB; what is longer was never published, and its own name is enough to tell it from others.
const mostBytes = 1_000_000;

/** Reads texts while others are looked for. */
export interface BlobDigests {
  /** Has the text read that git keeps under this name, unless its digest is known. */
  want: (blob: string) => void;
  /** Nothing is wanted any more. When it is done, what is wanted is known, but for what git does not have. */
  end: () => Promise<void>;
}

/** Adds the digests of texts to those that are known. */
export function openBlobDigests(git: GitStream, known: Map<string, string>): BlobDigests {
  const wanted = new Set<string>();
  const names = new PassThrough({ encoding: 'utf8' });
  let reading: Promise<void> | undefined;
  const read = async () => {
    const reader = createReader((blob, bytes) => {
      known.set(blob, bytes.length > mostBytes ? blob : textDigest(bytes.toString()));
    });
    for await (const piece of git(['cat-file', '--batch', '--buffer'], textOf(names))) reader(piece);
  };
  return {
    want: (blob) => {
      if (known.has(blob) || wanted.has(blob)) return;
      wanted.add(blob);
      names.write(`${blob}\n`);
      if (reading !== undefined) return;
      reading = read();
      // Whoever waits for the end hears of the failure.
      reading.catch(() => undefined);
    },
    end: async () => {
      names.end();
      await reading;
    },
  };
}

async function* textOf(stream: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const text of stream) yield String(text);
}

/** Takes apart what `cat-file --batch` prints: a line with the size, then as many bytes, then a line break. */
function createReader(onBlob: (blob: string, bytes: Buffer) => void): (piece: Buffer) => void {
  let head = '';
  let blob: string | undefined;
  let missing = 0;
  let parts: Buffer[] = [];
  return (piece) => {
    let from = 0;
    while (from < piece.length) {
      if (blob === undefined) {
        const end = piece.indexOf(10, from);
        head += piece.toString('latin1', from, end === -1 ? piece.length : end);
        from = end === -1 ? piece.length : end + 1;
        if (end === -1) return;
        const [, id, size] = /^([\da-f]+) \w+ (\d+)$/u.exec(head) ?? [];
        head = '';
        if (id === undefined) continue;
        blob = id;
        missing = Number(size) + 1;
        continue;
      }
      const part = piece.subarray(from, from + missing);
      parts.push(part);
      missing -= part.length;
      from += part.length;
      if (missing > 0) return;
      onBlob(blob, (parts.length === 1 ? part : Buffer.concat(parts)).subarray(0, -1));
      [blob, parts] = [undefined, []];
    }
  };
}
