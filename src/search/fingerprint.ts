import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './digests.ts';

/** What decides how pages are indexed, besides the pages: our code, and Pagefind. `root` is the folder of the engine. */
export async function indexFingerprint(root: string): Promise<string> {
  const folder = join(root, 'src/search');
  const files = [
    ...(await readdir(folder)).sort().map((name) => join(folder, name)),
    join(root, 'src/model/search-weights.ts'),
    join(root, 'node_modules/pagefind/package.json'),
    join(root, 'node_modules/esbuild/package.json'),
  ];
  // Words of scripts without spaces are parted by the dictionary of this library.
  return digestOf(process.versions.icu ?? '', ...(await Promise.all(files.map((file) => readFile(file)))));
}
