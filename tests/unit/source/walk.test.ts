import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkContent } from '../../../src/source/walk.ts';
import { temporaryFolder, writeFiles } from '../../support/content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

async function walk(...paths: string[]) {
  await writeFiles(folder.dir, Object.fromEntries(paths.map((path) => [path, 'x'])));
  return walkContent(folder.dir);
}

const told = ({ problems }: Awaited<ReturnType<typeof walkContent>>) =>
  problems.map(({ path, rule, message, mend }) => `${path} | ${rule}\n${message}\n${mend}`).join('\n\n');

describe('a walk through the content folder', () => {
  it('finds entries in the order of their names, and what lies beside them', async () => {
    const found = await walk(
      'posts/b.mdx',
      'posts/a/index.md',
      'posts/a/pump.webp',
      'posts/.hidden.md',
      'authors/ada.yml',
      'authors/ada.webp',
      'threads/a.json',
      'elsewhere/c.md',
    );
    expect(found).toEqual({
      entries: [
        { collection: 'posts', slug: 'a', path: 'posts/a/index.md' },
        { collection: 'posts', slug: 'b', path: 'posts/b.mdx' },
        { collection: 'authors', slug: 'ada', path: 'authors/ada.yml' },
        { collection: 'threads', slug: 'a', path: 'threads/a.json' },
      ],
      assets: ['posts/a/pump.webp', 'authors/ada.webp'],
      problems: [],
    });
  });

  it('finds nothing in an empty folder', async () => {
    expect(await walk()).toEqual({ entries: [], assets: [], problems: [] });
  });

  it('refuses names that cannot be addresses, and suggests ones that can', async () => {
    const found = await walk(
      'posts/Día 1!.md',
      'posts/a--b.md',
      'posts/...md',
      `posts/${'a'.repeat(79)}-b.md`,
      'posts/会議.md',
    );
    expect(told(found)).toMatchInlineSnapshot(`
      "posts/Día 1!.md | bad-slug
      The file name "Día 1!" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
      Rename it, for example to "dia-1".

      posts/a--b.md | bad-slug
      The file name "a--b" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
      Rename it, for example to "a-b".

      posts/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-b.md | bad-slug
      The file name "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa-b" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
      Rename it, for example to "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".

      posts/会議.md | bad-slug
      The file name "会議" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
      Rename the file."
    `);
  });

  it.each([
    ['ending', 'posts/a.md', 'posts/a.mdx'],
    ['folder', 'posts/a.md', 'posts/a/index.md'],
    ['case', 'posts/Foo.md', 'posts/foo.md'],
    ['case of the ending', 'posts/a.MD', 'posts/a.md'],
    ['Unicode form', 'posts/caf\u00e9.md', 'posts/cafe\u0301.md'],
    ['compatibility form', 'posts/\ufb01le.md', 'posts/file.md'],
  ])('refuses twins by %s', async (_kind, one, other) => {
    const twins = (await walk(one, other)).problems.filter(({ rule }) => rule === 'duplicate-slug');
    expect(twins).toHaveLength(1);
    expect(twins[0]?.message).toMatch(
      /^This file has the same address as posts\/.+, so one of them would be lost\.$/u,
    );
  });

  it('lets entries of different collections share a slug', async () => {
    expect((await walk('posts/a.md', 'pages/a.md', 'groups/a.md')).problems).toEqual([]);
  });

  it('refuses files in places from which no page is made', async () => {
    const found = await walk('posts/a/notes.md', 'posts/a/b/index.md', 'groups/circle/index.md');
    expect(found.entries).toEqual([]);
    expect(told(found)).toMatchInlineSnapshot(`
      "posts/a/b/index.md | misplaced-file
      No page is made from a file in this place.
      Name it posts/<slug>.md, or posts/<slug>/index.md with pictures beside it.

      posts/a/notes.md | misplaced-file
      No page is made from a file in this place.
      Name it posts/<slug>.md, or posts/<slug>/index.md with pictures beside it.

      groups/circle/index.md | misplaced-file
      No page is made from a file in this place.
      Put it directly into groups/."
    `);
  });

  it('does not follow symbolic links, to files or to folders', async () => {
    await writeFiles(folder.dir, { 'outside/secret.md': 'x', 'posts/real.md': 'x' });
    await symlink(join(folder.dir, 'outside/secret.md'), join(folder.dir, 'posts/secret.md'));
    await symlink(join(folder.dir, 'outside'), join(folder.dir, 'posts/folder'));
    await symlink(join(folder.dir, 'outside'), join(folder.dir, 'groups'));
    await symlink(join(folder.dir, 'nowhere'), join(folder.dir, 'site.yml'));
    const found = await walkContent(folder.dir);
    expect(found.entries.map(({ path }) => path)).toEqual(['posts/real.md']);
    expect(found.problems.map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      'groups symbolic-link',
      'site.yml symbolic-link',
      'posts/folder symbolic-link',
      'posts/secret.md symbolic-link',
    ]);
  });
});
