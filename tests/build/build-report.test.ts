import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { post, type Files } from '../support/content.ts';
import { threadFile } from '../support/entries.ts';
import { createTestBlog, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

let blog: TestBlog;
afterEach(() => blog.remove());

async function build(changes: Files): Promise<{ code: number; printed: string }> {
  blog = await createTestBlog(changes);
  return runWatercooler('build', blog);
}

const vague = post({}, 'For the list [click here](/posts/first/).\n');
const excepted = post(
  {},
  'For the list [click here](/posts/first/). <!-- allow: vague-link-text because the button is called so -->\n',
);

describe('what the build prints', () => {
  it('is the advice of the check, once, and the site is written', async () => {
    const { code, printed } = await build({ 'posts/a.md': vague });
    expect(code).toBe(0);
    expect(printed.replaceAll(/\d+\.\d s/gu, '0.0 s').replace(blog.out, 'dist')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:14  vague-link-text (advice)
        The words "click here" do not say where the link leads.
        Let its words say what is found there, such as the title of the page.

      1 piece of advice in 1 file. It does not keep anything from being published.
      content/ is not in a git repository, so no page says when it was revised and who contributed to it.
      Building the pages and the search index.
      Built 93 pages into dist. 0.0 s
      "
    `);
  });

  it('explains on request why each page was made', async () => {
    await build({ 'posts/a.md': excepted });
    const explained = async () => {
      const { printed } = await runWatercooler('build', blog, {}, { args: ['--explain'] });
      return printed
        .slice(printed.indexOf('search index.\n') + 14)
        .replace(blog.out, 'dist')
        .replace(/\d+\.\d s/u, '0.0 s');
    };
    await writeFile(join(blog.content, 'posts/a.md'), `${excepted}\nHerons.\n`);
    await rm(join(blog.out, 'posts/first/index.html'));
    expect(await explained()).toMatchInlineSnapshot(`
      "Each of these 18 has no plan, and is made by every build that has something to do:
        404.html
        archive/index.html
        authors/index.html
        comments/feed.xml
        feed.json
        feed.xml
        groups/index.html
        index.html
        manifest.webmanifest
        paths/index.html
        questions/feed.xml
        robots.txt
        search/index.html
        sitemap.xml
        slugs.json
        tags/index.html
        write/index.html
        write/rules/index.html
      Each of these 2 shows something else: entries:
        authors/ada/feed.xml
        tags/tools/feed.xml
      This shows something else: post:
        posts/a/index.html
      This was not there, or not as it was left:
        posts/first/index.html
      The search index: 1 of 4 pages stand in a delta beside the main index.
      Built 93 pages into dist, 12 of them anew. 0.0 s
      "
    `);
    expect(await explained()).toMatchInlineSnapshot(`
      "Nothing was made: everything is as the last build has left it.
      Built 93 pages into dist, none of them anew. 0.0 s
      "
    `);
  });

  it('says how old the copies of conversations are', async () => {
    const thread = JSON.stringify(threadFile());
    const copied = 'copiedOn: 2026-11-15\nfullPassOn: 2026-11-09\n';
    const { code, printed } = await build({ 'threads/first.json': thread, 'copied.yml': copied });
    expect(code).toBe(0);
    expect(printed.split('\n')).toContain('Conversations as of 15 November 2026, 7 days ago.');
  });

  it('names what was silenced, once, with the reason', async () => {
    const { code, printed } = await build({ 'posts/a.md': excepted });
    expect(code).toBe(0);
    expect(printed.replaceAll(/\d+\.\d s/gu, '0.0 s').replace(blog.out, 'dist')).toMatchInlineSnapshot(`
      "Silenced, with a reason:
      content/posts/a.md:8:14  vague-link-text  because the button is called so

      Checked 3 files: no problems but the silenced ones. 0.0 s
      content/ is not in a git repository, so no page says when it was revised and who contributed to it.
      Building the pages and the search index.
      Built 93 pages into dist. 0.0 s
      "
    `);
  });

  it('is about the content that was checked: what is saved while the build is under way comes with the next', async () => {
    blog = await createTestBlog();
    const file = join(blog.content, 'posts', 'late.md');
    let written: Promise<void> | undefined;
    const onOutput = (text: string) => {
      if (text.includes('Building the pages')) written ??= writeFile(file, post({ tags: '[toosl]' }));
    };
    const { code } = await runWatercooler('build', blog, {}, { onOutput });
    await written;
    expect(code).toBe(0);
    await expect(access(join(blog.out, 'posts', 'late'))).rejects.toThrow('ENOENT');
    const next = await runWatercooler('build', blog);
    expect(next.code).toBe(1);
    expect(next.printed.match(/^content\/posts\/late\.md:5:8 {2}unknown-tag$/gmu)).toHaveLength(1);
    expect(next.printed).not.toContain('Building the pages');
  });
});
