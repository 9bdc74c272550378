import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { blog, render } from './blog.ts';

describe('the facts of a body', () => {
  it('counts words in text, code and captions once', () => {
    expect(render('One *two* three.\n\n```sh\nfour five\n```\n\n- six\n- seven-eight').facts.words).toBe(7);
  });

  it('counts two signs as a word in scripts without spaces', () => {
    expect(render('日本語の文です and two').facts.words).toBe(6);
  });

  it('takes a short first paragraph as the opening, without the formatting', () => {
    expect(render('> Quoted first.\n\nA *short* [one](https://example.com).\n\nAnother.').facts.opening).toBe(
      'A short one.',
    );
  });

  it('cuts a long opening behind the last sentence that fits', () => {
    const sentence = 'This sentence has exactly fifty signs, count them.';
    expect(render(`${sentence} ${sentence} ${sentence} ${sentence} End.`).facts.opening).toBe(
      `${sentence} ${sentence} ${sentence}`,
    );
  });

  it('cuts at a word when the first sentence is too long, or would leave almost nothing', () => {
    const { opening } = render(`Short. ${'word '.repeat(80)}`).facts;
    expect(opening.length).toBeLessThanOrEqual(200);
    expect(opening).toMatch(/ word…$/u);
  });

  it('lists headings of two levels with the ids they have in the page', () => {
    const { facts, html } = render('## A `b`\n\n### C\n\n#### D\n\n## A b\n\nText[^1]\n\n[^1]: Note');
    expect(facts.headings).toEqual([
      { depth: 2, id: 'a-b', text: 'A b' },
      { depth: 3, id: 'c', text: 'C' },
      { depth: 2, id: 'a-b-1', text: 'A b' },
    ]);
    for (const { id } of facts.headings) expect(html).toContain(` id="${id}"`);
  });

  it('lists mentioned posts in the order of first mention, however they are written', () => {
    const body =
      '[x](/posts/what-drift-looks-like/) [[names-that-sort]] [[file-names]] [y](../what-drift-looks-like/) [[next-year]] [z](/tags/calibration/)';
    expect(render(body).facts.mentions).toEqual(['what-drift-looks-like', 'names-that-sort']);
  });

  it('lists pictures once each, and no refused ones', () => {
    expect(render('![a](pump.webp) ![b](./pump.webp) ![c](gone.webp)').facts.pictures).toEqual([
      '/pictures/pump.webp',
    ]);
  });

  it('knows which parts need a script', () => {
    expect(render('Text with `code`.').facts.features).toEqual([]);
    expect(render('```\ncode\n```\n\nhttps://youtu.be/dQw4w9WgXcQ').facts.features).toEqual([
      'video',
      'copy',
    ]);
    const quiz = '<Quiz id="a" question="Q?">\n<Option>A</Option>\n<Option correct>B</Option>\n</Quiz>';
    const tabs = '<Tabs>\n<Tab label="A">\n\nText\n\n</Tab>\n</Tabs>';
    expect(render(`${quiz}\n\n${tabs}`, 'mdx').facts.features).toEqual(['quiz', 'tabs']);
  });
});

describe('the text of a body', () => {
  it('reads like the page, without the machinery of headings, notes and tables', () => {
    const body =
      '## Head\n\nOne[^1] [[names-that-sort]].\n\n- a\n- b\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n```sh\n  ls\n```\n\n[^1]: Note.';
    expect(render(body).text).toBe('Head\n\nOne Names that sort.\n\na\nb\n\nx  y\n1  2\n\n  ls\n\nNote.');
  });

  it('holds the words of components and nothing of hidden posts', () => {
    const { text } = render('<Callout title="Head">\n\n[[next-year]]\n\n</Callout>', 'mdx');
    expect(text).toBe('Head\n\nnext-year');
  });
});

describe('fragments', () => {
  it('are collected for other pages, and for own parts that the body lacks', () => {
    const body =
      '[a](#here) [b](#gone)\n[c](/posts/names-that-sort/#by-date) [[names-that-sort#By size]]\n\n## Here';
    expect(render(body).fragments.map(({ path, fragment, line }) => `${line} ${path}#${fragment}`)).toEqual([
      '2 /posts/names-that-sort/#by-date',
      '2 /posts/names-that-sort/#by-size',
      '1 #gone',
    ]);
  });
});

describe('bodies that share a page', () => {
  it('have ids of their own, and links that follow them', () => {
    const body = '## Here\n\n[a](#here) <span id="own">x</span> [b](#own) note[^1]\n\n[^1]: Note';
    const { html } = renderMarkdown(body, {
      format: 'md',
      context: blog,
      idPrefix: 'comment-7-',
      headingOffset: 2,
    });
    const ids = [...html.matchAll(/ id="([^"]*)"/gu)].map(([, id]) => id);
    const references = [...html.matchAll(/(?:href="#|describedby=")([^"]*)"/gu)].map(([, id]) => id);
    expect(ids.every((id) => id?.startsWith('comment-7-'))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
    expect(references.filter((id) => !ids.includes(id))).toEqual([]);
    expect(html).toContain('<h4 id="comment-7-here">');
  });

  it('may begin with a heading of level 1, which is lowered like the others', () => {
    const { messages, html } = renderMarkdown('# Big', { format: 'md', context: blog, headingOffset: 3 });
    expect(messages).toEqual([]);
    expect(html).toContain('<h4');
  });
});
