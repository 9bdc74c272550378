import { describe, expect, test } from 'vitest';
import { createLikeness } from '../../../src/model/likeness.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { root } from '../../support/run-watercooler.ts';

const { posts } = await readContent({ dir: `${root}/content`, label: 'content' });
const texts = posts.map((post) => ({ slug: post.slug, title: post.data.title, text: post.body() }));
const likeness = createLikeness(texts);
const found = (one: Parameters<typeof likeness>[0]) =>
  likeness(one).map(({ slug, by, likeness: much }) => `${slug} by its ${by}, ${much.toFixed(2)}`);

describe('posts that say nearly the same', () => {
  test('are none in the sample blog', () => {
    expect(texts.flatMap(({ slug, ...one }) => found({ ...one, except: slug }))).toEqual([]);
  });

  test('are found when sentences are in another order, some are missing and others are new', () => {
    const text = posts.find(({ slug }) => slug === 'names-that-sort')?.body() ?? '';
    const paragraphs = text.split('\n\n');
    const again = [...paragraphs.slice(3).reverse(), 'Last week I heard of this again, from the harbour.'];
    expect(found({ title: 'What to call a file', text: again.join('\n\n') })).toEqual([
      expect.stringMatching(/^names-that-sort by its text, 0\.[6-9]/u),
    ]);
  });

  test('are found by a title with the same words, before there is a text', () => {
    expect(found({ title: 'Tests that search' })).toEqual([]);
    expect(found({ title: 'Sort names that' })).toEqual(['names-that-sort by its title, 1.00']);
    expect(found({ title: 'A proverb of the harbour' })).toEqual([
      expect.stringMatching(/^a-proverb-from-the-harbour by its title/u),
    ]);
  });

  test('never include the text itself', () => {
    const [first] = texts;
    expect(first && likeness({ ...first, except: first.slug })).toEqual([]);
  });

  test('are found in scripts without spaces, and with other accents', () => {
    const known = [
      { slug: 'harbour', title: '港の安全について', text: '' },
      { slug: 'coffee', title: 'Où est le café des élèves ?', text: '' },
    ];
    const ask = createLikeness(known);
    expect(ask({ title: '港の安全について考える' }).map(({ slug }) => slug)).toEqual([]);
    expect(ask({ title: '港の安全' }).map(({ slug }) => slug)).toEqual([]);
    expect(ask({ title: '港の安全につい' }).map(({ slug }) => slug)).toEqual(['harbour']);
    expect(ask({ title: 'Ou est le cafe des eleves' }).map(({ slug }) => slug)).toEqual(['coffee']);
  });

  test('are not found by a handful of words that every text has', () => {
    const ask = createLikeness([{ slug: 'a', title: 'One', text: 'Thank you all for this.' }]);
    expect(ask({ title: 'Two', text: 'Thank you all for this.' })).toEqual([]);
  });
});
