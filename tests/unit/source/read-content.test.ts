import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatProblems } from '../../../src/model/problem.ts';
import { digestOf } from '../../../src/source/digest.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { post, temporaryFolder, writeContent, type Files } from '../../support/content.ts';
import { threadFile } from '../../support/entries.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function read(changes: Files = {}) {
  await writeContent(folder.dir, changes);
  return readContent({ dir: folder.dir, label: 'content' });
}

describe('the content folder', () => {
  it('is read whole, and the redirects may be absent', async () => {
    const { site, tags, redirects, posts, authors, problems } = await read();
    expect(problems).toEqual([]);
    expect(site?.data.name).toBe('The Harbour Log');
    expect(tags.data.tags.map(({ slug }) => slug)).toEqual(['tools']);
    expect(redirects.data.redirects).toEqual({});
    expect(posts.map(({ slug, path, bodyLine }) => ({ slug, path, bodyLine }))).toEqual([
      { slug: 'first', path: 'posts/first.md', bodyLine: 7 },
    ]);
    expect(authors.map(({ data }) => data.name)).toEqual(['Ada Berg']);
  });

  it('may start its files with a byte order mark', async () => {
    const { posts, problems } = await read({ 'posts/first.md': `\uFEFF${post()}` });
    expect(problems).toEqual([]);
    expect(posts).toHaveLength(1);
  });

  it('needs a site.yml and a tags.yml', async () => {
    const { problems } = await read({ 'site.yml': null, 'tags.yml': null });
    expect(formatProblems(problems)).toMatchInlineSnapshot(`
      "content/site.yml:1:1  missing-file
        There is no site.yml in the content folder.
        Create it; the sample blog that comes with Watercooler shows what it holds.

      content/tags.yml:1:1  missing-file
        There is no tags.yml in the content folder.
        Create it; the sample blog that comes with Watercooler shows what it holds.

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('is read on after a mistake, so that all are told at once', async () => {
    const { posts, problems } = await read({
      'posts/Bad Name.md': post({ draft: 'maybe' }),
      'posts/b.md': post({ date: '2026-02-30', tittle: 'x' }),
      'posts/c.md': '---\ntitle: "x\n---\n',
      'authors/bo.yml': 'name: Bo\nrole:\n',
    });
    expect(posts.map(({ slug }) => slug)).toEqual(['first']);
    expect(
      problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`).sort(),
    ).toEqual([
      'content/authors/bo.yml:2:1 missing-field',
      'content/posts/Bad Name.md:1:1 bad-slug',
      'content/posts/Bad Name.md:6:8 bad-value',
      'content/posts/b.md:3:7 bad-date',
      'content/posts/b.md:6:1 unknown-field',
      'content/posts/c.md:2:8 malformed-yaml',
    ]);
  });

  it('places a problem in a thread copied as JSON', async () => {
    const thread = { ...threadFile(), number: 0 };
    const { problems } = await read({
      'threads/first.json': JSON.stringify(thread, null, 2),
      'threads/b.json': '{"id": ',
    });
    expect(
      problems.map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`).sort(),
    ).toEqual(['content/threads/b.json:1:1 malformed-json', 'content/threads/first.json:3:13 bad-value']);
  });
});

describe('a digest', () => {
  it('changes with the text, and with where one text ends and the next begins', () => {
    expect(digestOf('ab', 'c')).toBe(digestOf('ab', 'c'));
    expect(
      new Set([digestOf('ab', 'c'), digestOf('a', 'bc'), digestOf('abc'), digestOf('abc', '')]).size,
    ).toBe(4);
  });
});
