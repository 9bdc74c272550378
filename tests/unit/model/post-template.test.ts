import { expect, it } from 'vitest';
import { daySchema } from '../../../src/model/day.ts';
import { kinds, postFrontmatterSchema } from '../../../src/model/post.ts';
import { postTemplate, templatePath } from '../../../src/model/post-template.ts';
import { isSlug } from '../../../src/model/slug.ts';
import { readMarkdownFile } from '../../../src/source/frontmatter.ts';

const day = daySchema.parse('2026-03-12');

it.each(kinds)('offers an outline of the kind %s that satisfies the schema and has a body', (kind) => {
  const { data, body, problems } = readMarkdownFile(postTemplate(kind, day));
  expect(problems).toEqual([]);
  expect(postFrontmatterSchema.parse(data)).toMatchObject({ kind, date: day });
  expect(body.trim()).not.toBe('');
});

it('lets an announcement expire two weeks after it was started', () => {
  expect(postTemplate('announcement', day)).toContain('expires: 2026-03-26\n');
});

it('starts in a file whose name may stay as it is', () => {
  expect(isSlug(/^posts\/(.+)\.md$/u.exec(templatePath)?.[1] ?? '')).toBe(true);
});
