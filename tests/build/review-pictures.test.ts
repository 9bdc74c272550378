import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { post, writeFiles } from '../support/content.ts';
import { openReviewedBlog, type ReviewedBlog } from '../support/reviewed-blog.ts';

let blog: ReviewedBlog;
let html: string;

beforeAll(async () => {
  blog = await openReviewedBlog({});
  await writeFiles(blog.content, {
    'posts/first.md': post({ title: 'Other words' }),
    'posts/second.md': post({ title: 'Second words', draft: 'true' }),
  });
  const { code, stderr } = await blog.review('--base', 'main', '--pictures');
  if (code !== 0 || stderr !== '') throw new Error(stderr);
  html = await readFile(join(blog.dir, '..', 'cache', 'out', 'review.html'), 'utf8');
}, 300_000);
afterAll(() => blog.remove());

describe('npm run review -- --pictures', () => {
  it('shows pages before and after, in two widths, and new ones after', async () => {
    const shown = [...html.matchAll(/alt="([^"]+)"/gu)].map(([, alt]) => alt);
    expect(shown).toEqual([
      'After, in a window of 1280 pixels',
      'After, in a window of 390 pixels',
      'Before, in a window of 1280 pixels',
      'After, in a window of 1280 pixels',
      'Before, in a window of 390 pixels',
      'After, in a window of 390 pixels',
    ]);
    const pictures = [...html.matchAll(/src="data:image\/webp;base64,([^"]+)"/gu)].map(
      ([, data = '']) => data,
    );
    const widths = pictures.map(async (data) => (await sharp(Buffer.from(data, 'base64')).metadata()).width);
    expect(await Promise.all(widths)).toEqual([1280, 390, 1280, 1280, 390, 390]);
    expect(pictures[2]).not.toBe(pictures[3]);
  });

  it('asks nobody for anything: pictures are in the file, and its policy allows nothing else', () => {
    // Without the pictures, which would fill the screen when this fails.
    const plain = html.replaceAll(/data:image[^"]+/gu, 'data:').replaceAll('&#x27;', "'");
    expect(plain).toContain("default-src 'none'; style-src 'sha256-");
    expect(plain).not.toMatch(/<script|\bon\w+=|(?:src|href)="(?!data:|#)/u);
  });
});
