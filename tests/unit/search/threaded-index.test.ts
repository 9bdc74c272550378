import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeIndexFiles } from '../../../src/search/index-output.ts';
import { beginIndex } from '../../../src/search/threaded-index.ts';
import { createRandom } from '../../bench/random.ts';
import { temporaryFolder } from '../../support/content.ts';
import { editedBlog } from '../../support/edited-pages.ts';
import { indexedPage, writeIndex, type MarkedPage } from '../../support/search-index.ts';

let dir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dir, remove } = await temporaryFolder()));
afterEach(() => remove());

const pathsOf = (pages: readonly MarkedPage[]) => pages.map(({ path }) => path);

function begin(pages: readonly MarkedPage[], rendered = pathsOf(pages)) {
  return beginIndex({
    newest: pathsOf(pages).map((path) => `/${path.replace('index.html', '')}`),
    synonyms: [],
    cacheDir: join(dir, 'cache'),
    made: 'today',
    ...{ outDir: join(dir, 'site'), all: pathsOf(pages), rendered, since: undefined },
  });
}

async function publish({ path, html }: MarkedPage): Promise<void> {
  const file = join(dir, 'site', path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, html);
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

it('is, byte for byte, the one of the finished site, in whatever order pages are written', async () => {
  const pages = editedBlog('early', 90).pages();
  const other = await temporaryFolder();
  await writeIndex(other.dir, pages);
  const expected = await filesOf(join(other.dir, 'pagefind'));
  await other.remove();
  const index = begin(pages);
  const some = createRandom('arrival').some(pages, 60);
  for (const page of [...some, ...pages.filter((page) => !some.includes(page))]) {
    await publish(page);
    index.written(page.path);
  }
  const { files, ...outcome } = await index.finish();
  expect(outcome).toMatchObject({ how: 'whole', pages: 90 });
  writeIndexFiles(files, join(dir, 'site', 'pagefind'));
  expect(await filesOf(join(dir, 'site', 'pagefind'))).toEqual(expected);
});

it('reads pages that are there already, and waits for the others', async () => {
  const [one, two] = [
    indexedPage('drift', { title: 'Drift', body: '<p>The glider drifts.</p>' }),
    indexedPage('names', { title: 'Names', body: '<p>Names sort.</p>' }),
  ];
  await publish(one);
  const index = begin([one, two], [two.path]);
  await publish(two);
  index.written(two.path);
  expect(await index.finish()).toMatchObject({ how: 'whole', pages: 2 });
});

it('says what went wrong, such as with a page that was announced and never written', async () => {
  const index = begin([indexedPage('drift', { title: 'Drift', body: '' })]);
  await expect(index.finish()).rejects.toThrow('The search index could not be made.');
});

it('gives up on request', async () => {
  const index = begin([indexedPage('drift', { title: 'Drift', body: '' })]);
  await index.abandon();
  await expect(index.finish()).rejects.toMatchObject({ cause: { message: /ended before it was done/u } });
});
