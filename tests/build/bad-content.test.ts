import { access } from 'node:fs/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { post, type Files } from '../support/content.ts';
import { createTestBlog, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

let blog: TestBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

/** What is said about a blog that is refused. Fails the test when it is not refused, or when anything was written. */
async function refusal(changes: Files, command: 'check' | 'build' = 'check'): Promise<string> {
  blog = await createTestBlog(changes);
  const { code, printed } = await runWatercooler(command, blog);
  expect(code).toBe(1);
  await expect(access(blog.out)).rejects.toThrow('ENOENT');
  return printed;
}

describe('bad frontmatter is refused', () => {
  it('without a title', async () => {
    const sound = post();
    expect(await refusal({ 'posts/a.md': sound.replace('title: A post\n', '') })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  missing-field
        The field "title" is missing or empty.
        Add a line "title: …". What the post is called, in sentence case. Example: Names that sort

      1 problem in 1 file. Nothing was published.
      "
    `);
  });

  it('with a day that no calendar has', async () => {
    expect(await refusal({ 'posts/a.md': post({ date: '2026-02-30' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:3:7  bad-date
        The field "date" cannot be used. There is no day 2026-02-30 in the calendar.
        Correct "date". The day it is published. A day in the future schedules the post. Example: 2026-03-12

      1 problem in 1 file. Nothing was published.
      "
    `);
  });

  it('with an author whom nobody knows', async () => {
    expect(await refusal({ 'posts/a.md': post({ authors: '[ada, adda]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:4:16  unknown-author
        content/authors has no file for "adda". Did you mean "ada"?
        Correct it, or add the person: a file in content/authors with name and role.

      1 problem in 1 file. Nothing was published.
      "
    `);
  });

  it('with a field that nobody knows', async () => {
    expect(await refusal({ 'posts/a.md': post({ tag: 'tools' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:1  unknown-field
        There is no field "tag". Did you mean "tags"?
        Correct it or delete it. The fields are title, date, authors, tags, excerpt, kind, group, updated, reviewBy, reviewed, owner, expires, draft, cover, coverAlt, link, to, answers, acknowledge, comments, formerly, lang or allow.

      1 problem in 1 file. Nothing was published.
      "
    `);
  });

  it('with a slug that another ending has', async () => {
    expect(await refusal({ 'posts/a.md': post(), 'posts/a.mdx': post() })).toMatchInlineSnapshot(`
      "content/posts/a.mdx:1:1  duplicate-slug
        This file has the same address as posts/a.md, so one of them would be lost.
        Rename or delete one of the two.

      1 problem in 1 file. Nothing was published.
      "
    `);
  });

  it('with a slug that differs in case only', async () => {
    expect(await refusal({ 'posts/Foo.md': post(), 'posts/foo.md': post() })).toMatchInlineSnapshot(`
      "content/posts/Foo.md:1:1  bad-slug
        The file name "Foo" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "foo".

      content/posts/foo.md:1:1  duplicate-slug
        This file has the same address as posts/Foo.md, so one of them would be lost.
        Rename or delete one of the two.

      2 problems in 2 files. Nothing was published.
      "
    `);
  });

  it('with YAML that cannot be read', async () => {
    expect(await refusal({ 'posts/a.md': post({ title: 'Search: a start' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:2:8  malformed-yaml
        This line cannot be read as "field: value".
        If the text holds a colon and a space, put quotation marks around it: title: "Search: a start".

      1 problem in 1 file. Nothing was published.
      "
    `);
  });

  it('everywhere at once, in the order of files and lines', async () => {
    const printed = await refusal({
      'posts/z.md': post({ tags: '[toosl]', date: '2026-13-01' }),
      'posts/a.md': post({ kind: 'artcle', title: '""' }, 'See [[frist]].\n'),
      'authors/bo.yml': 'name: Bo\n',
      'redirects.yml': 'redirects:\n  /old/: /posts/nowhere/\n',
      'posts/first.md': post({}, 'See [[frist]] and ![a pump](./pump.webp).\n'),
    });
    expect(printed).toMatchInlineSnapshot(`
      "content/authors/bo.yml:1:1  missing-field
        The field "role" is missing or empty.
        Add a line "role: …". What they do, and where. Example: Trainer, assembly and calibration, Porto

      content/posts/a.md:2:8  bad-value
        The field "title" is too short: it needs at least 1 character.
        Correct "title". What the post is called, in sentence case. Example: Names that sort

      content/posts/a.md:6:7  bad-value
        The field "kind" is "artcle", but it can only be article, how-to, link, announcement, shout-out or question.
        Correct "kind". What the post is for: article, how-to, link, announcement, shout-out or question.

      content/posts/a.md:9:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/first.md:8:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/first.md:8:19  broken-picture
        There is no file "./pump.webp" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/posts/z.md:3:7  bad-date
        The field "date" cannot be used. There is no day 2026-13-01 in the calendar.
        Correct "date". The day it is published. A day in the future schedules the post. Example: 2026-03-12

      content/posts/z.md:5:8  unknown-tag
        content/tags.yml has no tag "toosl". Did you mean "tools"?
        Correct it, or add the tag to content/tags.yml with a label and a description.

      content/redirects.yml:2:10  broken-redirect
        No page has the address "/posts/nowhere/".
        Correct the address, or delete this line.

      9 problems in 5 files. Nothing was published.
      "
    `);
  });
});

describe('the build', () => {
  it('refuses what the check refuses, in the same words, and writes nothing', async () => {
    const changes = { 'posts/a.md': post({ date: '2026-02-30' }) };
    const said = await refusal(changes);
    await blog?.remove();
    expect(await refusal(changes, 'build')).toBe(said);
  });

  it('refuses a post without a body, and a post that would run code', async () => {
    const printed = await refusal(
      { 'posts/a.md': post({}, '\n'), 'posts/b.mdx': post({}, 'One {1 + 1}\n\n<Unknown />\n') },
      'build',
    );
    expect(printed).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  empty-body
        There is nothing to read after the frontmatter.
        Write at least one sentence below it.

      content/posts/b.mdx:8:5  mdx-code
        Braces hold code. A post cannot run code.
        Write the words themselves, or \\{ for a brace that is meant as a brace.

      content/posts/b.mdx:10:1  mdx-component
        There is no component and no element "Unknown" for posts.
        The components are Callout, Steps, Tabs, Tab, Quiz, Option, Explanation, Video, Figure.

      3 problems in 2 files. Nothing was published.
      "
    `);
  });
});
