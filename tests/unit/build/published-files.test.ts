import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makePictures } from '../../../src/build/published-files.ts';
import { openContentFolder, type ContentFolder } from '../../../src/compile/content-folder.ts';
import { readSettings } from '../../../src/compile/settings.ts';
import { publishedFilesOf } from '../../../src/model/published.ts';
import { post, temporaryFolder, writeContent } from '../../support/content.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let home: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: ContentFolder;
let cache: string;

const picture = (background: string) =>
  sharp({ create: { width: 900, height: 300, channels: 3, background } })
    .png()
    .toBuffer();

beforeEach(async () => {
  home = await temporaryFolder();
  cache = join(home.dir, 'cache');
  const content = join(home.dir, 'content');
  const draft = post({ title: 'Not yet', draft: 'true' }, '![Blue.](blue.png)\n');
  await writeContent(content, {
    'posts/drift/index.md': post({ title: 'Drift' }, '![Teal.](teal.png) ![Red.](red.png)\n'),
    'posts/drift/teal.png': await picture('teal'),
    'posts/drift/red.png': await picture('red'),
    'posts/not-yet/index.md': draft,
    'posts/not-yet/blue.png': await picture('blue'),
  });
  const env = { CONTENT_DIR: content, WATERCOOLER_CACHE: cache, WATERCOOLER_DAY: '2026-11-22' };
  folder = await openContentFolder(readSettings(root, env, new Date()));
});
afterEach(() => home.remove());

/** The addresses of the pictures in the cache. */
async function made(): Promise<string[]> {
  const names = await readdir(join(cache, 'pictures')).catch(() => []);
  return names.map((name) => `/pictures/${name}`).sort();
}

describe('the pictures that a build makes while it makes pages', () => {
  it('are all sizes of those that are shown', async () => {
    await makePictures(folder, cache, { madeFrom: () => undefined });
    const shown = publishedFilesOf(folder.catalogue());
    expect(shown).toHaveLength(6);
    expect(await made()).toEqual(shown);
  });

  it('are not those that stand in the output', async () => {
    const [kept = '', ...others] = publishedFilesOf(folder.catalogue());
    await makePictures(folder, cache, { madeFrom: (path) => (`/${path}` === kept ? kept : undefined) });
    expect(await made()).toEqual(others);
  });

  it('stop the build when one can no longer be read', async () => {
    await rm(join(folder.dir, 'posts/drift/red.png'));
    await expect(makePictures(folder, cache, { madeFrom: () => undefined })).rejects.toThrow(/red\.png/u);
  });
});
