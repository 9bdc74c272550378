import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { expect } from '@playwright/test';
import { close, listen } from '../../scripts/adapters/listen.ts';
import { readBuiltSite } from '../../scripts/adapters/site-files.ts';
import { createStaticServer } from '../../scripts/adapters/static-server.ts';
import { writeIndexFiles } from '../../src/search/index-output.ts';
import { updateIndex } from '../../src/search/update-index.ts';
import { temporaryFolder } from '../support/content.ts';
import { test as base } from './pages/test.ts';

/** The sample blog after an edit: a sentence was written into a post, its topic is another, and a post is new. */
interface EditedBlog {
  origin: string;
}

const edited = 'posts/names-that-sort/index.html';
const added = 'posts/names-of-whales/index.html';

const test = base.extend<object, { blog: EditedBlog }>({
  baseURL: async ({ blog }, use) => use(blog.origin),
  blog: [
    async ({}, use) => {
      const { dir, remove } = await temporaryFolder();
      const site = join(dir, 'site');
      await cp(resolve('dist'), site, { recursive: true });
      const index = async () => {
        await rm(join(site, 'pagefind'), { recursive: true });
        const files = (await readdir(site, { recursive: true })).filter((file) => file.endsWith('.html'));
        const outcome = await updateIndex({
          pages: {
            all: files.map((file) => file.split(sep).join('/')),
            read: (path) => readFile(join(site, path), 'utf8'),
          },
          newest: [],
          synonyms: [],
          cacheDir: join(dir, 'cache'),
          made: 'today',
        });
        writeIndexFiles(outcome.files, join(site, 'pagefind'));
        return outcome;
      };
      expect(await index()).toMatchObject({ how: 'whole' });
      const html = await readFile(join(site, edited), 'utf8');
      const retagged = html.replace(
        'data-pagefind-filter="tag:note-taking"',
        'data-pagefind-filter="tag:calibration"',
      );
      expect(retagged).not.toBe(html);
      await writeFile(join(site, edited), retagged.replaceAll('folder', 'drawer of zebrafish hexameters'));
      await mkdir(join(site, added, '..'));
      await writeFile(join(site, added), html.replaceAll('Names that sort', 'Names of whales'));
      expect(await index()).toMatchObject({ how: 'delta', changed: 2 });

      const server: Server = createStaticServer(await readBuiltSite(site, resolve('content')));
      const address = await listen(server, 0, '127.0.0.1');
      if ('refused' in address) throw new Error(`The edited blog could not be served: ${address.refused}`);
      await use({ origin: `http://127.0.0.1:${address.port}` });
      await close(server);
      await remove();
    },
    { scope: 'worker' },
  ],
});

test('finds the words of an edit, and marks them', async ({ search }) => {
  await search.open('zebrafish hexameters');
  await expect(search.status).toHaveText('1 result for “zebrafish hexameters”.');
  await expect(search.titles).toHaveText('Names that sort');
  await expect(search.results.locator('mark').first()).toHaveText('zebrafish');
});

test('finds what was not edited, and a page that is new', async ({ search }) => {
  await search.open('calibrating the Sandpiper');
  await expect(search.titles.first()).toHaveText('Calibrating the Sandpiper in ten steps');
  await search.open('names of whales');
  await expect(search.titles.first()).toHaveText('Names of whales');
});

test('does not find a post by the words that it has lost', async ({ search }) => {
  await search.open('drawer');
  await expect(search.result('Names that sort')).toBeVisible();
  await search.open('folder');
  await expect(search.status).toHaveText(/^\d+ results? for “folder”/u);
  await expect(search.result('Names of whales')).toBeVisible();
  await expect(search.result('Names that sort')).toHaveCount(0);
});

test('filters and counts by the topics of now', async ({ page, search }) => {
  await search.open('names that sort');
  await expect(search.filter('Topic', 'Calibration')).toBeVisible();
  await page.goto('/search/?q=zebrafish&tag=calibration');
  await expect(search.titles).toHaveText('Names that sort');
  await page.goto('/search/?q=zebrafish&tag=note-taking');
  await expect(search.status).toHaveText('Nothing found for “zebrafish” with these filters.');
});

test('asks for two small files more than without an edit', async ({ page, search }) => {
  const files: string[] = [];
  page.context().on('request', (request) => files.push(new URL(request.url()).pathname));
  page.on('request', (request) => files.push(new URL(request.url()).pathname));
  await search.open('zebrafish');
  await expect(search.titles).toHaveText('Names that sort');
  const more = files.filter((file) => /\.pf_delta$|merging\.js$/u.test(file));
  expect(new Set(more).size).toBe(2);
});

test.describe('when the delta cannot be loaded', () => {
  test.use({ expectedErrors: /Failed to load|net::ERR_FAILED/u });

  test('nothing is found instead of something old, and the next try asks again', async ({ page, search }) => {
    await page.context().route('**/*.pf_delta', (route) => route.abort());
    await search.open('zebrafish');
    await expect(search.status).toHaveText('Nothing found for “zebrafish”.');
    await page.context().unroute('**/*.pf_delta');
    await search.field.press('Enter');
    await expect(search.titles).toHaveText('Names that sort');
  });
});
