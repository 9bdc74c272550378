import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from './statistics.ts';

/** Bytes as they are, and as they are sent. */
export interface Weight {
  raw: number;
  gzip: number;
}

/** What readers load, and what the build stores. */
export interface Sizes {
  /** Of the posts of the site. */
  medianPostHtml: Weight;
  /** What the page of a post loads besides itself, its fonts and its pictures. */
  postCss: Weight;
  /** Without search, which is loaded when somebody searches. */
  postJs: Weight;
  searchIndex: number;
  /** Astro's data store, which is read and written whole at every build. */
  dataStore: number;
}

// Enough for a median; compressing ten thousand pages would take longer than building a hundred.
const mostPages = 500;

/** Measures a built site. */
export async function measureSizes(out: string, cache: string): Promise<Sizes> {
  const posts = await postPages(out);
  const step = Math.max(1, Math.floor(posts.length / mostPages));
  const sample = posts.filter((_, index) => index % step === 0);
  const pages = await Promise.all(sample.map((file) => readFile(file)));
  const weights = pages.map(weightOf);
  const css = new Set<string>();
  const js = new Set<string>();
  const typical = pages.toSorted((a, b) => a.length - b.length).at(Math.floor(pages.length / 2));
  const html = typical?.toString('utf8') ?? '';
  for (const [tag] of html.matchAll(/<(?:link|script)\b[^>]*>/gu)) {
    const address = /\s(?:href|src)="?([^\s">]+)/u.exec(tag)?.[1];
    if (address === undefined || !address.startsWith('/')) continue;
    if (/rel="?stylesheet/u.test(tag)) css.add(address);
    if (tag.startsWith('<script') || /rel="?modulepreload/u.test(tag)) await addModule(out, address, js);
  }
  return {
    medianPostHtml: {
      raw: median(weights.map(({ raw }) => raw)),
      gzip: median(weights.map(({ gzip }) => gzip)),
    },
    postCss: await weightOfFiles(out, css),
    postJs: await weightOfFiles(out, js),
    searchIndex: await folderSize(join(out, 'pagefind')),
    dataStore: await fileSize(join(cache, 'astro', 'data-store.json')),
  };
}

async function postPages(out: string): Promise<string[]> {
  const items = await readdir(join(out, 'posts'), { withFileTypes: true });
  const folders = items.filter((item) => item.isDirectory() && item.name !== 'page');
  const files = folders.map(({ name }) => join(out, 'posts', name, 'index.html')).sort();
  const texts = await Promise.all(files.map(async (file) => ({ file, size: await fileSize(file) })));
  // The pages of renamed posts only redirect.
  return texts.filter(({ size }) => size > 2_000).map(({ file }) => file);
}

/** Adds a module and everything that it imports at once; what it imports later is not part of loading the page. */
async function addModule(out: string, address: string, found: Set<string>): Promise<void> {
  if (found.has(address)) return;
  const text = await readFile(join(out, address), 'utf8').catch(() => undefined);
  if (text === undefined) return;
  found.add(address);
  for (const [, name = ''] of text.matchAll(/\b(?:from|import)\s*["']([^"']+\.js)["']/gu))
    await addModule(out, new URL(name, new URL(address, 'http://site.example')).pathname, found);
}

async function weightOfFiles(out: string, addresses: ReadonlySet<string>): Promise<Weight> {
  const weights = await Promise.all(
    [...addresses].map(async (path) => weightOf(await readFile(join(out, path)))),
  );
  const sum = (part: keyof Weight) => weights.reduce((total, weight) => total + weight[part], 0);
  return { raw: sum('raw'), gzip: sum('gzip') };
}

function weightOf(bytes: Buffer): Weight {
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
}

async function folderSize(folder: string): Promise<number> {
  const items = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = items.filter((item) => item.isFile());
  const sizes = await Promise.all(files.map(({ parentPath, name }) => fileSize(join(parentPath, name))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function fileSize(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  );
}
