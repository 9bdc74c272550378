import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { post } from '../support/content.ts';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

let blog: TestBlog;
const pages: string[][] = [];
const posts: string[] = [];

// Two builds of the same content, as a job that runs every night makes them: on a day, and on the next.
beforeAll(async () => {
  blog = await createTestBlog({
    'posts/first.md': post({ title: 'First words', date: '2026-05-22', reviewBy: '6 months' }),
    'posts/tomorrow.md': post({ title: 'Tomorrow', date: '2026-11-23' }),
    'posts/today.md': post({ title: 'Today', kind: 'announcement', expires: '2026-11-22' }),
  });
  for (const day of ['2026-11-22', '2026-11-23']) {
    const { code, printed } = await runWatercooler('build', blog, { WATERCOOLER_DAY: day });
    if (code !== 0) throw new Error(printed);
    pages.push([...(await readTree(blog.out)).keys()]);
    posts.push(await readFile(join(blog.out, 'posts/first/index.html'), 'utf8'));
  }
}, 300_000);
afterAll(() => blog.remove());

const has = (day: number, slug: string) => pages[day]?.includes(`posts/${slug}/index.html`);

it('shows a scheduled post from its day on', () => {
  expect([has(0, 'tomorrow'), has(1, 'tomorrow')]).toEqual([false, true]);
});

it('shows an expiring post on its last day and not after it', () => {
  expect([has(0, 'today'), has(1, 'today')]).toEqual([true, false]);
});

it('says in plain HTML that a post is past its review date, from the day after it on', () => {
  const [before = '', after = ''] = posts;
  expect(before).not.toContain('Past its review date');
  expect(after).toMatch(
    /<p class="callout-title">Past its review date<\/p>\s*<p>\s*Somebody should have looked at this again by <time datetime="2026-11-22"[^>]*>22 November 2026<\/time>\. Ask\s*<a href="\/authors\/ada\/">Ada Berg<\/a> whether it is still true\./u,
  );
});
