import { execFile } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { openCheckedBlog, type CheckedBlog } from '../../../support/check.ts';
import { post, writeFiles, type Files } from '../../../support/content.ts';

const run = promisify(execFile);

let blog: CheckedBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

const wrong = (word: string) => post({ title: word }, `See [[no-${word}]].\n`);

/** A repository whose main branch holds a blog with a mistake of its own, and a branch that was made from it. */
async function openBranch(within = 'content') {
  blog = await openCheckedBlog({ 'posts/old.md': wrong('old') }, within);
  const { home, dir, check } = blog;
  const git = async (...args: string[]) => {
    const who = ['-c', 'user.name=Ada', '-c', 'user.email=ada@blog.example', '-c', 'commit.gpgsign=false'];
    await run('git', [...who, ...args], { cwd: home });
  };
  const commit = async () => {
    await git('add', '--all', '--', within);
    await git('commit', '--quiet', '-m', 'A change');
  };
  await git('init', '--quiet', '--initial-branch=main');
  await commit();
  await git('checkout', '--quiet', '-b', 'work');
  return { dir, git, commit, write: (files: Files) => writeFiles(dir, files), check };
}

/** The files that were spoken of. */
function filesIn(stderr: string): string[] {
  return [...stderr.matchAll(/^(\S+?):\d+:\d+ {2}/gmu)].map(([, file = '']) => file);
}

describe('npm run check -- --changed', () => {
  it('speaks of what is committed, staged, edited and new on this branch, and of nothing else', async () => {
    const { git, commit, write, check } = await openBranch();
    await write({ 'posts/committed.md': wrong('committed') });
    await commit();
    await write({ 'posts/staged.md': wrong('staged') });
    await git('add', '--all');
    await write({ 'posts/first.md': wrong('edited'), 'posts/new.md': wrong('new') });
    const expected = ['committed', 'first', 'new', 'staged'].map((name) => `content/posts/${name}.md`);
    for (const base of [['--changed'], ['--changed', 'main'], ['--changed=main']]) {
      const { code, stderr } = await check(...base);
      expect(code).toBe(1);
      expect(filesIn(stderr)).toEqual(expected);
    }
    const { stderr } = await check('--changed', 'HEAD');
    expect(filesIn(stderr)).toEqual(expected.slice(1));
  });

  it('knows a renamed file by its new name, and does not miss the old one', async () => {
    const { dir, commit, check } = await openBranch();
    await rename(join(dir, 'posts/old.md'), join(dir, 'posts/older.md'));
    await commit();
    const { stderr } = await check('--changed');
    expect(filesIn(stderr)).toEqual(['content/posts/older.md']);
  });

  it('is content when nothing was touched, whatever is wrong elsewhere', async () => {
    const { check } = await openBranch();
    expect(await check('--changed')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Checked 0 files: no problems. … s
      ",
      }
    `);
  });

  it('finds a link to a page that was touched in no file but the one that was', async () => {
    const { write, check } = await openBranch();
    await write({ 'posts/new.md': post({}, 'See [[old]] and [[first]].\n') });
    expect((await check('--changed')).code).toBe(0);
  });

  it('may be narrowed to a file or a folder', async () => {
    const { dir, write, check } = await openBranch();
    await write({
      'posts/new.md': wrong('new'),
      'pages/about.md': '---\ntitle: About\n---\n\nSee [[no-about]].\n',
    });
    const spoken = async (...args: string[]) => filesIn((await check(...args)).stderr);
    expect(await spoken('--changed', 'main', join(dir, 'posts/new.md'))).toEqual(['content/posts/new.md']);
    expect(await spoken('--changed', join(dir, 'posts/new.md'))).toEqual(['content/posts/new.md']);
    expect(await spoken('--changed=main', join(dir, 'posts/old.md'))).toEqual([]);
    expect(await spoken('--changed', 'main', join(dir, 'pages'))).toEqual(['content/pages/about.md']);
    expect(await spoken(join(dir, 'pages'), '--changed', 'main')).toEqual(['content/pages/about.md']);
  });

  it('works where the content folder lies deep in the repository', async () => {
    const { write, check } = await openBranch('blogs/harbour/content');
    await write({ 'posts/né.pdf': 'words', 'posts/new.md': wrong('new') });
    const { stderr } = await check('--changed');
    const expected = ['new.md', 'né.pdf'].map((name) => `blogs/harbour/content/posts/${name}`);
    expect(filesIn(stderr)).toEqual(expected);
  });

  it('says in a sentence that there is no such branch', async () => {
    const { check } = await openBranch();
    expect(await check('--changed', 'mian')).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "git knows no branch or commit "mian". Fetch it first, or name another: npm run check -- --changed main
      The flags are listed by: npm run check -- --help
      ",
        "stdout": "",
      }
    `);
  });

  it('takes no flag of git for a branch', async () => {
    const { check } = await openBranch();
    expect((await check('--changed=--output=/tmp/x')).stderr).toContain('git knows no branch or commit');
  });

  it('says in a sentence that there is no commit yet', async () => {
    blog = await openCheckedBlog();
    await run('git', ['init', '--quiet'], { cwd: blog.home });
    expect((await blog.check('--changed')).stderr).toMatchInlineSnapshot(`
      "--changed compares with a commit, and this repository has none yet.
      The flags are listed by: npm run check -- --help
      "
    `);
  });

  it('says in a sentence that there is no repository', async () => {
    blog = await openCheckedBlog();
    expect(await blog.check('--changed')).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "--changed asks git what was touched, and content is not in a git repository.
      The flags are listed by: npm run check -- --help
      ",
        "stdout": "",
      }
    `);
  });
});
