import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Pagefind asks for its files in the worker, and in the page where there are no workers.
const programs = ['pagefind.js', 'pagefind-worker.js'];

const source = `
import { mergingFetch } from './merging-fetch.ts';
export const fetch = mergingFetch((address) => globalThis.fetch(address));
`;

/** Gives the programs that Pagefind writes beside its index a fetch that puts a delta into the files of the index. */
export async function teachMerging(folder: string): Promise<void> {
  // It is only needed for a whole index, and takes a while to load.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'merging',
    target: 'es2022',
  });
  const [{ text } = { text: '' }] = outputFiles;
  // A name in the program's own scope, so that nothing else meets it.
  const beginning = `${text.trim()}const fetch=merging.fetch;\n`;
  for (const name of programs) {
    const file = join(folder, name);
    await writeFile(file, beginning + (await readFile(file, 'utf8')));
  }
}
