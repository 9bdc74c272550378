import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

// Pagefind asks for its files in the worker, and in the page where there are no workers.
const programs = ['pagefind.js', 'pagefind-worker.js'];

/**
 * A fetch in the scope of a program of Pagefind, which knows of no delta: where it asks for `index/<chunk>~<delta>.pf_index`, it
 * gets the file of the main index with what has changed since. What does that is only loaded where there is a delta.
 */
const beginning = `const fetch=(address)=>{
const [,folder,chunk,delta]=/^(.*\\/index\\/)([^/~]+)~([^/~]+)\\.pf_index$/.exec(address)??[];
return folder===undefined?globalThis.fetch(address):Promise.all([import("./merging.js"),
globalThis.fetch(folder+chunk+".pf_index"),globalThis.fetch(folder+delta+".pf_delta")])
.then(([{merge},main,changes])=>merge(chunk,main,changes));};
`;

/** Makes the programs that Pagefind writes beside its index put a delta into its files. */
export async function teachMerging(folder: string): Promise<void> {
  // It is only needed for a whole index, and takes a while to load.
  const { build } = await import('esbuild');
  await build({
    entryPoints: [join(import.meta.dirname, 'merging.ts')],
    outfile: join(folder, 'merging.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
  });
  for (const name of programs) {
    const file = join(folder, name);
    await writeFile(file, beginning + (await readFile(file, 'utf8')));
  }
}
