import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, type Files } from '../support/content.ts';
import { aRemark, threadFile } from '../support/entries.ts';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

const longTitle = 'An unreasonably long title about calibration '.repeat(5).trim().slice(0, 200);
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselloch'.repeat(3);

let blog: TestBlog;
let tree: Map<string, Buffer>;

beforeAll(async () => {
  const tiny = Array.from({ length: 116 }, (_, index): [string, string] => [
    `posts/tiny-${String(index).padStart(3, '0')}.md`,
    post({ title: `Tiny ${index}`, date: '2025-01-01' }, 'The same few words.\n'),
  ]);
  const files: Files = {
    ...Object.fromEntries(tiny),
    'posts/long-title.md': post({ title: `"${longTitle}"` }, `${longWord}\n`),
    'posts/right-to-left.md': post(
      { title: '"שלום לכולם"', lang: 'he' },
      'מילים על העבודה. See `git log`.\n',
    ),
    'posts/new-name.md': post(
      { title: 'New name', formerly: '[old-name, middle-name]' },
      'Plain words, no headings.\n',
    ),
    'threads/old-name.json': JSON.stringify(
      threadFile({ comments: [aRemark('one', { body: 'Still here.' })] }),
    ),
    'redirects.yml': 'redirects:\n  /handbook/: /help/\n  /stop/: /handbook/\n',
    'pages/help.md': '---\ntitle: Help\n---\nHelp yourself.\n',
  };
  blog = await createTestBlog(files);
  const { code, printed } = await runWatercooler('build', blog);
  expect(printed).toMatch(/Built \d+ pages/u);
  expect(code).toBe(0);
  tree = await readTree(blog.out);
});
afterAll(() => blog.remove());

const page = (path: string) => tree.get(`${path}index.html`)?.toString() ?? '';
/** The posts that a page links to, each once, in order. */
const linked = (html: string) => [
  ...new Set([...html.matchAll(/href="\/posts\/([a-z0-9-]+)\/"/gu)].map(([, slug]) => slug)),
];

describe('a long list', () => {
  it.each(['posts/', 'tags/tools/', 'authors/ada/'])('of /%s is cut into three pages', (list) => {
    const pages = [list, `${list}page/2/`, `${list}page/3/`].map((path) => linked(page(path)));
    expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(new Set(pages.flat()).size).toBe(120);
    expect(tree.has(`${list}page/4/index.html`)).toBe(false);
    expect(tree.has(`${list}page/1/index.html`)).toBe(false);
  });

  it('names the page in its title, and all pages in the sitemap', () => {
    expect(page('posts/page/2/')).toMatch(/<title>Posts, page 2/u);
    expect(tree.get('sitemap.xml')?.toString()).toContain(
      '<loc>https://blog.example/tags/tools/page/3/</loc>',
    );
  });

  it('has a page for every post', () => {
    const posts = [...tree.keys()].filter((path) => /^posts\/[^/]+\/index\.html$/u.test(path));
    // Two of them are the old names of one post.
    expect(posts).toHaveLength(122);
  });
});

describe('an old address', () => {
  it('is a page that leads to the new one', () => {
    for (const [old, target] of [
      ['posts/old-name/', '/posts/new-name/'],
      ['posts/middle-name/', '/posts/new-name/'],
      ['handbook/', '/help/'],
      ['stop/', '/help/'],
    ] as const) {
      expect(page(old)).toContain(`<meta http-equiv="refresh" content="0; url=${target}">`);
      expect(page(old)).toContain(`<link rel="canonical" href="https://blog.example${target}">`);
      expect(page(old)).toContain(`<a href="${target}">`);
      expect(page(old)).toContain('noindex');
    }
  });

  it('is in redirects.json, for the web server', () => {
    expect(JSON.parse(tree.get('redirects.json')?.toString() ?? '')).toEqual({
      '/handbook/': '/help/',
      '/posts/middle-name/': '/posts/new-name/',
      '/posts/old-name/': '/posts/new-name/',
      '/stop/': '/help/',
    });
  });

  it('is not in the sitemap, the feed or a list', () => {
    expect(tree.get('sitemap.xml')?.toString()).not.toMatch(/old-name|handbook/u);
    expect(tree.get('feed.xml')?.toString()).not.toContain('old-name');
    expect(linked(page('posts/'))).not.toContain('old-name');
  });

  it('keeps the conversation of the post', () => {
    expect(page('posts/new-name/')).toContain('Still here.');
  });
});

describe('an unusual post', () => {
  it('may have a very long title', () => {
    expect(page('posts/long-title/')).toContain(longTitle);
    expect(page('posts/long-title/')).toContain(longWord);
  });

  it('may have no headings, and then has no list of contents', () => {
    expect(page('posts/new-name/')).not.toMatch(/>\s*(?:On this page|Contents)\s*</u);
  });

  it('may be written from right to left, and says so', () => {
    expect(page('posts/right-to-left/')).toMatch(/<main [^>]*lang="he" dir="rtl"/u);
    expect(page('posts/new-name/')).not.toContain('rtl');
  });
});
