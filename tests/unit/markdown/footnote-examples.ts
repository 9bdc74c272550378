export interface Example {
  number: number;
  markdown: string;
  html: string;
}

const back = (id: string, again = '') =>
  `<a href="#fnref-${id}${again && `-${again}`}">↩${again && `<sup>${again}</sup>`}</a>`;
const call = (id: string, number: number) => `<sup><a href="#fn-${id}">${String(number)}</a></sup>`;
const notes = (...items: string[]) =>
  `<section><ol>${items.map((item) => `<li>${item}</li>`).join('')}</ol></section>`;

/**
 * Footnotes as GitHub shows them. The specification of GFM does not know them, so these examples are our own, in the
 * form that cmark-gfm gives to notes: ids `fn-…` and `fnref-…`, a further arrow for every further call.
 */
export const footnoteExamples: Example[] = [
  {
    number: 1,
    markdown: 'One[^b] two[^a].\n\n[^a]: Note *a*.\n\n[^b]: Note b.\n',
    html: `<p>One${call('b', 1)} two${call('a', 2)}.</p>${notes(`<p>Note b. ${back('b')}</p>`, `<p>Note <em>a</em>. ${back('a')}</p>`)}`,
  },
  {
    number: 2,
    markdown: 'One[^a] and again[^a].\n\n[^a]: Note.\n',
    html: `<p>One${call('a', 1)} and again${call('a', 1)}.</p>${notes(`<p>Note. ${back('a')} ${back('a', '2')}</p>`)}`,
  },
  { number: 3, markdown: 'Nobody calls it.\n\n[^a]: Note.\n', html: '<p>Nobody calls it.</p>' },
  { number: 4, markdown: 'There is no note[^a].\n', html: '<p>There is no note[^a].</p>' },
  {
    number: 5,
    markdown: 'One[^a].\n\n[^a]:\n    > Quoted.\n\n        code\n\n    Last words.\n\nAfter it.\n',
    html: `<p>One${call('a', 1)}.</p><p>After it.</p>${notes(`<blockquote><p>Quoted.</p></blockquote><pre><code>code\n</code></pre><p>Last words. ${back('a')}</p>`)}`,
  },
  {
    number: 6,
    markdown: 'One[^a].\n\n[^a]:\n        code\n',
    html: `<p>One${call('a', 1)}.</p>${notes(`<pre><code>code\n</code></pre>${back('a')}`)}`,
  },
  {
    number: 7,
    markdown: '| a[^x] |\n| --- |\n\n- b[^y]\n\n[^x]: Calls another[^y].\n[^y]: Note.\n',
    html: `<table><thead><tr><th>a${call('x', 1)}</th></tr></thead></table><ul><li>b${call('y', 2)}</li></ul>${notes(`<p>Calls another${call('y', 2)}. ${back('x')}</p>`, `<p>Note. ${back('y')} ${back('y', '2')}</p>`)}`,
  },
  {
    number: 8,
    markdown: '`[^a]` and \\[^a] are no calls.\n\n[^a]: Note.\n',
    html: '<p><code>[^a]</code> and [^a] are no calls.</p>',
  },
  {
    number: 9,
    markdown: 'Case makes no difference[^A].\n\n[^a]: Note.\n',
    html: `<p>Case makes no difference${call('a', 1)}.</p>${notes(`<p>Note. ${back('a')}</p>`)}`,
  },
];
