import { describe, expect, it } from 'vitest';
import { messagesOf, render } from './blog.ts';

describe('the messages of a rendering', () => {
  it('names a broken wiki link with the nearest slug', () => {
    expect(messagesOf('Text\n\nSee [[nmes-that-sort]].')).toMatchInlineSnapshot(
      `"3:5 broken-link: No post has the slug or the title "nmes-that-sort". The nearest is "names-that-sort". Correct the name between the brackets, or take the brackets away."`,
    );
  });

  it('names broken internal links, whichever way they are written', () => {
    expect(messagesOf('[a](/posts/names-that-srt/)\n[b](./names-that-srt.md)\n<a href="../gone/">c</a>'))
      .toMatchInlineSnapshot(`
      "1:1 broken-link: No page has the address "/posts/names-that-srt/". The nearest is "names-that-sort". Correct the address, or take the link away.
      2:1 broken-link: No post has the slug "names-that-srt". The nearest is "names-that-sort". Correct the address, or take the link away.
      3:1 broken-link: No post has the slug "gone". Correct the address, or take the link away."
    `);
  });

  it('names addresses that may not be opened', () => {
    expect(messagesOf('[a](javascript:alert(1)) and [b](ftp://example.com/) and [c]()'))
      .toMatchInlineSnapshot(`
        "1:1 broken-link: This link has no address that may be opened from a post. Links start with https://, http://, mailto: or tel:, or lead to a page of this blog.
        1:30 broken-link: This link has no address that may be opened from a post. Links start with https://, http://, mailto: or tel:, or lead to a page of this blog.
        1:58 broken-link: This link has no address that may be opened from a post. Links start with https://, http://, mailto: or tel:, or lead to a page of this blog."
      `);
  });

  it('names missing attachments and pictures', () => {
    expect(messagesOf('[a](./gone.zip)\n\n![A](gone.webp)')).toMatchInlineSnapshot(`
      "1:1 broken-attachment: There is no file "./gone.zip". Put it beside the post.
      3:1 broken-picture: There is no picture "gone.webp". Put it beside the post."
    `);
  });

  it('refuses pictures that are not beside the post', () => {
    expect(messagesOf('![a](https://example.com/x.png)\n\n![b](/x.png)\n\n![c](data:image/png;base64,AA)'))
      .toMatchInlineSnapshot(`
        "1:1 remote-picture: The picture "https://example.com/x.png" lies on another site. A page of this blog asks no other site for anything. Save the picture next to the post and write its name, such as ./pump.webp.
        3:1 broken-picture: "/x.png" is not a file beside the post. Put the picture next to the post and write its name, such as ./pump.webp.
        5:1 broken-picture: This picture names no file beside the post. Put the picture next to the post and write its name, such as ./pump.webp."
      `);
  });

  it('asks for words where a picture has none', () => {
    expect(messagesOf('![](pump.webp)\n\n![ ](rinsing.mp4)')).toMatchInlineSnapshot(`
      "1:1 missing-alt: "pump.webp" has no words for people who cannot see it. Write between the square brackets what it shows, as you would say it on the telephone.
      3:1 missing-alt: "rinsing.mp4" has no words for people who cannot see it. Write between the square brackets what it shows, as you would say it on the telephone."
    `);
  });

  it('refuses a second heading of level 1', () => {
    expect(messagesOf('Text\n\n# Big')).toMatchInlineSnapshot(
      `"3:1 heading-one: The title is the only heading of level 1. Start the headings of the text with two number signs: ## like this."`,
    );
  });

  it('gives messages in the order of the lines, also from raw HTML', () => {
    const body = '![a](gone.webp)\n\n<p>\n<a href="/gone/">x</a></p>\n\n[[gone]]';
    expect(render(body).messages.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([
      '1:1 broken-picture',
      '4:1 broken-link',
      '6:1 broken-link',
    ]);
  });

  it.each([
    ['links', `[a]: https://example.com/${'x'.repeat(5_000)}\n\n${'[a]'.repeat(5_000)}`, '<p>aaaa'],
    ['footnotes', `[^a]: Note\n\n${'[^a]'.repeat(3_000)}`, '<pre tabindex="0">[^a]'],
  ])(
    'refuses a body whose %s would make the page many times longer than its source',
    (_name, body, start) => {
      const { html, messages } = render(body);
      expect(html.slice(0, start.length)).toBe(start);
      expect(html.length).toBeLessThan(body.length * 20);
      expect(messages.map(({ rule }) => rule)).toContain('too-much-markup');
    },
  );

  it.each([4_000, 7_000])('refuses %i tags in one another, instead of throwing', (count) => {
    const { html, messages } = render('<b> '.repeat(count));
    expect(messages.map(({ rule }) => rule)).toEqual(['too-deep']);
    expect(html).toMatch(/^<pre tabindex="0">&#x3C;b>/u);
  });
});
