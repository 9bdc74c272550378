import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import * as owners from '../../../../scripts/commands/owners.ts';
import * as rename from '../../../../scripts/commands/rename.ts';
import { approversIn } from '../../../../scripts/reviewing/code-owners.ts';
import { ownersProblems } from '../../../../src/compile/owners-problems.ts';
import { formatProblems } from '../../../../src/model/problem.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { post, type Files } from '../../../support/content.ts';
import { openWritingBlog, type WritingBlog } from '../../../support/writing-blog.ts';

let blog: WritingBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

const site = (rest = '  maintainers: [quay/editors]\n', kind = 'github') =>
  `name: The Harbour Log\npurpose: What we learned.\nurl: https://blog.example\nforge:\n  kind: ${kind}\n  url: https://forge.example\n  repository: quay/blog\n${rest}`;
const files: Files = {
  'site.yml': site(),
  'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\nlogin: ada-b\n',
  'authors/bo.yml': 'name: Bo\nrole: Trainer\n',
  'posts/second/index.md': post({ authors: '[bo]' }),
};
const list = '.github/CODEOWNERS';

/** What the check says about the list. */
async function stale({ home }: WritingBlog): Promise<string> {
  const dir = join(home, 'content');
  const problems = await ownersProblems(await readContent({ dir, label: 'content' }), { dir, root: home });
  return problems.length === 0 ? '' : formatProblems(problems);
}

describe('npm run owners', () => {
  it('writes the list where the forge looks for it, once, and says whom it cannot name', async () => {
    blog = await openWritingBlog(files);
    const dry = await blog.run(owners, ['--dry-run']);
    expect((await blog.files())[list]).toBeUndefined();
    expect(await blog.run(owners, [])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Wrote .github/CODEOWNERS: 4 lines.
      content/authors/bo.yml has no login that a forge could know, so 1 file went to others: posts/second/index.md
      ",
      }
    `);
    expect((await blog.files())[list]).toMatchInlineSnapshot(`
      "# Made by "npm run owners" from content/: do not edit by hand.
      # A new post needs no line: the maintainers are asked until this file is made again.
      * @quay/editors
      /content/posts/first.md @ada-b @quay/editors
      "
    `);
    expect(dry.stdout).toBe((await blog.files())[list]);
    expect((await blog.run(owners, [])).stdout.split('\n')[0]).toMatchInlineSnapshot(
      `".github/CODEOWNERS was up to date."`,
    );
    expect(await stale(blog)).toBe('');
  });

  it('says what is missing, and what the forge would read instead', async () => {
    blog = await openWritingBlog({ ...files, 'site.yml': site('', 'gitea') });
    await blog.write({ CODEOWNERS: '.* @somebody\n' });
    expect((await blog.run(owners, [])).stdout).toMatchInlineSnapshot(`
      "Wrote .gitea/CODEOWNERS: 2 lines.
      content/authors/bo.yml has no login that a forge could know, so 1 file went to others: posts/second/index.md
      Nobody is asked about the engine and about new posts: add "maintainers" to the forge in content/site.yml.
      The forge reads CODEOWNERS and not .gitea/CODEOWNERS: take one of them away.
      "
    `);
  });

  it('leaves a list alone that somebody keeps', async () => {
    blog = await openWritingBlog(files);
    await blog.write({ [list]: '* @somebody\n' });
    expect(await stale(blog)).toBe('');
    expect(await blog.run(owners, [])).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "Somebody keeps .github/CODEOWNERS by hand: it does not begin as this command writes it. To write over it: npm run owners -- --replace
      Nothing was written.
      ",
        "stdout": "",
      }
    `);
    expect((await blog.run(owners, ['--replace'])).code).toBe(0);
    expect((await blog.files())[list]).toContain('@quay/editors');
  });

  it('writes nothing without a forge, or while nobody can know who answers', async () => {
    blog = await openWritingBlog();
    expect((await blog.run(owners, [])).stderr).toMatchInlineSnapshot(`
      "content/site.yml names no forge, so nobody would read a list of owners.
      Nothing was written.
      "
    `);
    await blog.write({ 'content/site.yml': site(), 'content/authors/ada.yml': 'name: [\n' });
    expect((await blog.run(owners, [])).stderr).toMatchInlineSnapshot(`
      "content/posts, authors or groups hold a file that cannot be read, so nobody knows who answers for it. Mend it first: npm run check
      Nothing was written.
      "
    `);
  });
});

describe('the check of the list', () => {
  it('says which line is stale, and is content with new posts', async () => {
    blog = await openWritingBlog(files);
    await blog.run(owners, []);
    await blog.write({ 'content/posts/third.md': post() });
    expect(await stale(blog)).toBe('');
    await blog.write({
      'content/authors/bo.yml': 'name: Bo\nrole: Trainer\nlogin: bo\n',
      'content/posts/first.md': post({ owner: 'bo' }),
    });
    expect(await stale(blog)).toMatchInlineSnapshot(`
      ".github/CODEOWNERS:4:1  stale-owners
        This line says "/content/posts/first.md @ada-b @quay/editors", and the content says "/content/posts/first.md @bo @quay/editors".
        Make the list again: npm run owners

      1 problem in 1 file. Nothing was published."
    `);
    await blog.run(owners, []);
    expect(await stale(blog)).toBe('');
  });

  it('is silent about a blog whose content lies elsewhere', async () => {
    blog = await openWritingBlog(files);
    const dir = join(blog.home, 'content');
    await blog.write({ [list]: '# Made by "npm run owners" from content/: do not edit by hand.\n* @evil\n' });
    expect(await stale(blog)).toContain('stale-owners');
    const source = await readContent({ dir, label: 'content' });
    expect(await ownersProblems(source, { dir, root: join(blog.home, 'engine') })).toEqual([]);
  });

  it('has nothing to say after a renaming', async () => {
    blog = await openWritingBlog(files);
    await blog.run(owners, []);
    const { stdout } = await blog.run(rename, ['first', 'new']);
    expect(stdout).toContain('.github/CODEOWNERS names the new place.\n');
    expect((await blog.files())[list]).toContain('/content/posts/new.md @ada-b @quay/editors\n');
    expect(await stale(blog)).toBe('');
  });
});

it('finds the list of the sample blog as the content has it (else: npm run owners)', async () => {
  const root = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/\/$/u, '');
  const dir = join(root, 'content');
  expect(await ownersProblems(await readContent({ dir, label: 'content' }), { dir, root })).toEqual([]);
  const approvers = approversIn(await readFile(join(root, list), 'utf8'));
  expect(approvers('content/posts/what-drift-looks-like/drift.webp')).toEqual(
    approvers('content/posts/what-drift-looks-like/index.md'),
  );
  expect(approvers('content/posts/what-drift-looks-like/index.md')).toEqual([
    '@ines-carvalho',
    '@kestrel-quay/editors',
  ]);
  expect(approvers('content/posts/not-there-yet.md')).toEqual(['@kestrel-quay/editors']);
});
