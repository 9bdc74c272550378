import { expect, test } from '@playwright/test';
import { access } from 'node:fs/promises';
import { builtFile, sitemapPaths } from './pages.ts';

const repository = new URL('../../', import.meta.url);
const editLink =
  / href="https:\/\/github\.com\/kestrel-quay\/watercooler\/edit\/main\/([^"]+)"[^>]*>Edit this page</gu;
// Pages that the engine makes from everything at once, or from a discussion on the forge.
const withoutFile =
  /^\/(?:|(?:posts|tags|authors|groups|paths)\/|posts\/page\/.*|archive\/.*|questions\/.*|(?:tags|groups)\/[^/]+\/questions\/.*|search\/|write\/.*)$/u;

test('"Edit this page" leads to a file that exists, on every page that is made from one', async () => {
  const lost: string[] = [];
  const files = new Set<string>();
  for (const path of await sitemapPaths()) {
    const html = (await builtFile(`${path.slice(1)}index.html`)).toString();
    const [file, ...others] = [...html.matchAll(editLink)].map(([, name = '']) => decodeURIComponent(name));
    if ((file === undefined) !== withoutFile.test(path) || others.length > 0) lost.push(path);
    if (file === undefined) continue;
    files.add(file);
    await access(new URL(file, repository)).catch(() => lost.push(`${path} → ${file}`));
  }
  expect(lost).toEqual([]);
  expect(files.size).toBeGreaterThan(80);
});
