import { SaxesParser } from 'saxes';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mimeType } from '../../scripts/adapters/mime-types.ts';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';
import { hostile, hostileBlog, tooLong } from './hostile-blog.ts';
import { nothingRead, readPages, type PageFacts } from './page-facts.ts';
import { openRange, origin, type Range } from './range.ts';

let blog: TestBlog;
let built: Map<string, Buffer>;
let range: Range;
let facts: Map<string, PageFacts>;

beforeAll(async () => {
  const picture = await sharp({ create: { width: 480, height: 20, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  blog = await createTestBlog(hostileBlog(picture));
  const { code, printed } = await runWatercooler('build', blog);
  expect(printed).toMatch(/Built \d+ pages/u);
  expect(code).toBe(0);
  built = await readTree(blog.out);
  range = await openRange((path) => {
    const file = built.get(decodeURIComponent(path.slice(1)));
    // A font is bytes to take to the browser, and nothing else.
    return file && { contentType: mimeType(path), body: path.endsWith('.woff2') ? '' : file };
  });
  const pages = [...built].filter(([path]) => path.endsWith('.html'));
  facts = await readPages(range, pages);
});
afterAll(async () => {
  await range.close();
  await blog.remove();
});

const text = (path: string) => built.get(path)?.toString() ?? '';
const json = (path: string): unknown => JSON.parse(text(path));
const plain = (words: string) => words.replace(/\s+/gu, ' ').trim();

/** The texts that stand in no page among those that are given, where everybody can read them. */
function missing(texts: readonly string[], places: readonly string[]): string[] {
  const shown = new Set(places.map(plain));
  return texts.filter((words) => !shown.has(plain(words)));
}

const everywhere = (read: (page: PageFacts) => readonly string[]) => [...facts.values()].flatMap(read);

/** The search page has a box for every topic and author, and each one that is ticked is a search. */
const mostProvoked = 150;

/** The texts of the elements with a name, in order. Throws when the document is not well-formed. */
function xmlTexts(xml: string, name: string): string[] {
  const texts: string[] = [];
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => open.push({ name: tag.name, text: '' }));
  parser.on('text', (words) => {
    const inner = open.at(-1);
    if (inner !== undefined) inner.text += words;
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed?.name === name) texts.push(closed.text);
  });
  parser.write(xml).close();
  return texts;
}

describe('a blog whose titles, excerpts, labels and names are attacks', () => {
  it('refuses those that are too long to be any of these', () => {
    expect(tooLong().filter(({ refused }) => !refused)).toEqual([]);
  });

  it('shows every one of the others as the words that they are', () => {
    expect(
      missing(
        hostile.titles,
        everywhere(({ headings }) => headings),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.titles,
        everywhere(({ links }) => links),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.excerpts,
        everywhere(({ paragraphs }) => paragraphs),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.excerpts,
        everywhere(({ description }) => [description]),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.labels,
        everywhere(({ links }) => links),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.names,
        everywhere(({ links }) => links),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.alts,
        everywhere(({ alts }) => alts),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.names,
        everywhere(({ speakers }) => speakers),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.labels,
        everywhere(({ choices }) => choices),
      ),
    ).toEqual([]);
  });

  it('has nothing in any page that a policy without inline scripts and styles would stop', () => {
    expect(facts.size).toBeGreaterThan(1_000);
    const dangers = [...facts].flatMap(([path, { dangers: found }]) =>
      found.map((danger) => `${path}: ${danger}`),
    );
    expect(dangers).toEqual([]);
  });

  // The lists show every title, excerpt, label and name, and the first posts every description of a picture. Of the pages
  // of single posts, topics and authors a sample is opened as well; the test above has read them all.
  it('runs nothing and asks nobody when its pages are opened', async () => {
    // The pages about the rules of the check, and those that only lead on, hold nothing that anybody wrote.
    const all = [...facts.keys()].filter(
      (path) => !/^(?:write\/rules\/.|questions\/\d+\/index\.html)/u.test(path),
    );
    const single = all.filter((path) =>
      /^(?:posts\/post-|tags\/tag-|authors\/author-|questions\/\d+\/)/u.test(path),
    );
    const described = hostile.alts.map((_alt, index) => `posts/post-${index}/index.html`);
    const opened = all.filter(
      (path) => !single.includes(path) || described.includes(path) || single.indexOf(path) % 48 === 0,
    );
    expect(opened.length).toBeGreaterThan(100);
    for (const path of opened) {
      const { found, requests, ...seen } = await range.visit(
        { html: text(path) },
        (page) => page.title(),
        mostProvoked,
      );
      // The search form does what it is for.
      const others = requests.filter((request) => !request.startsWith(`document ${origin}/search/?`));
      expect({ path, isShown: found?.includes('hit('), requests: others, ...seen }).toEqual({
        ...{ path, isShown: true, executed: new Set(), requests: [], dialogs: [], windows: 0, refusals: 0 },
      });
    }
    const isMissing = (texts: readonly string[], read: (page: PageFacts) => readonly string[]) =>
      missing(
        texts,
        opened.flatMap((path) => read(facts.get(path) ?? nothingRead)),
      );
    expect(isMissing(hostile.titles, ({ links }) => links)).toEqual([]);
    expect(isMissing(hostile.excerpts, ({ paragraphs }) => paragraphs)).toEqual([]);
    expect(isMissing(hostile.labels, ({ links }) => links)).toEqual([]);
    expect(isMissing(hostile.names, ({ links }) => links)).toEqual([]);
    expect(isMissing(hostile.alts, ({ alts }) => alts)).toEqual([]);
  });
});

describe('every other format escapes for itself', () => {
  const titles = new Set(hostile.titles);
  const excerpts = new Set(hostile.excerpts);
  const unknown = (texts: readonly string[], known: ReadonlySet<string>) =>
    texts.filter((words) => !known.has(words));

  it('JSON-LD', () => {
    const articles = everywhere(({ data }) => data).map(
      (source) =>
        JSON.parse(source) as {
          headline: string;
          description: string;
          author: { name: string }[];
          keywords: string[];
        },
    );
    expect(articles.length).toBeGreaterThan(500);
    expect(
      missing(
        hostile.titles,
        articles.map(({ headline }) => headline),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.excerpts,
        articles.map(({ description }) => description),
      ),
    ).toEqual([]);
    expect(
      missing(
        hostile.labels,
        articles.flatMap(({ keywords }) => keywords),
      ),
    ).toEqual([]);
  });

  it('RSS', () => {
    const xml = text('feed.xml');
    const [channel, ...items] = xmlTexts(xml, 'title');
    expect(channel).toBe(hostile.site);
    expect(items.length).toBe(30);
    expect(unknown(items, titles)).toEqual([]);
    expect(unknown(xmlTexts(xml, 'description').slice(1), excerpts)).toEqual([]);
    expect(unknown(xmlTexts(xml, 'category'), new Set(hostile.labels))).toEqual([]);
    expect(unknown(xmlTexts(xml, 'dc:creator'), new Set(hostile.names))).toEqual([]);
    const asked = xmlTexts(text('questions/feed.xml'), 'title').slice(1);
    expect(asked.length).toBe(30);
    expect(unknown(asked, titles)).toEqual([]);
    for (const path of built.keys()) if (path.endsWith('feed.xml')) xmlTexts(text(path), 'title');
  });

  it('the JSON feed, the manifest and the list of titles', () => {
    const feed = json('feed.json') as { title: string; items: { title: string; summary: string }[] };
    expect(feed.title).toBe(hostile.site);
    expect(feed.items.length).toBe(30);
    expect(
      unknown(
        feed.items.map(({ title }) => title),
        titles,
      ),
    ).toEqual([]);
    expect(
      unknown(
        feed.items.map(({ summary }) => summary),
        excerpts,
      ),
    ).toEqual([]);
    expect(json('manifest.webmanifest')).toMatchObject({
      name: hostile.site,
      description: `The purpose ${hostile.site}`,
    });
    expect(unknown(Object.values(json('slugs.json') as Record<string, string>), titles)).toEqual([]);
  });

  it('the sitemap', () => {
    const urls = xmlTexts(text('sitemap.xml'), 'loc').map((url) => new URL(url));
    expect(urls.length).toBeGreaterThan(1_000);
    expect(urls.filter((url) => url.origin !== origin || url.search + url.hash !== '')).toEqual([]);
  });

  it('what the search knows of a page', () => {
    const fragments = [...built].flatMap(([path, bytes]) =>
      path.endsWith('.pf_fragment')
        ? [JSON.parse(bytes.toString().replace(/^pagefind_dcd/u, '')) as Fragment]
        : [],
    );
    expect(
      missing(
        hostile.titles,
        fragments.map(({ meta }) => meta.title),
      ),
    ).toEqual([]);
  });
});

interface Fragment {
  meta: { title: string };
}
