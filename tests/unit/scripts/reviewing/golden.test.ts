import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportSchema, type Report } from '../../../../scripts/reviewing/report-schema.ts';
import {
  canaries,
  changeEverything,
  openReviewedBlog,
  type ReviewedBlog,
} from '../../../support/reviewed-blog.ts';

let blog: ReviewedBlog;
let report: Report;
const printed: Record<string, string> = {};

beforeAll(async () => {
  blog = await openReviewedBlog();
  await changeEverything(blog);
  for (const format of ['md', 'html', 'json'])
    printed[format] = (await blog.review('--base', 'main', '--print', format)).stdout;
  report = reportSchema.parse(JSON.parse(printed['json'] ?? ''));
}, 60_000);
afterAll(() => blog.remove());

/** The ids of commits are other ones every time. */
function golden(format: string): string {
  const { base, head } = report;
  return [base.commit, head.commit].reduce(
    (text, commit, index) =>
      text
        .replaceAll(commit, `${'0'.repeat(39)}${index}`)
        .replaceAll(commit.slice(0, 10), `000000000${index}`),
    printed[format] ?? '',
  );
}

describe('the report on a branch that does everything', () => {
  it.each(['md', 'html', 'json'])('is the same as ever, as %s', async (format) => {
    const file = `../../../fixtures/review/everything.${format}`;
    await expect(golden(format)).toMatchFileSnapshot(file);
  });

  it.each(['md', 'html', 'json'])('holds no word of a closed group, as %s', (format) => {
    const text = (printed[format] ?? '').toLowerCase();
    expect(canaries.filter((word) => text.includes(word.toLowerCase()))).toEqual([]);
    expect(text).not.toContain('night-watch');
  });
});
