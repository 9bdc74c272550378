import { describe, expect, it } from 'vitest';
import { messagesOf } from './blog.ts';

const page = '(/posts/names-that-sort/)';
const rulesIn = (body: string, format: 'md' | 'mdx' = 'md') =>
  messagesOf(body, format)
    .split('\n')
    .map((line) => line.split(' ')[1]);

describe('the words of links', () => {
  it('must say where the link leads', () => {
    expect(
      messagesOf(
        `[Click here!]${page}, [« en savoir plus »]${page}, []${page} and <https://example.com/${'long/'.repeat(12)}>`,
      ),
    ).toMatchInlineSnapshot(`
      "1:1 vague-link-text: The words "Click here!" do not say where the link leads. Let its words say what is found there, such as the title of the page.
      1:41 vague-link-text: The words "« en savoir plus »" do not say where the link leads. Let its words say what is found there, such as the title of the page.
      1:88 vague-link-text: This link has no words, so that nobody can see it. Let its words say what is found there, such as the title of the page.
      1:120 vague-link-text: The words of this link are an address of 80 signs, which screen readers spell out. Write [what is found there](the address)."
    `);
  });

  it.each(['here', 'HERE', '**this** link', 'read more…', 'More →', 'hier', 'ici', 'aquí', 'aqui'])(
    'are more than "%s"',
    (words) => {
      expect(rulesIn(`[${words}]${page}`)).toEqual(['vague-link-text:']);
    },
  );

  it.each([
    `[Here be dragons]${page}`,
    `[names that sort]${page}`,
    '[[names-that-sort]]',
    `[![The pump, open](./pump.webp)]${page}`,
    'https://example.com/short',
    'Text[^1]\n\n[^1]: Note',
    '[a](#part)\n\n## Part',
  ])('are good in %s', (body) => {
    expect(messagesOf(body)).toBe('');
  });

  it('are judged in .mdx too', () => {
    expect(rulesIn(`<Callout>\n\n[here]${page}\n\n</Callout>`, 'mdx')).toEqual(['vague-link-text:']);
  });
});

describe('links to pages that this build does not have', () => {
  it('are named by what the author wrote', () => {
    expect(messagesOf('[[next-year]] [[next-year|in words]] [a](/posts/next-year/) [b](next-year.md)'))
      .toMatchInlineSnapshot(`
      "1:1 invisible-link: "next-year" leads to a page that not all readers can see. They get the words without the link. Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.
      1:15 invisible-link: "next-year" leads to a page that not all readers can see. They get the words without the link. Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.
      1:38 invisible-link: "next-year" leads to a page that not all readers can see. They get the words without the link. Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.
      1:61 invisible-link: "next-year" leads to a page that not all readers can see. They get the words without the link. Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself."
    `);
  });

  it('are not named when the page only cannot be read at the moment', () => {
    expect(messagesOf('[[half-written]] [a](/posts/half-written/) [b](./half-written.md)')).toBe('');
  });
});

describe('names of files that lead out', () => {
  it('have a rule of their own, for pictures, films and files', () => {
    expect(
      messagesOf(
        '![The plan](../../plan.png) ![A film](../../a.mp4)\n\n[the plan](../../plan.pdf) [the users](../../etc/passwd)\n\n[gone](../gone/)',
      ),
    ).toMatchInlineSnapshot(`
      "1:1 outside-content: "../../plan.png" leads out. Copy the file.
      1:29 useless-alt: The words "A film" say nothing about what there is to see. Write what it shows, as you would say it on the telephone.
      1:29 outside-content: "../../a.mp4" leads out. Copy the file.
      3:1 outside-content: "../../plan.pdf" leads out. Copy the file.
      3:28 outside-content: "../../etc/passwd" leads out. Copy the file.
      5:1 broken-link: No post has the slug "gone". Correct the address, or take the link away."
    `);
  });
});
