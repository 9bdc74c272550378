import { describe, expect, it } from 'vitest';
import { withoutHiddenCharacters } from '../../../src/model/hidden-characters.ts';
import { newPostFile, type NewPost } from '../../../src/model/new-post.ts';
import { oneLine } from '../../../src/model/post-file.ts';
import { kinds, postFrontmatterSchema } from '../../../src/model/post.ts';
import { readMarkdownFile } from '../../../src/source/frontmatter.ts';
import { guardText } from '../../../src/source/guard.ts';
import { seededRandom } from '../../support/entries.ts';
import { randomText } from '../../support/random-text.ts';

const pumps: NewPost = {
  kind: 'article',
  title: 'Pumps and tides',
  day: '2026-03-12',
  authors: ['ada'],
  tags: ['tools', 'water'],
  body: 'It rained.\n',
};
const messages = (changes: Partial<NewPost>) =>
  newPostFile({ ...pumps, ...changes }).problems.map(({ rule, message }) => `${rule}: ${message}`);

describe('a new post', () => {
  it('is a file named after its title', () => {
    expect(newPostFile(pumps)).toEqual({
      slug: 'pumps-and-tides',
      path: 'posts/pumps-and-tides.md',
      text: '---\ntitle: Pumps and tides\ndate: 2026-03-12\nauthors: [ada]\ntags: [tools, water]\n---\n\nIt rained.\n',
      problems: [],
    });
  });

  it('has every field that was given, in the order of the schema', () => {
    const { text, problems } = newPostFile({
      ...pumps,
      kind: 'shout-out',
      title: 'Thank you: a note',
      excerpt: 'Who?\nWe all.',
      group: 'plain-words',
      reviewBy: '6 months',
      owner: 'ben',
      expires: '2026-12-31',
      draft: true,
      link: 'https://example.com/?a=b#c',
      to: ['ada', 'ben'],
      lang: 'pt-PT',
    });
    expect(problems).toEqual([]);
    expect(text).toMatchInlineSnapshot(`
      "---
      title: "Thank you: a note"
      date: 2026-03-12
      authors: [ada]
      tags: [tools, water]
      excerpt: Who? We all.
      kind: shout-out
      group: plain-words
      reviewBy: 6 months
      owner: ben
      expires: 2026-12-31
      draft: true
      link: "https://example.com/?a=b#c"
      to: [ada, ben]
      lang: pt-PT
      ---

      It rained.
      "
    `);
  });

  it.each(kinds)('of the kind %s begins with an outline that is ready to be read', (kind) => {
    const { text, problems } = newPostFile({
      ...pumps,
      kind,
      body: undefined,
      ...(kind === 'link' && { link: 'https://example.com/' }),
      ...(kind === 'shout-out' && { to: ['ben'] }),
    });
    expect(problems).toEqual([]);
    const { data, body } = readMarkdownFile(text);
    expect(postFrontmatterSchema.parse(data).kind).toBe(kind);
    expect(body.trim()).not.toBe('');
  });

  it('expires in two weeks if it is an announcement, and is looked at again if it is a how-to', () => {
    expect(newPostFile({ ...pumps, kind: 'announcement' }).text).toContain('expires: 2026-03-26\n');
    expect(newPostFile({ ...pumps, kind: 'how-to' }).text).toContain('reviewBy: 6 months\n');
    expect(newPostFile({ ...pumps, kind: 'how-to', reviewBy: '1 year' }).text).toContain(
      'reviewBy: 1 year\n',
    );
  });

  it('takes another name when its own is taken, and the kind and the day when its title gives none', () => {
    const slug = (changes: Partial<NewPost>) => newPostFile({ ...pumps, ...changes }).slug;
    expect(slug({ isTaken: (name) => name === 'pumps-and-tides' })).toBe('pumps-and-tides-2');
    expect(slug({ title: '🎉', kind: 'shout-out' })).toBe('shout-out-2026-03-12');
    expect(slug({ slug: 'wet-feet' })).toBe('wet-feet');
    expect(slug({ slug: '../wet' })).toBe('pumps-and-tides');
  });

  it('says everything that is missing', () => {
    const nothing = { title: ' ', day: '', authors: [''], tags: [], body: ' \n\u0000' };
    expect(messages(nothing)).toMatchInlineSnapshot(`
      [
        "missing-field: The field "title" is missing or empty.",
        "missing-field: The field "date" is missing or empty.",
        "missing-field: The field "authors" is missing or empty.",
        "missing-field: The field "tags" is missing or empty.",
        "empty-body: There is nothing to read after the frontmatter.",
      ]
    `);
    expect(messages({ kind: 'link' })).toMatchInlineSnapshot(`
      [
        "missing-field: A post of the kind "link" needs the address it leads to.",
      ]
    `);
    expect(messages({ kind: 'shout-out', to: [] })).toMatchInlineSnapshot(`
      [
        "missing-field: A shout-out needs the people it is for.",
      ]
    `);
  });

  it('says everything that is wrong', () => {
    expect(
      messages({
        title: 'a'.repeat(201),
        day: '2026-02-30',
        authors: ['Ada B'],
        tags: Array.from({ length: 9 }, (_, index) => `tag-${index}`),
        kind: 'link',
        link: 'javascript:alert(1)',
        lang: 'english?',
      }),
    ).toMatchInlineSnapshot(`
      [
        "bad-value: The field "title" is too long: it holds at most 200 characters.",
        "bad-date: The field "date" cannot be used. There is no day 2026-02-30 in the calendar.",
        "bad-value: The field "authors 1" cannot be used. A slug holds only lower-case letters a–z, digits and single hyphens, such as "first-day-checklist".",
        "bad-value: The field "tags" is too long: it holds at most 8 entries.",
        "bad-value: The field "link" cannot be used. An address starts with http:// or https://.",
        "bad-value: The field "lang" cannot be used. This is not a language tag such as en-GB or pt-PT.",
      ]
    `);
  });

  it('keeps every value in its field, whatever it holds', () => {
    const random = seededRandom(7);
    for (let round = 0; round < 2000; round += 1) {
      const text = () => randomText(random);
      const title = text();
      const post: NewPost = {
        ...pumps,
        title,
        day: random() < 0.2 ? text() : '2026-03-12',
        authors: [text()],
        tags: [text(), text()],
        excerpt: text(),
        group: text(),
        to: [text()],
        body: `Some words.\n${text()}`,
      };
      const file = newPostFile(post);
      const told = JSON.stringify(post);
      expect(file.path, told).toMatch(/^posts\/[a-z0-9]+(?:-[a-z0-9]+)*\.md$/u);
      expect(guardText(Buffer.from(file.text)).problems, told).toEqual([]);
      const { data, body, problems } = readMarkdownFile(file.text);
      expect(problems, told).toEqual([]);
      const written = Object.entries({
        title: oneLine(title),
        date: oneLine(post.day),
        authors: post.authors.map(oneLine).filter(Boolean),
        tags: post.tags.map(oneLine).filter(Boolean),
        excerpt: oneLine(post.excerpt ?? ''),
        group: oneLine(post.group ?? ''),
        to: (post.to ?? []).map(oneLine).filter(Boolean),
      }).filter(([name, value]) => value !== '' || name === 'title' || name === 'date');
      expect(data, told).toEqual(Object.fromEntries(written));
      expect(body.trim(), told).toBe(withoutHiddenCharacters(post.body ?? '').trim());
      expect(file.problems.length === 0, told).toBe(postFrontmatterSchema.safeParse(data).success);
    }
  });
});
