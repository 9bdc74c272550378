import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readSearchIndex } from '../../bench/built-blog.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-built-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(entry: string): Promise<void> {
  const files = {
    'search/index.html': '',
    'pagefind/pagefind.js': '',
    'pagefind/pagefind-entry.json': entry,
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

it('reads how many pages can be searched, in the language of the most', async () => {
  await write('{ "version": "1", "languages": { "pl": { "page_count": 2 }, "en-gb": { "page_count": 9 } } }');
  expect(await readSearchIndex(folder)).toEqual({ pages: 9, language: 'en-gb' });
});

it('says why a folder cannot be searched', async () => {
  expect(await readSearchIndex(folder)).toBe(
    `There is no search/index.html in ${folder}, so it is no blog that was built.`,
  );
  await write('{ "languages": {} }');
  expect(await readSearchIndex(folder)).toBe(`The search index in ${folder} has no pages.`);
  await write('no JSON');
  expect(await readSearchIndex(folder)).toBe(`The search index in ${folder} has no pages.`);
});
