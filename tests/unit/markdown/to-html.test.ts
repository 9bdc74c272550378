import type { ElementContent, Root } from 'hast';
import { toHtml as reference } from 'hast-util-to-html';
import { h } from 'hastscript';
import { expect, it } from 'vitest';
import { toHtml } from '../../../src/markdown/to-html.ts';

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).join('');
const signs = `${ascii}äß…“漢\u{1F642}&amp;&#x3C;`;
const element = (tagName: string, properties = {}, ...children: ElementContent[]): ElementContent => ({
  type: 'element',
  tagName,
  properties,
  children,
});
const text = (value: string): ElementContent => ({ type: 'text', value });

const tags = [
  'p',
  'a',
  'br',
  'img',
  'input',
  'wbr',
  'pre',
  'script',
  'style',
  'template',
  'wc-video',
  'svg',
  'math',
  'textarea',
  'noscript',
  'table',
  'td',
  'li',
];
const names = [
  'href',
  'className',
  'id',
  'title',
  'ariaLabel',
  'ariaDescribedBy',
  'dataFootnotes',
  'dataTitle',
  'checked',
  'disabled',
  'controls',
  'download',
  'hidden',
  'srcSet',
  'srcset',
  'sizes',
  'width',
  'tabIndex',
  'accept',
  'coords',
  'open',
  'start',
  'type',
  'viewBox',
  'xLinkHref',
  'contentEditable',
  'spellCheck',
  'referrerPolicy',
  'open"',
  'a=b',
];
const values = [
  ...['', 'x', 'a b', ' a ', signs, 'true', 'checked', 'download', 'hidden'],
  ...[0, 7, -1.5, NaN, true, false, null, undefined, [], ['a'], ['a', 'b'], [' ', 'a', ''], ['a', 1, '"&']],
];

it.each(tags)('writes <%s> as the package does, whatever is in it', (tag) => {
  const contents = [
    [],
    [text(signs)],
    [element('b', { title: signs }, text(signs)), text('&')],
    [element('br')],
  ];
  for (const children of contents)
    expect(toHtml(element(tag, {}, ...children))).toBe(reference(element(tag, {}, ...children)));
});

it.each(names)('writes the attribute %s as the package does, whatever its value', (name) => {
  for (const tag of ['a', 'input', 'svg'])
    for (const value of values) {
      const node = element(tag, { id: 'b', [name]: value, lang: 'de' }, text('c'));
      expect(toHtml(node)).toBe(reference(node));
    }
});

it('writes comments, types of document and roots as the package does', () => {
  const tree: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      { type: 'comment', value: ' <!-- ' },
      h('ul', [h('li', 'a'), h('li', 'b')]),
      text('c'),
    ],
  };
  expect(toHtml(tree)).toBe(reference(tree));
});

it('knows more names than it remembers', () => {
  for (let index = 0; index < 3_000; index += 1) {
    const node = element('p', { [`data${String(index)}`]: 'a', dataOne: 'b' });
    expect(toHtml(node)).toBe(reference(node));
  }
});
