import { expect, it } from 'vitest';
import { indexedDocument } from '../../../src/search/indexed-document.ts';

// In an attribute, a browser escapes nothing but the quotation mark and the ampersand, and so do our pages.
it.each([
  '<script src="blob:x"></script>'.replaceAll('"', '&quot;'),
  '<p data-pagefind-ignore>a</p>',
  '<b data-astro-cid-abc>a</b>',
  '<style>p{}</style><svg></svg>',
])('gives the index a title as it is, whatever it looks like: %s', (title) => {
  const fact = `<span data-pagefind-meta="title[data-words]" data-words="${title}"></span>`;
  const html = `<html lang="en"><body><article data-pagefind-body>${fact}<p>data-astro-cid-xyz</p></article></body></html>`;
  const { content } = indexedDocument(html) ?? { content: '' };
  expect(content).toContain(fact);
  expect(content).toContain('<p>data-astro-cid-xyz</p>');
});
