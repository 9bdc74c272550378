import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openContentFolder, shareContentFolder } from '../../../src/compile/content-folder.ts';
import { readSettings } from '../../../src/compile/settings.ts';
import { createCatalogue, type Catalogue } from '../../../src/model/catalogue.ts';
import { feedItems, withAbsoluteUrls, withBodies, type FeedItem } from '../../../src/feeds/feed-items.ts';
import { feedResponse, postFeed } from '../../../src/feeds/feed-response.ts';
import { questionEntries, remarkEntries } from '../../../src/feeds/remark-items.ts';
import { jsonFeed } from '../../../src/feeds/json-feed.ts';
import { escapeXml, rssFeed } from '../../../src/feeds/rss.ts';
import { sitemapEntries } from '../../../src/feeds/sitemap-entries.ts';
import { sitemap } from '../../../src/feeds/sitemap.ts';
import { allTalks } from '../../../src/model/conversation.ts';
import { homePermalink, tagPermalink } from '../../../src/model/permalink.ts';
import { ruleNames } from '../../../src/model/rules/rules.ts';
import { tagSlug } from '../../../src/model/slug.ts';
import { post, temporaryFolder, writeContent } from '../../support/content.ts';
import { aCatalogue, aGroup, aPost, aQuestion, aRemark, aSite, aThread } from '../../support/entries.ts';

interface Node {
  name: string;
  text: string;
  attributes: Record<string, string>;
}

/** The elements of an XML document in the order of their ends. Throws when it is not well-formed. */
function elements(xml: string): Node[] {
  const found: Node[] = [];
  const open: Node[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open.push({ name, text: '', attributes }));
  parser.on('text', (text) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += text;
  });
  parser.on('closetag', () => found.push(...open.splice(-1)));
  parser.write(xml).close();
  return found;
}

const texts = (xml: string, name: string) =>
  elements(xml).flatMap((element) => (element.name === name ? [element.text] : []));

const hostile = `]]></title><script>alert("x")</script> & 'y' <!-- é 🎉 &amp;`;

const item: FeedItem = {
  title: hostile,
  url: 'https://blog.example/posts/a/',
  excerpt: hostile,
  html: `<p>${hostile}</p>`,
  published: '2026-03-12T00:00:00Z',
  revised: '2026-04-01T00:00:00Z',
  authors: [hostile],
  tags: [hostile],
  language: 'en-GB',
};

const channel = {
  title: hostile,
  description: hostile,
  url: 'https://blog.example/',
  self: 'https://blog.example/feed.xml?a=1&b="2"',
  language: 'en-GB',
};

describe('the RSS feed', () => {
  it('is well-formed whatever the words are, and says them unchanged', () => {
    const xml = rssFeed(channel, [item]);
    expect(texts(xml, 'title')).toEqual([hostile, hostile]);
    expect(texts(xml, 'description')).toEqual([hostile, hostile]);
    expect(texts(xml, 'content:encoded')).toEqual([`<p>${hostile}</p>`]);
    expect(texts(xml, 'dc:creator')).toEqual([hostile]);
    expect(texts(xml, 'category')).toEqual([hostile]);
    expect(texts(xml, 'pubDate')).toEqual(['Thu, 12 Mar 2026 00:00:00 GMT']);
    expect(elements(xml).find(({ name }) => name === 'atom:link')?.attributes['href']).toBe(channel.self);
  });

  it('leaves out the characters that XML cannot hold', () => {
    const forbidden = 'a\u0000b\u0008c\u000Bd\u001Fe\uFFFEf\uFFFFg\uD800h\uDC00i';
    expect(texts(rssFeed({ ...channel, title: forbidden }, []), 'title')).toEqual(['abcdefghi']);
    expect(escapeXml('tab\t line\n return\r 🎉 \u{10FFFF}')).toBe('tab\t line\n return\r 🎉 \u{10FFFF}');
  });

  it('may be empty', () => {
    expect(texts(rssFeed(channel, []), 'item')).toEqual([]);
  });
});

describe('the JSON feed', () => {
  it('says everything unchanged, as JSON Feed 1.1 asks', () => {
    const feed: unknown = JSON.parse(JSON.stringify(jsonFeed(aSite({ name: hostile }), [item])));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: hostile,
      home_page_url: 'https://blog.example/',
      feed_url: 'https://blog.example/feed.json',
      items: [
        {
          id: item.url,
          title: hostile,
          content_html: `<p>${hostile}</p>`,
          date_published: '2026-03-12T00:00:00Z',
          date_modified: '2026-04-01T00:00:00Z',
          authors: [{ name: hostile }],
        },
      ],
    });
  });

  it('says nothing of a revision that never was', () => {
    const [first] = jsonFeed(aSite(), [{ ...item, revised: undefined }])['items'] as object[];
    expect(first).not.toHaveProperty('date_modified');
  });
});

describe('the sitemap', () => {
  it('is well-formed', () => {
    const xml = sitemap([
      { url: 'https://blog.example/?a=1&b=2', changed: '2026-03-12' },
      { url: 'https://blog.example/x/' },
    ]);
    expect(texts(xml, 'loc')).toEqual(['https://blog.example/?a=1&b=2', 'https://blog.example/x/']);
    expect(texts(xml, 'lastmod')).toEqual(['2026-03-12']);
  });
});

