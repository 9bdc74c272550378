import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { arrivingPages } from '../../../src/search/arriving-pages.ts';
import { beginIndex } from '../../../src/search/early-index.ts';
import { createRandom } from '../../bench/random.ts';
import { temporaryFolder } from '../../support/content.ts';
import { editedBlog } from '../../support/edited-pages.ts';
import { indexedPage, writeIndex, type MarkedPage } from '../../support/search-index.ts';

let dir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dir, remove } = await temporaryFolder()));
afterEach(() => remove());

const permalinks = (pages: readonly MarkedPage[]) =>
  pages.map(({ path }) => `/${path.replace('index.html', '')}`);

async function begin(folder: string, pages: readonly MarkedPage[]) {
  return beginIndex({ cacheDir: join(folder, 'cache'), made: 'today', newest: permalinks(pages) });
}

async function filesOf(folder: string): Promise<Record<string, string>> {
  const paths = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = paths.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const contents = files.map(async (file) => [
    file.slice(folder.length),
    (await readFile(file)).toString('base64'),
  ]);
  return Object.fromEntries(await Promise.all(contents)) as Record<string, string>;
}

it('is, byte for byte, the one of the whole site, in whatever order pages arrive', async () => {
  const pages = editedBlog('early', 90).pages();
  await writeIndex(dir, pages);
  const expected = await filesOf(join(dir, 'pagefind'));
  const other = await temporaryFolder();
  const early = await begin(other.dir, pages);
  const random = createRandom('arrival');
  const some = random.some(pages, 60);
  for (const { path, html } of [...some, ...pages.filter((page) => !some.includes(page))])
    early?.add(path, html);
  const since = await early?.finish();
  const changed = since && { since, paths: [] };
  expect(await writeIndex(other.dir, pages, [], { changed })).toMatchObject({ how: 'as it was', pages: 90 });
  expect(await filesOf(join(other.dir, 'pagefind'))).toEqual(expected);
  await other.remove();
});

it('is not begun where there is one already, and gives up on request', async () => {
  const pages = [indexedPage('drift', { title: 'Drift', body: '<p>The glider drifts.</p>' })];
  const early = await begin(dir, pages);
  await early?.abandon();
  expect(early).toBeDefined();
  await writeIndex(dir, pages);
  expect(await begin(dir, pages)).toBeUndefined();
});

it('lets pages wait for those before them, and the undated ones for the last', async () => {
  const pages = arrivingPages(['/a/', '/b/', '/c/', '/never/', '/d/']);
  const left: string[] = [];
  const leaving = (async () => {
    for await (const batch of pages.batches) left.push(...batch.map(({ path }) => path));
  })();
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (const path of ['about', 'c', 'b']) pages.add(`${path}/index.html`, '');
  await turn();
  expect(left).toEqual([]);
  pages.add('a/index.html', '');
  await turn();
  expect(left).toEqual(['a/index.html', 'b/index.html', 'c/index.html']);
  for (const path of ['d', '404']) pages.add(`${path}/index.html`, '');
  pages.finish();
  await leaving;
  expect(left.slice(3)).toEqual(['d/index.html', '404/index.html', 'about/index.html']);
});
