import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { inertCode, inertText } from '../../../../scripts/reviewing/inert-markdown.ts';
import { hostileTitle } from '../../../support/reviewed-blog.ts';

/** As a forge would show it, raw HTML and all. */
function shown(markdown: string): string {
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkRehype, { allowDangerousHtml: true })
    .use(rehypeRaw);
  return toHtml(processor.runSync(processor.parse(markdown)));
}

const attempts = [
  hostileTitle,
  '# Title\n\n* one\n* two\n\n1. first',
  '[link](javascript:alert(1)) <https://a.example> https://b.example www.c.example me@d.example',
  '<img src=x onerror=alert(1)><details><summary>x</summary>',
  '&lt;b&gt; &copy; &#64;everyone',
  '**bold** _italics_ ~~gone~~ `code` ``` ```',
  '| a | b |\n|---|---|\n| c | d |',
  '\\<b\\> \\@ada \\',
  '> quoted\n\n    code\n\n---\n\n===',
  '[^1]: note [ref]: https://e.example',
  '- [ ] task',
];

describe('words of strangers in Markdown', () => {
  it.each(attempts)('are shown as they are, and are nothing else: %j', (text) => {
    const html = shown(`Before ${inertText(text)} after`);
    const [, inner = ''] = /^<p>(.*)<\/p>$/su.exec(html) ?? [];
    const words = inner.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&').replaceAll('\u200B', '');
    expect(words).toBe(`Before ${text.replaceAll(/\s+/gu, ' ')} after`);
  });

  it.each(attempts)('are shown as they are when they are code: %j', (text) => {
    const html = shown(`Before ${inertCode(text)} after`);
    expect(html).toMatch(/^<p>Before <code>[^<]*<\/code> after<\/p>$/u);
  });

  it.each([
    ['@ada', /@ada/u],
    ['fixes #12', /#12/u],
    ['GH-12 and gh-13', /gh-\d/iu],
    ['group/project!7', /!7/u],
    ['a\u202Eb\u0007', /[\u202E\u0007]/u],
  ])('tell nobody and mention nothing: %s', (text, alive) => {
    expect(shown(inertText(text))).not.toMatch(alive);
  });
});
