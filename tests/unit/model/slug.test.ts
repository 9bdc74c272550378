import { describe, expect, it } from 'vitest';
import { isSlug, postSlug } from '../../../src/model/slug.ts';

describe('a slug', () => {
  it.each(['a', '5s', 'names-that-sort', '2026-in-review', 'a'.repeat(80)])('may be "%s"', (text) => {
    expect(isSlug(text)).toBe(true);
  });

  it.each([
    '',
    'Names',
    'names_that_sort',
    'names--sort',
    '-names',
    'names-',
    'names that sort',
    'näme',
    'ﬁle',
    'a/b',
    '../a',
    'a.md',
    'a\n',
    'a'.repeat(81),
  ])('is not %j', (text) => {
    expect(isSlug(text)).toBe(false);
  });

  it('is refused in words that say what it may hold', () => {
    expect(postSlug.safeParse('Day One').error?.issues.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "A slug holds only lower-case letters a–z, digits and single hyphens, such as "first-day-checklist".",
      ]
    `);
  });
});
