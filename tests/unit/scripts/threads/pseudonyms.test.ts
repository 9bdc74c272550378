import { describe, expect, it } from 'vitest';
import { pseudonymised, withoutNames } from '../../../../scripts/threads/pseudonyms.ts';
import { aRemark, threadFile } from '../../../support/entries.ts';

const unnamed = {
  people: [
    { login: 'Ada-B', name: 'A <former> colleague' },
    { login: 'a.b', name: 'Another' },
  ],
  forgeUrl: 'https://forge.example/',
};

describe('a name that is not to be told', () => {
  it.each([
    ['@ada-b and @ADA-B, said @ada-bc', 'A <former> colleague and A <former> colleague, said @ada-bc'],
    ['mail@ada-b.example, x@ada-b, team/@ada-b', 'mail@ada-b.example, x@ada-b, team/@ada-b'],
    ['(@ada-b)', '(A <former> colleague)'],
    ['https://forge.example/ada-b is she', 'https://forge.example/ghost is she'],
    [
      'https://forge.example/ada-b/, [her](https://forge.example/Ada-B/)',
      'https://forge.example/ghost/, [her](https://forge.example/ghost/)',
    ],
    [
      'https://forge.example/ada-b/blog, https://other.example/ada-b',
      'https://forge.example/ada-b/blog, https://other.example/ada-b',
    ],
    ['@axb is not @a.b', '@axb is not Another'],
  ])('is taken out of %j', (before, after) => {
    expect(withoutNames(before, unnamed)).toBe(after);
  });

  it('is nowhere in the thread: authors, words, HTML, replies, titles, polls', () => {
    const author = { login: 'ada-b', name: 'Ada Berg' };
    const html =
      '<p>Ask <a class="user-mention" data-hovercard-url="/users/ada-b/hovercard" href="https://forge.example/ada-b">@ada-b</a></p>';
    const words = { author, body: 'Ask @ada-b', html };
    const { replies: _, ...reply } = aRemark('r', words);
    const thread = threadFile({
      ...words,
      title: 'For @ada-b',
      formerTitles: ['Dear @ada-b'],
      poll: {
        question: 'Who asks @ada-b?',
        options: ['@ada-b', 'Nobody'].map((label) => ({ label, votes: 1 })),
      },
      comments: [aRemark('c', { ...words, replies: [reply] })],
    });
    const told = pseudonymised(thread, unnamed);
    expect(JSON.stringify(told)).not.toMatch(/ada/iu);
    expect(told).toMatchObject({
      title: 'For A <former> colleague',
      poll: {
        question: 'Who asks A <former> colleague?',
        options: [
          { label: 'A <former> colleague', votes: 1 },
          { label: 'Nobody', votes: 1 },
        ],
      },
      author: { login: 'pseudonym.1', name: 'A <former> colleague' },
      html: '<p>Ask A &lt;former&gt; colleague</p>',
    });
    expect(pseudonymised(told, unnamed)).toEqual(told);
  });

  it('is left alone when nobody asked for it', () => {
    const thread = threadFile({ body: 'Ask @ada-b' });
    expect(pseudonymised(thread, { ...unnamed, people: [] })).toBe(thread);
  });
});
