import { applyDelta } from './delta-words.ts';

// What Pagefind puts before everything that it packs. A file that begins with it is taken as it is.
const signature = new TextEncoder().encode('pagefind_dcd');

/** Puts what has changed into a file of words of the main index, as Pagefind takes it. Throws when one was not loaded. */
export async function merge(chunk: string, main: Response, delta: Response): Promise<Response> {
  const [words, changes] = await Promise.all([unpacked(main), unpacked(delta)]);
  const merged = applyDelta(chunk, words.subarray(signature.length), changes);
  return new Response(new Blob([signature, merged]));
}

async function unpacked(response: Response): Promise<Uint8Array> {
  if (!response.ok || response.body === null)
    throw new Error(`The search index answered with ${response.status}.`);
  const content = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(content).arrayBuffer());
}
