import { expect, test } from '@playwright/test';
import { sitemapPaths } from './pages.ts';

test('every link and every fragment of every page leads somewhere', async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  const pages = new Map<string, { status: number; html: string }>();
  const load = async (path: string) => {
    const known = pages.get(path);
    if (known !== undefined) return known;
    const response = await request.get(path);
    const isPage = (response.headers()['content-type'] ?? '').startsWith('text/html');
    const loaded = { status: response.status(), html: isPage ? await response.text() : '' };
    pages.set(path, loaded);
    return loaded;
  };
  const broken: string[] = [];
  for (const path of [...(await sitemapPaths()), '/search/', '/404.html']) {
    const { html } = await load(path);
    const targets = new Set(
      [...html.matchAll(/ (?:href|src)="([^"]+)"/gu)].map(([, address = '']) => address),
    );
    for (const address of targets) {
      const url = new URL(address.replaceAll('&amp;', '&'), `${origin}${path}`);
      if (url.origin !== origin) continue;
      const target = await load(url.pathname);
      if (target.status !== 200) broken.push(`${path} → ${address}: ${String(target.status)}`);
      const id = decodeURIComponent(url.hash.slice(1));
      // What begins with a slash says which form the editor opens.
      if (id !== '' && !id.startsWith('/') && !target.html.includes(` id="${id}"`))
        broken.push(`${path} → ${address}: no such place`);
    }
  }
  expect(broken).toEqual([]);
  expect(pages.size).toBeGreaterThan(100);
});
