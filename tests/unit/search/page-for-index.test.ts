import { expect, it } from 'vitest';
import { pageForIndex } from '../../../src/search/page-for-index.ts';

it.each([
  [
    'multiplies every weight by that of the page',
    '<article class="a" data-pagefind-body><div data-search-weight="0.5"></div><h2 id="x">A</h2><h4>B</h4><p>C</p><ol data-pagefind-weight="0.6"></ol></article>',
    '<article data-pagefind-weight="0.5000" class="a" data-pagefind-body><div data-search-weight="0.5"></div><h2 data-pagefind-weight="2.5000" id="x">A</h2><h4 data-pagefind-weight="1.5000">B</h4><p>C</p><ol data-pagefind-weight="0.3000"></ol></article>',
  ],
  [
    'gives headings their weights in a page without one',
    '<article data-pagefind-body><h3>A</h3></article>',
    '<article data-pagefind-body><h3 data-pagefind-weight="4.0000">A</h3></article>',
  ],
  [
    'parts words without spaces in text and titles, and nowhere else',
    '<span data-words="研修資料" title="研修資料"></span><p id="研修資料">研修資料</p>',
    '<span data-words="研修\u200B 資料" title="研修資料"></span><p id="研修資料">研修\u200B 資料</p>',
  ],
])('%s', (_name, html, expected) => {
  expect(pageForIndex(html).content).toBe(expected);
});

const page = (tag: string, words = 'A') =>
  pageForIndex(`<article data-pagefind-body>${tag}${words}</article>`);
const plain = page('<p class="anchor" id="a">');

it.each([
  '<p class="wide anchor" id="a">',
  '<p class="anchor" id="a" style="color: red">',
  '<p class="anchor" data-edit id="a">',
  '<p data-astro-cid-abc data-edit="1" class="anchor" id="a">',
])('says that a page tells the index the same with %s', (tag) => {
  expect(page(tag).telling).toBe(plain.telling);
  expect(page(tag).content).not.toBe(plain.content);
});

it('tells the index nothing of what it ignores, except what it reads there all the same', () => {
  const around = (text: string) => page(`<div data-pagefind-ignore>${text}</div><p>`).telling;
  expect(around('<div>A</div> B')).toBe(around('<div>C</div> D'));
  expect(around('<div>A</div></div> B<div>')).not.toBe(around('<div>A</div></div> C<div>'));
  expect(around('<img src="/a.webp">')).not.toBe(around('<img src="/b.webp">'));
  expect(around('<h1>A</h1>')).not.toBe(around('<h1>B</h1>'));
  expect(around('<i data-pagefind-filter="state">A</i>')).not.toBe(
    around('<i data-pagefind-filter="state">B</i>'),
  );
  // What is never closed has no end that could be known.
  const open = (text: string) => page(`<img data-pagefind-ignore><p>${text}`).telling;
  expect(open('A')).not.toBe(open('B'));
  const openAndRead = (text: string) => page(`<img data-pagefind-ignore>${text}<h1>T</h1>`).telling;
  expect(openAndRead('A')).not.toBe(openAndRead('B'));
});

it('takes the facts apart, by their names', () => {
  const stated = (topics: string, title = 'A') =>
    page(
      `<span data-pagefind-meta="title[data-words]" data-words="${title}"></span><span data-pagefind-meta="tags[data-words]" data-words="${topics}"></span>`,
    );
  expect(stated('Safety &amp; care').facts).toEqual({ title: 'A', tags: 'Safety &amp; care' });
  expect(stated('Safety').telling).toBe(stated('Pumps').telling);
  expect(stated('Safety').content).not.toBe(stated('Pumps').content);
});

it.each([
  ['<p class="anchor" id="b">', 'A'],
  ['<p class="wide" id="a">', 'A'],
  ['<p class="anchor origin" id="a">', 'A'],
  ['<p class="anchor" id="a" data-pagefind-ignore>', 'A'],
  ['<p class="anchor" id="a" data-words="A">', 'A'],
  ['<p class="anchor" id="a" data-search-weight="0.5000">', 'A'],
  ['<p class="anchor" id="a" data-footnote-ref>', 'A'],
  ['<div class="anchor" id="a">', 'A'],
  ['<p class="anchor" id="a">', 'B'],
])('says that a page tells the index something else with %s%s', (tag, words) => {
  expect(page(tag, words).telling).not.toBe(plain.telling);
});

it('takes no word of a title for an attribute', () => {
  const titled = (title: string) => page(`<p data-words="${title}">`).telling;
  const titles = [
    '<b class=&quot;a&quot;>',
    '<b class=&quot;b&quot;>',
    'the class of',
    'the of',
    'a data-x b',
    'a b',
  ];
  expect(new Set(titles.map(titled)).size).toBe(titles.length);
});
