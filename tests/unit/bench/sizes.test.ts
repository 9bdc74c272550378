import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { measureSizes } from '../../bench/sizes.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-sizes-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(path: string, content: string): Promise<void> {
  const file = join(folder, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}

const page = `<link rel="stylesheet" href="/a.css"><link rel="canonical" href="https://x.example/posts/p/">
<script src="/plain.js"></script><script type="module" src="/code/entry.js"></script>${'<p>words</p>'.repeat(300)}`;

it('weighs what a post loads at once, and not what it loads when somebody searches', async () => {
  await write('out/posts/p/index.html', page);
  await write('out/posts/page/2/index.html', 'a list');
  await write('out/posts/old-name/index.html', 'a redirect');
  await write('out/a.css', 'a'.repeat(100));
  await write('out/plain.js', 'p'.repeat(10));
  await write('out/code/entry.js', 'import{a}from"./part.js";import("./search.js")');
  await write('out/code/part.js', 'q'.repeat(30));
  await write('out/code/search.js', 's'.repeat(5_000));
  await write('out/pagefind/index/a', 'i'.repeat(70));
  await write('out/pagefind/b', 'j'.repeat(7));
  await write('cache/astro/data-store.json', '[]');
  const sizes = await measureSizes(join(folder, 'out'), join(folder, 'cache'));
  expect(sizes).toMatchObject({
    medianPostHtml: { raw: page.length, gzip: gzipSync(page, { level: 9 }).length },
    postCss: { raw: 100 },
    postJs: { raw: 10 + 46 + 30 },
    searchIndex: 77,
    dataStore: 2,
  });
});
