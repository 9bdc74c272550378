import { describe, expect, it } from 'vitest';
import { articleData, scriptSafeJson } from '../../../src/model/structured-data.ts';
import { authorPermalink } from '../../../src/model/permalink.ts';
import { authorSlug } from '../../../src/model/slug.ts';
import { aPost, aSite, day } from '../../support/entries.ts';

const hostile = '</script><script>alert(1)</script><!-- \u2028\u2029 "quoted" \\ & 🎉';

describe('JSON in a script element', () => {
  it('cannot end the element, open a comment, or hold a line separator', () => {
    const json = scriptSafeJson({ hostile, [hostile]: [hostile] });
    expect(json).not.toMatch(/[<>\u2028\u2029]/u);
  });

  it('still says what was meant', () => {
    expect(JSON.parse(scriptSafeJson({ hostile }))).toEqual({ hostile });
  });
});

describe('a post in the words of schema.org', () => {
  const article = {
    post: aPost('a', { title: hostile, lang: 'pt-PT' }, { body: { words: 42 } }),
    url: 'https://blog.example/posts/a/',
    excerpt: 'In short.',
    authors: [{ name: 'Ada', permalink: authorPermalink(authorSlug.parse('ada')) }],
    tags: [],
    revised: undefined,
    talk: { count: 3 },
  };

  it('has full addresses, its own language, and the day of publication until it is revised', () => {
    expect(articleData(aSite(), article)).toMatchObject({
      headline: hostile,
      inLanguage: 'pt-PT',
      datePublished: '2026-03-12',
      dateModified: '2026-03-12',
      wordCount: 42,
      commentCount: 3,
      author: [{ '@type': 'Person', name: 'Ada', url: 'https://blog.example/authors/ada/' }],
    });
    expect(articleData(aSite(), { ...article, revised: day('2026-04-01') })['dateModified']).toBe(
      '2026-04-01',
    );
  });
});
