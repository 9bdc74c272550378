import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

let blog: TestBlog;
let tree: Map<string, Buffer>;

beforeAll(async () => {
  blog = await createTestBlog({ 'posts/first.md': null, 'authors/ada.yml': null, 'tags.yml': 'tags: []\n' });
  const { code, printed } = await runWatercooler('build', blog);
  expect(printed).toContain('Checked 0 files: no problems.');
  expect(code).toBe(0);
  tree = await readTree(blog.out);
});
afterAll(() => blog.remove());

const textOf = (path: string) =>
  (/<main[\s\S]*<\/main>/u.exec(tree.get(path)?.toString() ?? '')?.[0] ?? '')
    .replace(/<[^>]+>/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

describe('a blog without any content', () => {
  it.each([
    ['index.html', 'Nobody has written anything yet.'],
    ['posts/index.html', 'Nobody has written anything yet.'],
    ['archive/index.html', 'Nobody has written anything yet.'],
    ['tags/index.html', 'There are no topics yet.'],
    ['authors/index.html', 'There are no authors yet.'],
    ['questions/index.html', 'Nobody has asked anything yet.'],
    ['questions/unanswered/index.html', 'No question is waiting: every one has been answered.'],
    ['questions/answered/index.html', 'No question has been answered yet.'],
    ['groups/index.html', 'There are no groups yet.'],
    ['paths/index.html', 'There are no learning paths yet.'],
  ])('says so on %s', (path, words) => {
    expect(textOf(path)).toContain(words);
  });

  it('has feeds without items and a search that works', () => {
    expect(tree.get('feed.xml')?.toString()).not.toContain('<item>');
    expect(JSON.parse(tree.get('feed.json')?.toString() ?? '')).toMatchObject({ items: [] });
    expect([...tree.keys()]).toEqual(
      expect.arrayContaining(['search/index.html', 'pagefind/pagefind.js', '404.html']),
    );
  });

  it('has no editor, because what it writes would have nowhere to go', () => {
    expect([...tree.keys()].filter((path) => path.startsWith('write/editor'))).toEqual([]);
  });

  it('leads to no other site, because it has no forge', () => {
    const pages = [...tree].filter(([path]) => path.endsWith('.html') && path !== 'write/index.html');
    const leading = pages.filter(([, bytes]) => /<a [^>]*href="https?:/u.test(bytes.toString()));
    expect(leading.map(([path]) => path)).toEqual([]);
  });
});
