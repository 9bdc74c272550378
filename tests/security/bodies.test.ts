import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderMarkdown, type RenderOptions } from '../../src/markdown/render.ts';
import { blog } from '../unit/markdown/blog.ts';
import { everyAttack, nothing, reportOn } from './documents.ts';
import { openRange, pictures, type Range } from './range.ts';
import { corpus, families } from './vectors/corpus.ts';
import { asWords } from './vectors/vector.ts';

const safe = (body: string, options: Partial<RenderOptions> = {}) =>
  renderMarkdown(body, { format: 'md', context: blog, ...options }).html;

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
    'the body of a comment': (text, index) =>
      safe(text, { idPrefix: `comment-${index}-`, headingOffset: 2, isRemark: true }),
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
