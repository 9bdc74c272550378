import { expect, it } from 'vitest';
import { indexedText } from '../../../src/search/page-text.ts';

const words = (html: string) => indexedText(html).trim().split(/\s+/u).join(' ');

it('takes the text of what is marked for the index, and nothing else', () => {
  const html = `<html><head><title>Frame</title></head><body><nav>Menu</nav>
    <article class="column" data-pagefind-body><h1>A pump</h1><article>Inside</article><p>Clean &amp; dry.</p></article>
    <div>Beside</div><div data-pagefind-body>Comments <div>of all</div></div><footer>Foot</footer></body></html>`;
  expect(words(html)).toBe('A pump Inside Clean & dry. Comments of all');
});

it('leaves out scripts, styles and drawings', () => {
  const html =
    '<main data-pagefind-body>a<script>let b = "<p>";</script><style>c{}</style><svg><title>d</title></svg>e</main>';
  expect(words(html)).toBe('a e');
});

it('leaves out what is marked to be left out, also inside itself, and keeps a text that speaks of the mark', () => {
  const html =
    '<main data-pagefind-body>a<div class="x" data-pagefind-ignore>b<div data-pagefind-ignore>c</div>d</div>' +
    '<code>data-pagefind-ignore</code> e<p data-pagefind-ignore>f</p><code>&lt;p data-pagefind-ignore&gt;</code></main>';
  expect(words(html)).toBe('a data-pagefind-ignore e <p data-pagefind-ignore>');
});

it('reads references to characters', () => {
  expect(words('<div data-pagefind-body>caf&#xe9; na&#239;ve &lt;b&gt; &quot;&nbsp;&#x110000;</div>')).toBe(
    'café naïve <b> "',
  );
});

it('has nothing to say of a page without a mark', () => {
  expect(words('<main>Words</main>')).toBe('');
});
