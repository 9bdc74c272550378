import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/model/catalogue.ts';
import { formatProblems } from '../../../src/model/problem.ts';
import { publishedFilesOf } from '../../../src/model/published.ts';
import { post, type Files } from '../../support/content.ts';
import { openWorkshop, type Workshop } from '../../support/compile.ts';
import { aRemark, publicView, threadFile } from '../../support/entries.ts';

let workshop: Workshop | undefined;
afterEach(async () => {
  await workshop?.remove();
  workshop = undefined;
});

async function compile(changes: Files = {}) {
  workshop = await openWorkshop(changes);
  return workshop.compile();
}

const told = async (changes: Files) => formatProblems((await compile(changes)).problems);
const png = (size: number) =>
  sharp({ create: { width: size, height: 10, channels: 3, background: 'red' } })
    .png()
    .toBuffer();

describe('compiled content', () => {
  it('is the entries with what is known about their bodies', async () => {
    const body = 'One two three.\n\n## Part\n\nSee [[first]].\n';
    const { content, problems } = await compile({ 'posts/a.md': post({ title: 'A' }, body) });
    expect(problems).toEqual([]);
    expect(content.posts.map(({ slug }) => slug)).toEqual(['a', 'first']);
    expect(content.posts[0]).toMatchObject({
      title: 'A',
      source: { path: 'posts/a.md', format: 'md' },
      body: { mentions: ['first'], opening: 'One two three.' },
    });
  });

  it('may link to the pages about writing and about the rules of the check', async () => {
    const body = 'See [how](/write/), [the rules](/write/rules/) and [one](/write/rules/broken-link/).\n';
    expect((await compile({ 'posts/a.md': post({}, body) })).problems).toEqual([]);
    await workshop?.remove();
    const { problems } = await compile({
      'posts/a.md': post({}, 'See [one](/write/rules/no-such-rule/).\n'),
    });
    expect(problems.map(({ rule }) => rule)).toEqual(['broken-link']);
  });

  it('is undefined without a usable site.yml, and says why', async () => {
    await expect(compile({ 'site.yml': 'name: x\n' })).rejects.toThrow('no usable site.yml');
  });

  it('holds the notice of site.yml as HTML', async () => {
    const site = 'name: x\npurpose: y\nurl: https://blog.example\nnotice: "See [it](/posts/first/)."\n';
    expect((await compile({ 'site.yml': site })).content.notice).toContain('<a href="/posts/first/">it</a>');
  });

  it('holds the visible remarks of a thread, each with ids of its own', async () => {
    const comments = [
      aRemark('One', { body: '**Bold** <script>x</script>' }),
      aRemark('Two', { hidden: 'spam' }),
    ];
    const { content, problems } = await compile({
      'threads/first.json': JSON.stringify(threadFile({ comments })),
    });
    expect(problems).toEqual([]);
    expect(content.threads.map(({ key }) => key)).toEqual(['first']);
  });
});

