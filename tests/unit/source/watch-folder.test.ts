import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { watchFolder } from '../../../src/source/watch-folder.ts';
import { temporaryFolder, writeFiles } from '../../support/content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let ending: AbortController;
let named: Set<string>;
beforeEach(async () => {
  folder = await temporaryFolder();
  ending = new AbortController();
  named = new Set();
  await writeFiles(folder.dir, {
    'content/posts/a.md': 'a',
    'content/posts/b/index.md': 'b',
    'aside/c.md': 'c',
  });
  watchFolder(at(), (path) => named.add(path), ending.signal);
});
afterEach(async () => {
  ending.abort();
  await folder.remove();
});

const at = (...names: string[]) => join(folder.dir, 'content', ...names);

/** Waits until all of these have been named. */
async function expectNamed(...paths: string[]): Promise<void> {
  await vi.waitFor(() => {
    expect([...named]).toEqual(expect.arrayContaining(paths));
  });
  named.clear();
}

it('names what is written, what comes and what goes, in folders that were there and in new ones', async () => {
  await writeFile(at('posts/a.md'), 'other');
  await expectNamed(at('posts/a.md'));
  await writeFile(at('posts/b/index.md'), 'other');
  await expectNamed(at('posts/b/index.md'));
  await mkdir(at('pages'));
  await expectNamed(at('pages'));
  await writeFile(at('pages/about.md'), 'd');
  await expectNamed(at('pages/about.md'));
  await writeFiles(folder.dir, { 'content/posts/new/deep/e.md': 'e' });
  await expectNamed(at('posts/new'), at('posts/new/deep'), at('posts/new/deep/e.md'));
  await rename(at('posts/a.md'), at('posts/f.md'));
  await expectNamed(at('posts/a.md'), at('posts/f.md'));
  await rm(at('posts/f.md'));
  await expectNamed(at('posts/f.md'));
});

it('hears of a folder that was taken away and made again', async () => {
  await rm(at('posts/b'), { recursive: true });
  await expectNamed(at('posts/b'));
  await mkdir(at('posts/b'));
  await expectNamed(at('posts/b'));
  await writeFile(at('posts/b/index.md'), 'again');
  await expectNamed(at('posts/b/index.md'));
});

it('names what is in a folder that is moved here as it is', async () => {
  await rename(join(folder.dir, 'aside'), at('posts/moved'));
  await expectNamed(at('posts/moved'), at('posts/moved/c.md'));
});

it('names no hidden file and nothing behind a link, and nothing after its end', async () => {
  await symlink(join(folder.dir, 'aside'), at('posts/link'));
  await expectNamed(at('posts/link'));
  await writeFile(at('posts/.a.md.swp'), 'hidden');
  await writeFile(join(folder.dir, 'aside/c.md'), 'aside');
  await writeFile(at('posts/a.md'), 'last');
  await vi.waitFor(() => {
    expect(named).toContain(at('posts/a.md'));
  });
  expect([...named]).toEqual([at('posts/a.md')]);
  ending.abort();
  named.clear();
  await writeFile(at('posts/a.md'), 'unheard');
  await wait(100);
  expect(named.size).toBe(0);
});
