import { expect, test } from '@playwright/test';
import { gzipSync } from 'node:zlib';
import { builtFile, sitemapPaths } from './pages.ts';

const kilobyte = 1000;

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** The addresses that an attribute of some element has in a page. */
function addresses(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, address = '']) => address);
}

async function gzippedSize(paths: Iterable<string>): Promise<number> {
  const sizes = await Promise.all(
    [...paths].map(async (path) => gzipSync(await builtFile(path.replace(/^\//u, ''))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test('the median post stays within its weight', async () => {
  const html: number[] = [];
  const css: number[] = [];
  const js: number[] = [];
  for (const path of (await sitemapPaths()).filter((page) => /^\/posts\/(?!page)[^/]+\/$/u.test(page))) {
    const page = (await builtFile(`${path.slice(1)}index.html`)).toString();
    html.push(gzipSync(page).length);
    css.push(await gzippedSize(addresses(page, /<link rel="stylesheet" href="([^"]+)"/gu)));
    js.push(await gzippedSize(await withImports(addresses(page, /<script[^>]* src="([^"]+)"/gu))));
  }
  expect(html.length).toBeGreaterThan(40);
  expect(median(html)).toBeLessThanOrEqual(20 * kilobyte);
  expect(median(css)).toBeLessThanOrEqual(15 * kilobyte);
  expect(median(js)).toBeLessThanOrEqual(10 * kilobyte);
});

test('the button to join a conversation has 2 kB of script, with all that it needs before the click', async () => {
  const page = (await builtFile('posts/cameras-on-or-off/index.html')).toString();
  const [button, ...others] = addresses(page, /<script[^>]* src="([^"]*LiveConversation[^"]+)"/gu);
  expect(others).toEqual([]);
  const needed = await withImports(button === undefined ? [] : [button]);
  expect([...needed].join(' ')).not.toMatch(/giscus|live-conversation/u);
  const size = await gzippedSize(needed);
  expect(size).toBeGreaterThan(500);
  expect(size).toBeLessThanOrEqual(2 * kilobyte);
});

test('the editor is loaded on its own page and nowhere else, in 650 kB of script', async () => {
  const editor = (await builtFile('write/editor/index.html')).toString();
  // The editor, and what shows the steps for the first time.
  const scripts = addresses(editor, /<script[^>]* src="([^"]+)"/gu);
  expect(scripts.length).toBe(2);
  expect(await gzippedSize(scripts)).toBeLessThanOrEqual(650 * kilobyte);
  const paths = await sitemapPaths();
  expect(paths.filter((path) => path.startsWith('/write/editor'))).toEqual([]);
  for (const path of [...paths, '/search/', '/404.html']) {
    const file = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
    expect((await builtFile(file)).toString(), path).not.toMatch(/sveltia|rel="(?:prefetch|prerender)"/u);
  }
  expect(editor).toContain('<meta name="robots" content="noindex">');
  expect(editor).not.toContain('data-pagefind-body');
});

/** Scripts with the modules they import at once; what is imported later, on a click, is not part of the page. */
async function withImports(scripts: readonly string[]): Promise<Set<string>> {
  const found = new Set(scripts);
  for (const script of found) {
    const source = (await builtFile(script.slice(1))).toString();
    for (const [, name = ''] of source.matchAll(/from\s*["']\.\/([^"']+)["']/gu))
      found.add(`/_astro/${name}`);
    for (const [, name = ''] of source.matchAll(/\bimport\s*["']\.\/([^"']+)["']/gu))
      found.add(`/_astro/${name}`);
  }
  return found;
}

test('nothing but the theme choice stands in the way of the first paint, and nothing is inline', async () => {
  expect((await builtFile('theme.js')).length).toBeLessThanOrEqual(300);
  for (const path of await sitemapPaths()) {
    const page = (await builtFile(`${path.slice(1)}index.html`)).toString();
    const scripts = [...page.matchAll(/<script\b([^>]*)>/gu)].map(([, attributes = '']) => attributes);
    const blocking = scripts.filter(
      (attributes) => !/type="(?:module|application\/ld\+json)"/u.test(attributes),
    );
    expect(blocking, path).toEqual([' src="/theme.js"']);
    const inline = scripts.filter(
      (attributes) => !attributes.includes(' src=') && !attributes.includes('ld+json'),
    );
    expect(inline, path).toEqual([]);
    expect(page, path).not.toMatch(/<style\b|\sstyle="|\son[a-z]+="/u);
  }
});
