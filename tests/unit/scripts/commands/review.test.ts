import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openGit } from '../../../../src/source/git.ts';
import { post, writeFiles, type Files } from '../../../support/content.ts';
import {
  canaries,
  changeEverything,
  openReviewedBlog,
  type ReviewedBlog,
} from '../../../support/reviewed-blog.ts';

let blog: ReviewedBlog;
beforeAll(async () => {
  blog = await openReviewedBlog();
});
afterAll(() => blog.remove());
afterEach(async () => {
  await blog.git(['checkout', '--quiet', '--force', 'work']);
  await blog.git(['reset', '--quiet', '--hard', 'origin/main']);
  await blog.git(['clean', '--quiet', '-d', '--force']);
});

const change = (files: Files) => writeFiles(blog.content, files);
const withoutIds = (text: string) => text.replaceAll(/\b[0-9a-f]{10}\b/gu, 'COMMIT');

describe('npm run review', () => {
  it('says in a few lines what is in the report, also of what is not committed', async () => {
    await change({ 'posts/new.md': post({ title: 'New' }, 'A new post.\n'), 'posts/bell.md': null });
    const { code, stdout, stderr } = await blog.review();
    expect({ code, stderr, stdout: withoutIds(stdout) }).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "2 pages are not as before: 1 new and 1 gone.
      1 problem keeps it from being published.
      Compared COMMIT, with what is not committed yet, with where it left origin/main (COMMIT).
      The report is in CACHE/out: review.md, review.html and review.json. … s
      ",
      }
    `);
  });

  it('says so when nothing changes for readers', async () => {
    expect(withoutIds((await blog.review('--base', 'main')).stdout)).toMatchInlineSnapshot(`
      "Nothing that readers see changes.
      Compared COMMIT with where it left main (COMMIT).
      The report is in CACHE/out: review.md, review.html and review.json. … s
      "
    `);
    await writeFiles(blog.dir, { 'engine.ts': 'export const answer = 44;\n' });
    expect(withoutIds((await blog.review('--print', 'md')).stdout)).toMatchInlineSnapshot(`
      "**Look at this first.** It changes the engine and not only content: \`engine.ts\`.

      Nothing that readers see changes.

      <sub>Compared \`COMMIT\`, with what is not committed yet, with where it left \`origin/main\` (\`COMMIT\`).</sub>
      "
    `);
  });

  it('leaves nothing behind in the repository', async () => {
    await change({ 'posts/new.md': post({ title: 'New' }, 'A new post.\n') });
    await blog.review();
    expect((await blog.git(['worktree', 'list', '--porcelain'])).match(/^worktree /gmu)).toHaveLength(1);
    expect(await blog.git(['status', '--porcelain'])).toBe('?? content/posts/new.md\n');
  });

  it('shows the members of a closed group what it keeps from everybody else', async () => {
    await changeEverything(blog);
    const everybody = (await blog.review('--print', 'md')).stdout;
    const members = (await blog.review('--for', 'night-watch', '--print', 'md')).stdout;
    const found = (text: string) =>
      canaries.filter((word) => text.toLowerCase().includes(word.toLowerCase()));
    expect(found(everybody)).toEqual([]);
    expect(found(members)).toEqual(canaries);
    expect(members).toContain('For the members of `night-watch` only.');
    await blog.git(['branch', '--quiet', '--force', 'main', 'origin/main']);
  });

  it('says what to do when there is no such branch, no common commit, or too little history', async () => {
    await expect(blog.review('--base', 'nowhere')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: git knows no branch or commit "nowhere". Fetch it first, or name another: npm run review -- --base origin/main]`,
    );
    await blog.git(['checkout', '--quiet', '--orphan', 'alone']);
    await blog.commit('Alone');
    await expect(blog.review('--base', 'main')).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: "main" and the branch you are on have no common commit. A shallow clone has too little history: git fetch --unshallow]`,
    );
    await blog.git(['branch', '--quiet', '--force', 'work', 'origin/main']);
  });

  it.each([
    [['--for', 'No such'], '--for takes the slug of a group, and "No such" is none.'],
    [['--print', 'pdf'], 'There is no format "pdf". The formats are: md, html, json.'],
    [['everything'], '"review" takes the word "publish" or none, and got "everything".'],
    [
      ['--for', 'night-watch', '--pictures'],
      'There are no pictures of the pages of a closed group: leave out --pictures or --for.',
    ],
  ])('refuses %j', async (args, message) => {
    await expect(blog.review(...args)).rejects.toThrow(message);
  });
});

it('works in a clone whose history was cut off, as far as it reaches', async () => {
  const shallow = `${blog.dir}-shallow`;
  await openGit(blog.dir)(['clone', '--quiet', '--depth=1', `file://${blog.bare}`, shallow]);
  const git = openGit(shallow);
  expect((await git(['rev-parse', '--is-shallow-repository'])).trim()).toBe('true');
  const { readBranch } = await import('../../../../scripts/reviewing/branch.ts');
  expect((await readBranch(`${shallow}/content`, 'origin/main')).changes).toEqual([]);
});
