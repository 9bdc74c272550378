import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ourRemarkPlugins, trustedRehypePlugins } from '../../src/markdown/processors.ts';
import { rehypeRawWhenNeeded } from '../../src/markdown/rehype-raw-when-needed.ts';
import { renderMarkdown, type RenderOptions } from '../../src/markdown/render.ts';
import { createState } from '../../src/markdown/state.ts';
import { securityHeaders } from '../../src/model/security-headers.ts';
import { blog } from '../unit/markdown/blog.ts';
import { nothing, reportOn, type Report, type Specimen } from './documents.ts';
import { openRange, type Range } from './range.ts';
import { attack, corpus, families } from './vectors/corpus.ts';

// The pipeline of src/markdown/processors.ts but for its sanitiser. No switch of the product leads here.
const unsafe = unified()
  .use(remarkParse)
  .use(ourRemarkPlugins)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRawWhenNeeded)
  .use(trustedRehypePlugins)
  .freeze();

function renderUnsafe(body: string): string {
  const file = new VFile({ value: body, data: { watercooler: createState(blog) } });
  return toHtml(unsafe.runSync(unsafe.parse(file), file));
}

/** The attack as a browser reads it, each element closed: what stays open would change what the next one is. */
const balanced = (text: string) =>
  toHtml(rehypeRaw()({ type: 'root', children: [{ type: 'raw', value: text }] }, new VFile()));

const everyAttack = (html: (text: string, index: number) => string): Specimen[] =>
  corpus.map((_vector, index) => ({ index, html: html(attack(index), index) }));

const safe = (body: string, options: Partial<RenderOptions> = {}) =>
  renderMarkdown(body, { format: 'md', context: blog, ...options }).html;

/** As an author would have to write it to have these very words between brackets or quotes. */
const asWords = (text: string) => text.replace(/\s+/gu, ' ').replace(/[!-/:-@[-`{-~]/gu, '\\$&');

const pictures = (path: string) =>
  /^\/(?:pictures|files)\//u.test(path) ? { contentType: 'image/webp', body: '' } : undefined;

let range: Range;
beforeAll(async () => {
  range = await openRange(pictures);
});
afterAll(() => range.close());

describe('the corpus', () => {
  it('has thousands of attacks of every kind, each different', () => {
    expect(new Set(corpus.map((vector) => vector('hit(0)').trim())).size).toBe(corpus.length);
    expect(corpus.length).toBeGreaterThan(2_000);
    for (const [name, vectors] of Object.entries(families)) expect(vectors.length, name).toBeGreaterThan(100);
  });
});

describe('without a policy, nothing runs, loads, leaves its place or takes a name', () => {
  const places: Record<string, (text: string, index: number) => string> = {
    'the body of a post': (text) => safe(text),
    'the body of an .mdx post': (text) => safe(text, { format: 'mdx' }),
    'the body of a comment': (text, index) => safe(text, { idPrefix: `comment-${index}-` }),
    'the words for a picture': (text) =>
      `${safe(`![${text}](./pump.webp)`)}${safe(`![${asWords(text)}](./pump.webp)`)}${safe(`a ![${asWords(text)}](./pump.webp) b`)}`,
    'the caption of a picture': (text) =>
      `${safe(`![a](./pump.webp "${text}")`)}${safe(`![a](./pump.webp "${asWords(text)}")`)}`,
  };

  it.each(Object.entries(places))('in %s', async (_name, place) => {
    const { refusals, ...report } = await reportOn(range, everyAttack(place));
    expect(report).toEqual(nothing);
    expect(refusals).toBe(0);
  });
});

describe('without the sanitiser', () => {
  const policy = securityHeaders({ frames: ['https://talk.example'] });
  const bodies = everyAttack(renderUnsafe);

  // Measured: 823 run, 139 ask for something, 78 take a name, 28 swallow what follows.
  it('hundreds of attacks run, so the tests above would see one', async () => {
    const report = await reportOn(range, bodies);
    expect(report.executed.size).toBeGreaterThan(500);
    expect(report.requests.length).toBeGreaterThan(50);
    expect(report.forbidden.length).toBeGreaterThan(50);
    expect(report.clobbered.length).toBeGreaterThan(50);
    expect(report.swallowed.length).toBeGreaterThan(5);
  });

  it.each<[string, readonly Specimen[]]>([
    ['what the rest of the pipeline makes of them', bodies],
    ['the attacks themselves', everyAttack(balanced)],
  ])('the policy alone lets nothing run: %s', async (_name, specimens) => {
    const report: Report = await reportOn(range, specimens, policy);
    expect([...report.executed].map(attack)).toEqual([]);
    expect(report.lost).toEqual([]);
    expect(report.dialogs).toEqual([]);
    expect(report.refusals).toBeGreaterThan(50);
  });
});
