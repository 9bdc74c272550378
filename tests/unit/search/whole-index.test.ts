import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readTable, unpack } from '../../../src/search/index-files.ts';
import { closeIndexing, growIndex } from '../../../src/search/index-process.ts';
import { joinIndex } from '../../../src/search/joined-index.ts';
import { pageToIndex } from '../../../src/search/pages-to-index.ts';
import { filterPath, fragmentPath, wordsPath } from '../../../src/search/readable-index.ts';
import { temporaryFolder } from '../../support/content.ts';
import { editedBlog } from '../../support/edited-pages.ts';
import { indexedPage, writeIndex, type MarkedPage } from '../../support/search-index.ts';

let dir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dir, remove } = await temporaryFolder()));
afterEach(async () => {
  vi.unstubAllEnvs();
  await closeIndexing();
  await remove();
});

type Files = ReadonlyMap<string, Uint8Array>;

/** What Pagefind makes of all pages in one go. */
async function atOnce(pages: readonly MarkedPage[]): Promise<Files> {
  const index = await growIndex('en-gb');
  for (const { path, html } of pages) {
    const page = pageToIndex(path, html).prepared();
    if (page !== undefined) await index.add(path, page.content);
  }
  return index.files();
}

async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const files = paths.map(async (path) => [path.slice(folder.length + 1), await readFile(path)] as const);
  return new Map(await Promise.all(files));
}

/** All that an index says, without the names of its files. */
function saidBy(files: Files) {
  const bytesOf = (path: string) => unpack(files.get(path) ?? new Uint8Array()).toString('latin1');
  const path = [...files.keys()].find((name) => name.endsWith('.pf_meta')) ?? '';
  const { pages, chunks, filters, fields, version } = readTable(unpack(files.get(path) ?? new Uint8Array()));
  const entry = JSON.parse(Buffer.from(files.get('pagefind-entry.json') ?? []).toString()) as {
    languages: Record<string, { hash: string }>;
  };
  const { hash, ...rest } = entry.languages['en-gb'] ?? {};
  return {
    ...{
      version,
      fields,
      entry: { ...entry, languages: rest },
      isNamed: path === `pagefind.${hash}.pf_meta`,
    },
    pages: pages.map(({ id, words }) => [words, bytesOf(fragmentPath(id))]),
    words: chunks.map(({ id, ...range }) => ({ ...range, bytes: bytesOf(wordsPath(id)) })),
    filters: filters.map(({ filter, id }) => [filter, bytesOf(filterPath(id))]).sort(),
  };
}

it('is what Pagefind makes of all pages at once', async () => {
  vi.stubEnv('PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE', '400');
  const fact = '<span data-pagefind-meta="aside:Something on this page only"></span>';
  const last = indexedPage('last', { title: 'Last of all', body: '<p>The café closes.</p>', facts: fact });
  const pages = [...editedBlog('whole', 270).pages(), last];
  const expected = saidBy(await atOnce(pages));
  expect(expected.words.length).toBeGreaterThan(10);
  await writeIndex(dir, pages);
  expect(saidBy(await filesIn(join(dir, 'pagefind')))).toEqual(expected);
});

it('names a page otherwise when one of another part has its name', async () => {
  const page = (text: string) => [indexedPage('drift', { title: 'Drift', body: `<p>${text}</p>` })];
  const [one, other] = [await atOnce(page('The glider drifts.')), await atOnce(page('The glider sinks.'))];
  const name = (files: Files) => [...files.keys()].find((path) => path.startsWith('fragment/')) ?? '';
  const alike = new Map(
    [...one].map(([path, bytes]) => [path, path === name(one) ? (other.get(name(other)) ?? bytes) : bytes]),
  );
  const files = new Map<string, Buffer>();
  const index = joinIndex('en-gb', (path, bytes) => files.set(path, Buffer.from(bytes)));
  await index.add(one);
  await index.add(alike);
  await index.finish();
  const [first, second] = saidBy(files).pages;
  expect(first?.join()).toContain('drifts');
  expect(second?.join()).toContain('sinks');
});
