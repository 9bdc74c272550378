import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appearanceOf } from '../../../src/build/untouched.ts';
import { readSettings, type Settings } from '../../../src/compile/settings.ts';
import { openGit } from '../../../src/source/git.ts';
import { temporaryFolder } from '../../support/content.ts';

let root: string;
let remove: () => Promise<void>;
let settings: Settings;

beforeEach(async () => {
  ({ dir: root, remove } = await temporaryFolder());
  settings = readSettings(root, {}, new Date());
  for (const folder of ['src', 'content/posts', 'dist', '.cache', 'node_modules'])
    await mkdir(join(root, folder), { recursive: true });
  await write('src/page.ts', 'page');
  await write('content/posts/drift.md', 'Drift');
});
afterEach(async () => {
  vi.useRealTimers();
  await remove();
});

async function write(path: string, text: string): Promise<void> {
  await writeFile(join(root, path), text);
}

/** As it is told an hour later, when no file is new any more. */
async function laterOn(some = settings): Promise<string | undefined> {
  vi.setSystemTime(Date.now() + 3_600_000);
  const appearance = await appearanceOf(some);
  vi.useRealTimers();
  return appearance;
}

describe('the appearance of what a build is made from', () => {
  it('is the same while nothing is touched', async () => {
    const before = await laterOn();
    expect(before).toBeDefined();
    expect(await laterOn()).toBe(before);
  });

  it.each([
    ['a post is saved, with as many letters', () => write('content/posts/drift.md', 'Draft')],
    ['a post is added', () => write('content/posts/names.md', 'Names')],
    ['a post is taken away', () => rm(join(root, 'content/posts/drift.md'))],
    [
      'a post is renamed',
      () => rename(join(root, 'content/posts/drift.md'), join(root, 'content/posts/drifts.md')),
    ],
    ['the engine is changed', () => write('src/page.ts', 'pages')],
    ['the configuration is changed', () => write('astro.config.mjs', '')],
    [
      'the owners are changed',
      () => mkdir(join(root, '.github')).then(() => write('.github/CODEOWNERS', '*')),
    ],
    [
      'a repository is begun',
      async () => {
        await openGit(root)(['init', '--quiet']);
      },
    ],
  ])('is another when %s', async (_what, touch) => {
    const before = await laterOn();
    await touch();
    expect(await laterOn()).not.toBe(before);
  });

  it('is another when a file behind a link is changed, and links may lead around', async () => {
    const other = await temporaryFolder();
    await writeFile(join(other.dir, 'names.md'), 'Names');
    await symlink(other.dir, join(root, 'content/pages'));
    await symlink(root, join(root, 'content/around'));
    const before = await laterOn();
    await writeFile(join(other.dir, 'names.md'), 'Other names');
    expect(await laterOn()).not.toBe(before);
    await other.remove();
  });

  it('is another after a commit of what stood there', async () => {
    const git = openGit(root);
    await git(['init', '--quiet']);
    await git(['config', 'user.name', 'Zofia Wiśniewska']);
    await git(['config', 'user.email', 'zofia@kestrelquay.example']);
    await git(['add', 'content']);
    const before = await laterOn();
    await git(['commit', '--quiet', '--message=Write']);
    expect(await laterOn()).not.toBe(before);
  });

  it('is another for a preview', async () => {
    expect(await laterOn({ ...settings, preview: true })).not.toBe(await laterOn());
  });

  it('does not heed what builds and tools make', async () => {
    const before = await laterOn();
    for (const folder of ['dist', '.cache', 'node_modules']) await write(`${folder}/made.html`, 'Made');
    expect(await laterOn()).toBe(before);
  });

  it('says nothing while a file is so new that it could be written again at the same time', async () => {
    expect(await appearanceOf(settings)).toBeUndefined();
  });
});
