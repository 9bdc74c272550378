import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revisionDays } from '../../../src/source/git-history.ts';
import { temporaryFolder, writeFiles, type Files } from '../../support/content.ts';

const run = promisify(execFile);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function git(day: string, ...args: string[]): Promise<void> {
  const date = `${day}T12:00:00+00:00`;
  await run(
    'git',
    ['-c', 'user.name=Ada', '-c', 'user.email=ada@blog.example', '-c', 'commit.gpgsign=false', ...args],
    {
      cwd: folder.dir,
      env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    },
  );
}

async function commit(day: string, files: Files): Promise<void> {
  await writeFiles(folder.dir, files);
  await git(day, 'add', '--all');
  await git(day, 'commit', '--quiet', '--message', 'Change');
}

const days = async (dir = join(folder.dir, 'content')) => Object.fromEntries(await revisionDays(dir));

describe('the history of a content folder', () => {
  beforeEach(() => git('2026-01-01', 'init', '--quiet', '--initial-branch=main'));

  it('says nothing about a file that was only added', async () => {
    await commit('2026-01-01', { 'content/posts/a.md': 'one' });
    expect(await days()).toEqual({});
  });

  it('says the day of the last change, by the path within the folder', async () => {
    await commit('2026-01-01', {
      'content/posts/a.md': 'one',
      'content/posts/b.md': 'one',
      'outside.md': 'one',
    });
    await commit('2026-02-02', { 'content/posts/a.md': 'two' });
    await commit('2026-03-03', { 'content/posts/a.md': 'three', 'outside.md': 'two' });
    expect(await days()).toEqual({ 'posts/a.md': '2026-03-03' });
  });

  it('knows names with spaces and letters beyond ASCII', async () => {
    const names = ['content/posts/a b/mäp 会議.webp', 'content/posts/it\u2019s.md'];
    await commit('2026-01-01', Object.fromEntries(names.map((name) => [name, 'one'])));
    await commit('2026-02-02', Object.fromEntries(names.map((name) => [name, 'two'])));
    expect(await days()).toEqual({
      'posts/a b/mäp 会議.webp': '2026-02-02',
      'posts/it\u2019s.md': '2026-02-02',
    });
  });

  it('starts anew for a file that was deleted and written again', async () => {
    await commit('2026-01-01', { 'content/posts/a.md': 'one' });
    await commit('2026-02-02', { 'content/posts/a.md': 'two' });
    await commit('2026-03-03', { 'content/posts/a.md': null });
    await commit('2026-04-04', { 'content/posts/a.md': 'four' });
    expect(await days()).toEqual({});
  });

  it('takes a renamed file for a new one', async () => {
    await commit('2026-01-01', { 'content/posts/a.md': 'one' });
    await commit('2026-02-02', { 'content/posts/a.md': null, 'content/posts/b.md': 'one' });
    expect(await days()).toEqual({});
  });

  it('is not guessed in a shallow clone, where every file looks new', async () => {
    await commit('2026-01-01', { 'content/posts/a.md': 'one' });
    await commit('2026-02-02', { 'content/posts/a.md': 'two' });
    await git('2026-02-02', 'clone', '--quiet', '--depth=1', `file://${folder.dir}`, 'copy');
    expect(await days(join(folder.dir, 'copy/content'))).toEqual({});
  });
});

describe('without a history', () => {
  it('nothing is known: outside a repository, before the first commit, in a folder that is not there', async () => {
    await writeFiles(folder.dir, { 'content/posts/a.md': 'one' });
    expect(await days()).toEqual({});
    await git('2026-01-01', 'init', '--quiet');
    expect(await days()).toEqual({});
    expect(await days(join(folder.dir, 'nowhere'))).toEqual({});
  });

  it('nothing is known without git', async () => {
    const missing = () => Promise.reject(new Error('spawn git ENOENT'));
    expect(await revisionDays(folder.dir, missing)).toEqual(new Map());
  });
});
