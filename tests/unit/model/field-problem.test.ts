import { describe, expect, it } from 'vitest';
import { schemaProblems } from '../../../src/model/field-problem.ts';
import { pathFrontmatterSchema } from '../../../src/model/path.ts';
import { postFrontmatterSchema } from '../../../src/model/post.ts';
import { redirectsSchema } from '../../../src/model/redirects.ts';
import { siteSchema } from '../../../src/model/site.ts';

type Schema = Parameters<typeof schemaProblems>[0];

/** Each problem as its place and its sentences, the way an author reads them. */
function told(schema: Schema, data: unknown): string {
  return schemaProblems(schema, data)
    .map(({ path, rule, message, mend }) => `${path.join('.')} | ${rule}\n${message}\n${mend}`)
    .join('\n\n');
}

const post = { title: 'Names', date: '2026-03-12', authors: ['ada'], tags: ['tools'] };
const toldOfPost = (changes: Record<string, unknown>) => told(postFrontmatterSchema, { ...post, ...changes });

describe('what a post gets wrong', () => {
  it('is nothing when it is sound', () => {
    expect(schemaProblems(postFrontmatterSchema, post)).toEqual([]);
  });

  it('is a missing or empty field', () => {
    const { title: _title, ...rest } = post;
    expect(told(postFrontmatterSchema, { ...rest, date: null })).toMatchInlineSnapshot(`
      "title | missing-field
      The field "title" is missing or empty.
      Add a line "title: …". What the post is called, in sentence case. Example: Names that sort

      date | missing-field
      The field "date" is missing or empty.
      Add a line "date: …". The day it is published. A day in the future schedules the post. Example: 2026-03-12"
    `);
  });

  it('is a field that nobody knows, with the nearest one that exists', () => {
    expect(toldOfPost({ tag: 'tools' })).toMatchInlineSnapshot(`
      "tag | unknown-field
      There is no field "tag". Did you mean "tags"?
      Correct it or delete it. The fields are title, date, authors, tags, excerpt, kind, group, updated, reviewBy, reviewed, owner, expires, draft, cover, coverAlt, link, to, answers, acknowledge, comments, formerly, lang or allow."
    `);
  });

  it('is a day that does not exist', () => {
    expect(toldOfPost({ date: '2026-02-30' })).toMatchInlineSnapshot(`
      "date | bad-date
      The field "date" cannot be used. There is no day 2026-02-30 in the calendar.
      Correct "date". The day it is published. A day in the future schedules the post. Example: 2026-03-12"
    `);
  });

  it('is a value of the wrong type', () => {
    expect(toldOfPost({ title: 2026, authors: 'ada', draft: 'yes', to: [{}] })).toMatchInlineSnapshot(`
      "title | bad-value
      The field "title" should be text, but it is 2026.
      Correct "title". What the post is called, in sentence case. Example: Names that sort

      authors | bad-value
      The field "authors" should be a list, such as [one, two], but it is the text "ada".
      Correct "authors". Who wrote it: file names from content/authors, without .yml. Example: [ines-carvalho]

      draft | bad-value
      The field "draft" should be true or false, but it is the text "yes".
      Correct "draft". true keeps the post out of the published blog.

      to.0 | bad-value
      The field "to 1" should be text, but it is a group of fields.
      Correct "to". For the kind shout-out: the people who are thanked."
    `);
  });

  it('is a language that there cannot be', () => {
    expect(toldOfPost({ lang: 'Portuguese (Portugal)' })).toMatchInlineSnapshot(`
      "lang | bad-value
      The field "lang" cannot be used. This is not a language tag such as en-GB or pt-PT.
      Correct "lang". The language, if it is not the language of the blog. Example: pt-PT"
    `);
  });

  it('is a kind that there is not', () => {
    expect(toldOfPost({ kind: 'artcle' })).toMatchInlineSnapshot(`
      "kind | bad-value
      The field "kind" is "artcle", but it can only be article, how-to, link, announcement, shout-out or question.
      Correct "kind". What the post is for: article, how-to, link, announcement, shout-out or question."
    `);
  });

  it('is too few or too many', () => {
    const tags = Array.from({ length: 9 }, (_, index) => `tag-${index}`);
    expect(toldOfPost({ title: ' ', authors: [], tags })).toMatchInlineSnapshot(`
      "title | bad-value
      The field "title" is too short: it needs at least 1 character.
      Correct "title". What the post is called, in sentence case. Example: Names that sort

      authors | bad-value
      The field "authors" is too short: it needs at least 1 entry.
      Correct "authors". Who wrote it: file names from content/authors, without .yml. Example: [ines-carvalho]

      tags | bad-value
      The field "tags" is too long: it holds at most 8 entries.
      Correct "tags". One to eight topics from content/tags.yml. Example: [calibration, job-aids]"
    `);
  });

  it('is a slug that cannot be one', () => {
    expect(toldOfPost({ authors: ['Ada Berg'] })).toMatchInlineSnapshot(`
      "authors.0 | bad-value
      The field "authors 1" cannot be used. A slug holds only lower-case letters a–z, digits and single hyphens, such as "first-day-checklist".
      Correct "authors". Who wrote it: file names from content/authors, without .yml. Example: [ines-carvalho]"
    `);
  });

  it('is an address that nobody can open', () => {
    expect(toldOfPost({ link: 'javascript:alert(1)' })).toMatchInlineSnapshot(`
      "link | bad-value
      The field "link" cannot be used. An address starts with http:// or https://.
      Correct "link". For the kind link: the address it leads to."
    `);
  });

  it('is a review that is neither a day nor a duration', () => {
    expect(toldOfPost({ reviewBy: 'soon' })).toMatchInlineSnapshot(`
      "reviewBy | bad-date
      The field "reviewBy" cannot be used. "soon" is not a date written as year-month-day, such as 2026-03-12.
      Correct "reviewBy". When somebody should look again: a day, or a time after publication. Example: 6 months"
    `);
    expect(toldOfPost({ reviewBy: 6 })).toMatchInlineSnapshot(`
      "reviewBy | bad-value
      The field "reviewBy" cannot be used. A date is written as year-month-day, such as 2026-03-12.
      Correct "reviewBy". When somebody should look again: a day, or a time after publication. Example: 6 months"
    `);
  });

  it('is a kind without what the kind needs, and a cover without words', () => {
    expect(toldOfPost({ kind: 'link', cover: './a.webp' })).toMatchInlineSnapshot(`
      "link | missing-field
      A post of the kind "link" needs the address it leads to.
      Add a line "link: …". For the kind link: the address it leads to.

      coverAlt | missing-field
      A cover needs words for people who cannot see it.
      Add a line "coverAlt: …". What the cover shows, for people who cannot see it."
    `);
    expect(toldOfPost({ kind: 'shout-out' })).toMatchInlineSnapshot(`
      "to | missing-field
      A shout-out needs the people it is for.
      Add a line "to: …". For the kind shout-out: the people who are thanked."
    `);
  });
});

