import { applyDelta } from './delta-words.ts';

// What Pagefind puts before everything that it packs. A file that begins with it is taken as it is.
const signature = new TextEncoder().encode('pagefind_dcd');
const mergedFile = /^(?<folder>.*\/index\/)(?<chunk>[^/~]+)~(?<delta>[^/~]+)\.pf_index$/u;

/** The name under which the index asks for a file of words that a delta belongs into. */
export function mergedChunk(chunk: string, delta: string): string {
  return `${chunk}~${delta}`;
}

/** The name of the file of the main index, and that of the delta that belongs into it. */
export function chunkAndDelta(merged: string): [chunk: string, delta: string] {
  const [chunk = '', delta = ''] = merged.split('~');
  return [chunk, delta];
}

/**
 * A fetch for Pagefind, which knows of no delta: where it asks for `index/<chunk>~<delta>.pf_index`, it gets the file of the
 * main index with what has changed since. Everything else it gets as it is.
 */
export function mergingFetch(fetch: (address: string) => Promise<Response>): typeof fetch {
  return async (address) => {
    const { folder, chunk = '', delta } = mergedFile.exec(address)?.groups ?? {};
    if (folder === undefined) return fetch(address);
    const [main, changes] = await Promise.all(
      [`${chunk}.pf_index`, `${delta}.pf_delta`].map(async (file) => unpacked(await fetch(folder + file))),
    );
    if (main === undefined || changes === undefined) return Response.error();
    const merged = applyDelta(chunk, main.subarray(signature.length), changes);
    return new Response(new Blob([signature, merged]));
  };
}

async function unpacked(response: Response): Promise<Uint8Array> {
  if (!response.ok || response.body === null)
    throw new Error(`The search index answered with ${response.status}.`);
  const content = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(content).arrayBuffer());
}