describe('the entries of the sitemap', () => {
  const posts = [
    aPost('a', { tags: ['tools'] }, { revised: '2026-04-01' }),
    aPost('b', { date: '2025-01-01' }),
    aPost('draft', { draft: true, date: '2024-01-01' }),
    aPost('closed', { group: 'table' }),
  ];
  const questions = [
    aQuestion(1, { labels: ['tools'], createdAt: '2026-02-01T00:00:00Z' }),
    aQuestion(2, { category: { name: 'Table', answerable: true } }),
  ];
  const groups = [aGroup('table', { access: 'closed', discussion: 'Table' })];
  const entries = sitemapEntries(aCatalogue({ posts, questions, groups }));
  const paths = entries.map(({ url }) => new URL(url).pathname);

  it('are the pages of what is there, each once', () => {
    expect(paths.filter((path) => path.startsWith('/posts/'))).toEqual(['/posts/', '/posts/a/', '/posts/b/']);
    expect(paths.filter((path) => path.startsWith('/archive/'))).toEqual([
      '/archive/',
      '/archive/2026/',
      '/archive/2025/',
    ]);
    expect(new Set(paths).size).toBe(paths.length);
    expect(entries.every(({ url }) => url.startsWith('https://blog.example/'))).toBe(true);
  });

  it('are the questions that are there, and their lists', () => {
    expect(paths.filter((path) => path.includes('question') && !path.startsWith('/write/'))).toEqual([
      '/questions/',
      '/questions/unanswered/',
      '/questions/answered/',
      '/tags/tools/questions/',
      '/questions/1/question-1/',
    ]);
    expect(entries.find(({ url }) => url.endsWith('/question-1/'))?.changed).toBe('2026-02-01');
  });

  it('are the pages for authors as well, down to each rule of the check', () => {
    expect(paths.filter((path) => path.startsWith('/write/'))).toEqual([
      '/write/',
      '/write/rules/',
      ...ruleNames.map((rule) => `/write/rules/${rule}/`),
    ]);
  });

  it('say when a post was last revised', () => {
    expect(entries.find(({ url }) => url.endsWith('/posts/a/'))?.changed).toBe('2026-04-01');
    expect(entries.find(({ url }) => url.endsWith('/posts/b/'))?.changed).toBe('2025-01-01');
  });
});

describe('HTML outside its page', () => {
  const base = 'https://blog.example/posts/a/';

  it.each([
    ['<a href="/posts/b/#x">b</a>', '<a href="https://blog.example/posts/b/#x">b</a>'],
    ['<a href="#part">p</a>', '<a href="https://blog.example/posts/a/#part">p</a>'],
    ['<a href="/x/?a=1&#x26;b=2">x</a>', '<a href="https://blog.example/x/?a=1&#x26;b=2">x</a>'],
    ['<a href="mailto:a@b.example">m</a>', '<a href="mailto:a@b.example">m</a>'],
    ['<a href="https://else.example/y">y</a>', '<a href="https://else.example/y">y</a>'],
    [
      '<video controls src="/files/1/f.mp4"></video>',
      '<video controls src="https://blog.example/files/1/f.mp4"></video>',
    ],
    [
      '<img alt="a > b" src="/p-8.webp" srcset="/p-4.webp 480w, /p-8.webp 800w">',
      '<img alt="a > b" src="https://blog.example/p-8.webp" srcset="https://blog.example/p-4.webp 480w, https://blog.example/p-8.webp 800w">',
    ],
  ])('has full addresses: %s', (html, expected) => {
    expect(withAbsoluteUrls(html, base)).toBe(expected);
  });

  it('keeps a sample of code as it was written', () => {
    const sample = '<p><code>&#x3C;a href="/x/" src="/y"></code></p>';
    expect(withAbsoluteUrls(sample, base)).toBe(sample);
  });
});

