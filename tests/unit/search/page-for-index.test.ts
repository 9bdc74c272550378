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
  expect(pageForIndex(html)).toBe(expected);
});