describe('what other files get wrong', () => {
  it('is told by the place in a list of groups of fields', () => {
    const steps = [
      { post: 'a', because: 'b', afterDays: -1 },
      { post: 'a', becuase: 'b', afterDays: 9999 },
    ];
    expect(told(pathFrontmatterSchema, { title: 'x', for: 'y', outcome: 'z', steps })).toMatchInlineSnapshot(`
      "steps.0.afterDays | bad-value
      The field "steps 1.afterDays" is too small: it is at least 0.
      Correct "afterDays". How many days after the start it is due.

      steps.1.because | missing-field
      The field "steps 2.because" is missing or empty.
      Add a line "because: …". Why it is here, in one sentence.

      steps.1.afterDays | bad-value
      The field "steps 2.afterDays" is too big: it is at most 3650.
      Correct "afterDays". How many days after the start it is due.

      steps.1.becuase | unknown-field
      There is no field "becuase". Did you mean "because"?
      Correct it or delete it. The fields are post, because, requires or afterDays."
    `);
  });

  it('names the choices of a mode, and the fields that belong to it', () => {
    const site = { name: 'x', purpose: 'y', url: 'https://blog.example' };
    expect(told(siteSchema, { ...site, comments: { mode: 'disqus' } })).toMatchInlineSnapshot(`
      "comments.mode | bad-value
      The field "comments.mode" can only be off, link or giscus.
      Correct "mode"."
    `);
    expect(told(siteSchema, { ...site, comments: { mode: 'giscus', repoid: 'R' } })).toMatchInlineSnapshot(`
      "comments.repoId | missing-field
      The field "comments.repoId" is missing or empty.
      Add a line "repoId: …". The id of the repository, from the giscus set-up page.

      comments.category | missing-field
      The field "comments.category" is missing or empty.
      Add a line "category: …". The discussion category that holds the threads.

      comments.categoryId | missing-field
      The field "comments.categoryId" is missing or empty.
      Add a line "categoryId: …". The id of that category.

      comments.repoid | unknown-field
      There is no field "repoid". Did you mean "repoId"?
      Correct it or delete it. The fields are mode, repoId, category, categoryId or host."
    `);
  });

  it('is told of the file when it is about no field', () => {
    expect(told(siteSchema, ['a', 'b'])).toMatchInlineSnapshot(`
      " | bad-value
      The file should be a group of fields, but it is a list.
      Write one field a line, such as "name: value"."
    `);
  });

  it('says what is wrong with the name of a pair', () => {
    expect(told(redirectsSchema, { redirects: { old: '/new/', '/a/': '//evil.example/' } }))
      .toMatchInlineSnapshot(`
      "redirects.old | bad-value
      The field "redirects.old" cannot be used. Write a path of this blog that starts and ends with a slash, such as /posts/old-name/.
      Correct "old".

      redirects./a/ | bad-value
      The field "redirects./a/" cannot be used. Write a path of this blog that starts and ends with a slash, such as /posts/old-name/.
      Correct "/a/"."
    `);
  });

  it('refuses a blog below a path, a time zone and a language that do not exist', () => {
    const site = { name: 'x', purpose: 'y', url: 'https://a.example/blog', timeZone: 'Mars', language: 'e' };
    expect(told(siteSchema, site)).toMatchInlineSnapshot(`
      "url | bad-value
      The field "url" cannot be used. The blog lives at the root of a host of its own: write the address without a path.
      Correct "url". Where readers open it. Example: https://watercooler.example.com

      language | bad-value
      The field "language" cannot be used. This is not a language tag such as en-GB or pt-PT.
      Correct "language". The language of the blog, as a BCP 47 tag.

      timeZone | bad-value
      The field "timeZone" cannot be used. This is not a time zone such as Europe/London.
      Correct "timeZone". The time zone in which a scheduled post appears. Example: Europe/London"
    `);
  });
});