describe('a feed of comments', () => {
  const remarks = (count: number, month: string) =>
    Array.from({ length: count }, (_, index) =>
      aRemark(`${month}-${index}`, {
        createdAt: `2026-${month}-01T00:${String(index).padStart(2, '0')}:00Z`,
      }),
    );
  const catalogue = aCatalogue({
    posts: [aPost('a', { title: 'Names' }), aPost('draft', { draft: true })],
    threads: [
      aThread('a', { comments: [...remarks(2, '05'), aRemark('spam', { hidden: 'spam' })] }),
      aThread('draft', { comments: remarks(1, '09') }),
    ],
    questions: [
      aQuestion(7, {
        comments: [aRemark('r', { createdAt: '2026-05-01T00:00:30Z', editedAt: '2026-05-02T00:00:00Z' })],
      }),
      aQuestion(8, { category: { name: 'Table', answerable: true }, comments: remarks(1, '10') }),
    ],
    groups: [aGroup('table', { access: 'closed', discussion: 'Table' })],
  });
  const bodiesOf = () => ({ '05-0': '<p>See <a href="/posts/b/">this</a>.</p>' });

  it('has the newest first, of posts and of questions, and none that a reader cannot see', () => {
    const items = withBodies(remarkEntries(catalogue, allTalks(catalogue)), bodiesOf);
    expect(items.map(({ id }) => id)).toEqual(['05-1', 'r', '05-0']);
    expect(items[2]).toEqual({
      id: '05-0',
      url: 'https://blog.example/posts/a/#comment-05-0',
      title: 'Ada on “Names”',
      excerpt: 'See this.',
      html: '<p>See <a href="https://blog.example/posts/b/">this</a>.</p>',
      published: '2026-05-01T00:00:00Z',
      revised: undefined,
      authors: ['Ada'],
      tags: [],
      language: 'en-GB',
    });
    expect(items[1]).toMatchObject({
      url: 'https://blog.example/questions/7/question-7/#comment-r',
      revised: '2026-05-02T00:00:00Z',
    });
  });

  it('holds the fifty newest', () => {
    const comments = remarks(60, '05');
    const long = aCatalogue({ posts: [aPost('a')], threads: [aThread('a', { comments })] });
    const items = withBodies(remarkEntries(long, allTalks(long)), bodiesOf);
    expect(items).toHaveLength(50);
    expect(items.at(-1)?.id).toBe('05-10');
  });

  it('keeps the ids of comments, which are no addresses', () => {
    const [first] = withBodies(remarkEntries(catalogue, allTalks(catalogue)), bodiesOf);
    const xml = rssFeed(channel, first === undefined ? [] : [first]);
    const guid = elements(xml).find(({ name }) => name === 'guid');
    expect(guid).toMatchObject({ text: '05-1', attributes: { isPermaLink: 'false' } });
    expect(texts(xml, 'pubDate')).toEqual(['Fri, 01 May 2026 00:01:00 GMT']);
  });

  it('of questions says where they stand, and in what words they were asked', () => {
    const entries = questionEntries(catalogue, catalogue.questions);
    expect(withBodies(entries, () => ({ D_7: '<p>Who knows?</p>' }))).toMatchObject([
      { title: 'Question 7', excerpt: 'Question, not answered yet. Who knows?', html: '<p>Who knows?</p>' },
    ]);
  });
});

describe('the feed of a blog', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  async function catalogueOf(files: Record<string, string>): Promise<Catalogue> {
    await writeContent(`${folder.dir}/content`, files);
    const env = {
      CONTENT_DIR: `${folder.dir}/content`,
      WATERCOOLER_CACHE: `${folder.dir}/cache`,
      WATERCOOLER_DAY: '2026-11-22',
    };
    const opened = await openContentFolder(readSettings(process.cwd(), env, new Date()));
    shareContentFolder(opened);
    return createCatalogue(opened.compiled().content, opened.view());
  }

  it('has the full text of visible posts with full addresses, newest first', async () => {
    const catalogue = await catalogueOf({
      'posts/newer.md': post(
        { title: 'Newer', date: '2026-05-01', lang: 'pt-PT' },
        'See [[first]] and **bold**.\n',
      ),
      'posts/draft.md': post({ draft: 'true' }, 'A secret.\n'),
    });
    const items = feedItems(catalogue, catalogue.posts);
    expect(items.map(({ title }) => title)).toEqual(['Newer', 'First words']);
    expect(items[0]).toMatchObject({
      url: 'https://blog.example/posts/newer/',
      language: 'pt-PT',
      authors: ['Ada Berg'],
      tags: ['Tools'],
    });
    expect(items[0]?.html.trim()).toBe(
      '<p>See <a href="https://blog.example/posts/first/">First words</a> and <strong>bold</strong>.</p>',
    );
  });

  it('holds the thirty newest', async () => {
    const files = Array.from(
      { length: 40 },
      (_, index) => [`posts/p-${index}.md`, post({ date: '2025-01-01' })] as const,
    );
    const catalogue = await catalogueOf(Object.fromEntries(files));
    expect(feedItems(catalogue, catalogue.posts)).toHaveLength(30);
    expect(feedItems(catalogue, catalogue.posts)[0]?.title).toBe('First words');
  });

  it('follows the whole blog or one list, and says which', async () => {
    const catalogue = await catalogueOf({});
    const { posts } = catalogue;
    const whole = feedResponse(
      postFeed(catalogue, {
        permalink: homePermalink,
        name: undefined,
        description: 'All.',
        posts,
      }),
    );
    const topic = feedResponse(
      postFeed(catalogue, {
        permalink: tagPermalink(tagSlug.parse('tools')),
        name: 'Tools',
        description: 'Some.',
        posts,
      }),
    );
    expect(whole.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(texts(await whole.text(), 'title')).toEqual(['The Harbour Log', 'First words']);
    const xml = await topic.text();
    expect(texts(xml, 'title')).toContain('Tools – The Harbour Log');
    expect(texts(xml, 'link')).toContain('https://blog.example/tags/tools/');
    expect(elements(xml).find(({ name }) => name === 'atom:link')?.attributes['href']).toBe(
      'https://blog.example/tags/tools/feed.xml',
    );
  });
});
