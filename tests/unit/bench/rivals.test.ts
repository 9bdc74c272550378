import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authors } from '../../bench/company.ts';
import { writeBlog, type InventedBlog } from '../../bench/measured-builds.ts';
import { measureRival, prepareRival, type Rival } from '../../bench/rivals.ts';
import type { Rows } from '../../bench/rows.ts';
import { fakeWorld } from '../../support/fake-world.ts';

let folder = '';
let blog: InventedBlog;
const { world } = fakeWorld({ cwd: process.cwd(), env: { PATH: '/no/such/folder' } });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-rivals-'));
  blog = await writeBlog(folder, { posts: 20, words: 60, seed: 1 }, world);
});
afterEach(() => rm(folder, { recursive: true }));

describe('another generator', () => {
  it.each([
    [
      'hugo' as const,
      'Hugo is left out. There is no program "hugo" here. Install it, such as with "apt-get install -y hugo" or "brew install hugo".',
    ],
    [
      'eleventy' as const,
      'Eleventy is left out. There is no program "npm" here. npm has to reach its registry: "npm view @11ty/eleventy version" says whether it does.',
    ],
  ])('called %s is left out where it cannot be had, and it is said how to get it', async (name, message) => {
    expect(await prepareRival(name, join(folder, name), blog, world)).toBe(message);
  });

  it('is given its theme, the same posts, their pictures, and what tags and authors are called', async () => {
    const project = join(folder, 'hugo');
    await prepareRival('hugo', project, blog, world);
    expect(await readdir(project)).toEqual(expect.arrayContaining(['hugo.yaml', 'layouts']));
    expect(await readdir(join(project, 'static/posts/shared-pictures'))).toHaveLength(6);
    expect(await readFile(join(project, 'static/style.css'), 'utf8')).toContain('{');
    for (const path of blog.posts) {
      const text = await readFile(join(blog.folders.content, path), 'utf8');
      const given = await readFile(join(project, 'content', path), 'utf8');
      expect(given).toBe(text.replace(/^kind: /mu, 'sort: '));
    }
    const names: unknown = JSON.parse(await readFile(join(project, 'data/names.json'), 'utf8'));
    const tags = await readFile(join(blog.folders.content, 'tags.yml'), 'utf8');
    const [, slug = '', label] = /slug: (.*)\n {4}label: (.*)\n/u.exec(tags) ?? [];
    expect(names).toMatchObject({
      tags: { [slug]: label },
      authors: Object.fromEntries(authors.map((author) => [author.slug, author.name])),
    });
  });

  it('that fails leaves what else was measured', async () => {
    const rival: Rival = {
      title: 'Hugo 1.2.3',
      folder,
      places: { posts: 'content/posts', pictures: '', names: '', style: '' },
      build: [process.execPath, '-e', 'process.exit(3)'],
    };
    const rows: Rows = new Map();
    expect(await measureRival(rival, blog.post, 1, rows, world)).toBe(
      `Hugo 1.2.3 failed. "${rival.build.join(' ')}" ended with code 3.`,
    );
    expect(rows).toEqual(new Map());
  });
});