describe('the problems of content', () => {
  it('are empty bodies, but not those that show a picture', async () => {
    expect(
      await told({
        'posts/a.md': post({}, ' \n'),
        'posts/b.md': post({}, '<!-- later -->\n'),
        'posts/c/index.md': post({}, '![A pump](./pump.png)\n'),
        'posts/c/pump.png': await png(500),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  empty-body
        There is nothing to read after the frontmatter.
        Write at least one sentence below it.

      content/posts/a.md:8:1  trailing-space (advice)
        This line ends with spaces that mean nothing.
        Delete them.

      content/posts/b.md:1:1  empty-body
        There is nothing to read after the frontmatter.
        Write at least one sentence below it.

      2 problems and 1 piece of advice in 2 files. Nothing was published."
    `);
  });

  it('are links to parts that a page does not have, in the line of the file', async () => {
    expect(
      await told({
        'posts/a.md': post({}, '## First part\n\nSee [it](#frist-part), [good](#first-part).\n'),
        'posts/b.md': post(
          {},
          'See [[a#first-prat]], [[a#First part]] and [it](/posts/a/#nothing-like-it).\n',
        ),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:10:5  broken-anchor
        This page has no heading "#frist-part". The nearest is "#first-part".
        Correct the part after "#"; it is the heading in lower case with hyphens for spaces.

      content/posts/b.md:8:5  broken-anchor
        The page /posts/a/ has no heading "#first-prat". The nearest is "#first-part".
        Correct the part after "#"; it is the heading in lower case with hyphens for spaces.

      content/posts/b.md:8:44  broken-anchor
        The page /posts/a/ has no heading "#nothing-like-it".
        Correct the part after "#"; it is the heading in lower case with hyphens for spaces.

      3 problems in 2 files. Nothing was published."
    `);
  });

  it('are names of files that climb out of the content folder, but not out of the folder of the post', async () => {
    const climbing = [
      '![A plan](../../../plan.png)',
      '[a](..\\\\..\\\\..\\\\plan.pdf)',
      '[b](../../../etc/passwd)',
      '[c](%2e%2e/%2e%2e/%2e%2e/plan.pdf)',
    ];
    expect(
      await told({
        'posts/a/index.md': post({}, `${climbing.join('\n\n')}\n\n![Pump, open](../a/pump.png) [[first]]\n`),
        'posts/a/pump.png': await png(500),
        'posts/b.md': post({}, '![Plan of the site](../../plan.png) ![Pump, open](./a/../a/pump.png)\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a/index.md:8:1  outside-content
        "../../../plan.png" leads out of the content folder.
        Only files that lie beside this one can be shown and linked to: copy it there, and write "./plan.png".

      content/posts/a/index.md:10:1  outside-content
        "..\\..\\..\\plan.pdf" leads out of the content folder.
        Only files that lie beside this one can be shown and linked to: copy it there, and write "./plan.pdf".

      content/posts/a/index.md:12:1  outside-content
        "../../../etc/passwd" leads out of the content folder.
        Only files that lie beside this one can be shown and linked to: copy it there, and write "./passwd".

      content/posts/a/index.md:14:1  outside-content
        "../../../plan.pdf" leads out of the content folder.
        Only files that lie beside this one can be shown and linked to: copy it there, and write "./plan.pdf".

      content/posts/b.md:8:1  outside-content
        "../../plan.png" leads out of the content folder.
        Only files that lie beside this one can be shown and linked to: copy it there, and write "./plan.png".

      5 problems in 2 files. Nothing was published."
    `);
  });

  it('are links to hidden posts, without a word of them, but not links to posts that cannot be read', async () => {
    expect(
      await told({
        'posts/a.md': post(
          {},
          'See [[hidden]], [it](/posts/hidden/), [[broken]] and [it too](./broken.md).\n',
        ),
        'posts/hidden.md': post({ title: 'Mergers of next year', draft: 'true' }),
        'posts/broken.md': '---\ntitle: [\n---\nText.\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:5  invisible-link (advice)
        "hidden" leads to a page that not all readers can see. They get the words without the link.
        Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.

      content/posts/a.md:8:17  invisible-link (advice)
        "hidden" leads to a page that not all readers can see. They get the words without the link.
        Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.

      content/posts/broken.md:2:8  malformed-yaml
        The bracket that stands here is never closed.
        Put a ] behind the last word that belongs to it.

      1 problem and 2 pieces of advice in 2 files. Nothing was published."
    `);
  });

  it('are pages whose address is taken, covers that are not there, and redirects that lead nowhere', async () => {
    expect(
      await told({
        'pages/search.md': '---\ntitle: Search\n---\nWords.\n',
        'posts/a/index.md': post({ cover: './pmup.png', coverAlt: 'A pump' }),
        'posts/a/pump.png': await png(500),
        'redirects.yml':
          'redirects:\n  /old/: /posts/frist/\n  /x/: /y/\n  /y/: /x/\n  /posts/first/: /posts/a/\n  /good/: /posts/a/\n  /home/: /\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/pages/search.md:1:1  reserved-slug
        The address /search/ already belongs to a page that Watercooler makes itself.
        Rename the file.

      content/posts/a/index.md:6:8  broken-picture
        There is no file "./pmup.png" beside this one. Did you mean "./pump.png"?
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/redirects.yml:2:10  broken-redirect
        No page has the address "/posts/frist/".
        Correct the address, or delete this line.

      content/redirects.yml:3:8  broken-redirect
        The redirect from /x/ leads in a circle.
        Name the page itself.

      content/redirects.yml:4:8  broken-redirect
        The redirect from /y/ leads in a circle.
        Name the page itself.

      content/redirects.yml:5:18  broken-redirect
        The page /posts/first/ is still there, so nobody is redirected.
        Delete this line.

      6 problems in 3 files. Nothing was published."
    `);
  });

  it('are not told twice about an author, group or post whose own file is broken', async () => {
    const { problems } = await compile({
      'authors/bo.yml': 'name: Bo\n',
      'posts/a.md': post({ authors: '[bo]' }, 'See [[b]] and [Bo](/authors/bo/).\n'),
      'posts/b.md': post({ date: 'soon' }),
    });
    expect(problems.map(({ file, rule }) => `${file} ${rule}`)).toEqual([
      'content/authors/bo.yml missing-field',
      'content/posts/b.md bad-date',
    ]);
  });

  it('are pictures that cannot be read or are too large', async () => {
    const huge = await sharp({ create: { width: 8000, height: 5001, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    expect(
      await told({
        'posts/a/index.md': post({}, '![Not a picture](./fake.png)\n\n![Huge](./huge.png)\n'),
        'posts/a/fake.png': 'GIF? no',
        'posts/a/huge.png': huge,
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a/fake.png:1:1  picture-type
        The name of this file ends with ".png", but it is none of the pictures that can be shown.
        Save it again as PNG, JPEG, WebP, AVIF or GIF, with the matching ending.

      content/posts/a/huge.png:1:1  picture-size
        This picture has 41 megapixels, and a picture may have 40.
        Make it smaller: 1,600 pixels wide is enough for every screen.

      content/posts/a/index.md:10:1  useless-alt (advice)
        The words "Huge" are only the name of the file.
        Write what it shows, as you would say it on the telephone.

      2 problems and 1 piece of advice in 3 files. Nothing was published."
    `);
  });
});

describe('names in links', () => {
  it('are slugs first, then titles, and former slugs', async () => {
    const { htmlOf, problems } = await compile({
      'posts/tabs.md': post({ title: 'All about tabs' }),
      'posts/browser.md': post({ title: 'Tabs', formerly: '[windows]' }),
      'posts/a.md': post({}, '[[tabs]] [[Browser]] [[windows]] [[ALL ABOUT TABS]] [w](/posts/windows/)\n'),
    });
    expect(problems).toEqual([]);
    expect([...htmlOf('a').matchAll(/href="([^"]+)"/gu)].map(([, href]) => href)).toEqual([
      '/posts/tabs/',
      '/posts/browser/',
      '/posts/browser/',
      '/posts/tabs/',
      '/posts/browser/',
    ]);
  });

  it('mean the visible post when a draft has the same title', async () => {
    const { htmlOf } = await compile({
      'posts/z-draft.md': post({ title: 'Twice', draft: 'true' }),
      'posts/there.md': post({ title: 'Twice' }),
      'posts/a.md': post({}, 'See [[Twice]].\n'),
    });
    expect(htmlOf('a')).toContain('href="/posts/there/"');
  });

  it('may be old addresses that redirect, over several stops', async () => {
    const { htmlOf, problems } = await compile({
      'redirects.yml': 'redirects:\n  /one/: /two/\n  /two/: /posts/first/\n',
      'posts/a.md': post({}, 'See [it](/one/).\n'),
    });
    expect(problems).toEqual([]);
    expect(htmlOf('a')).toContain('href="/posts/first/"');
  });
});

describe('what is published beside the posts', () => {
  it('leaves out the pictures and attachments of posts that are not there', async () => {
    const showing = (fields: Record<string, string>) =>
      post(fields, '![A pump](./pump.png) [Card](<./my card.pdf>)\n');
    const { content } = await compile({
      'groups/table.md':
        '---\nname: Table\npurpose: To talk.\nstewards: [ada]\naccess: closed\n---\nWords.\n',
      'posts/visible/index.md': showing({}),
      'posts/visible/pump.png': await png(500),
      'posts/visible/my card.pdf': 'visible',
      'posts/draft/index.md': showing({ draft: 'true', cover: './pump.png', coverAlt: 'A pump' }),
      'posts/draft/pump.png': await png(501),
      'posts/draft/my card.pdf': 'draft',
      'posts/closed/index.md': showing({ group: 'table' }),
      'posts/closed/pump.png': await png(502),
      'posts/closed/my card.pdf': 'closed',
    });
    const widths = (preview: boolean) =>
      publishedFilesOf(createCatalogue(content, { ...publicView, preview })).map((file) =>
        file.replace(/[0-9a-f]{12}/u, '…'),
      );
    expect(widths(false)).toEqual(['/files/…/my%20card.pdf', '/pictures/…-480.webp', '/pictures/…-500.webp']);
    expect(widths(true).toSorted()).toEqual([
      '/files/…/my%20card.pdf',
      '/files/…/my%20card.pdf',
      '/pictures/…-480.webp',
      '/pictures/…-480.webp',
      '/pictures/…-500.webp',
      '/pictures/…-501.webp',
    ]);
  });

  it('measures pictures as they are seen, not wider than they are, and not wider than a page', async () => {
    const turned = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: 'red' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const { contextOf } = await compile({
      'posts/a/index.md': post(),
      'posts/a/turned.jpg': turned,
      'posts/a/wide.png': await png(2000),
    });
    const context = contextOf('posts/a/index.md');
    expect(context.picture('./turned.jpg')).toMatchObject({ width: 1000, height: 2000 });
    expect(context.picture('./wide.png')).toMatchObject({ width: 1600, height: 8 });
    expect(context.picture('../../site.yml')).toHaveProperty('problem');
    expect(context.attachment('../../../../etc/passwd')).toHaveProperty('problem');
  });
});
