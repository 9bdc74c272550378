import type { GitStream } from './git.ts';
import { textDigest } from './text-digest.ts';

// A text may have 200 kB; what is longer was never published, and its own name is enough to tell it from others.
const mostBytes = 1_000_000;

/** The digests of the texts that git keeps under these names. Those that it does not have are left out. */
export async function blobDigests(git: GitStream, blobs: ReadonlySet<string>): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  if (blobs.size === 0) return digests;
  const reader = createReader((blob, bytes) => {
    digests.set(blob, bytes.length > mostBytes ? blob : textDigest(bytes.toString()));
  });
  for await (const piece of git(['cat-file', '--batch'], lines(blobs))) reader(piece);
  return digests;
}

function* batches(blobs: ReadonlySet<string>): Generator<string> {
  let text = '';
  for (const blob of blobs) {
    text += `${blob}\n`;
    if (text.length < 60_000) continue;
    yield text;
    text = '';
  }
  yield text;
}

async function* lines(blobs: ReadonlySet<string>): AsyncGenerator<string> {
  for (const batch of batches(blobs)) yield await Promise.resolve(batch);
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
