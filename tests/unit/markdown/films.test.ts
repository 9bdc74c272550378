import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '../../../src/markdown/render.ts';
import { blog, messagesOf } from './blog.ts';

describe('films and sounds in HTML', () => {
  it('may not lie on another site, or nowhere', () => {
    expect(
      messagesOf(
        '<video src="https://films.example/a.mp4" title="A"></video>\n\n<video title="A"><source src="//films.example/a.webm"><source src="./gone.webm"></video>\n\n<audio title="A"></audio>\n\n<video src="/files/a.mp4">A</video>\n\n<video src="../../a.mp4">A</video>',
      ),
    ).toMatchInlineSnapshot(`
      "1:1 remote-picture: "https://films.example/a.mp4" lies on another site. A page of this blog asks no other site for anything. Save the file next to the post and write its name, such as ./film.webm, or link to it: [What it shows](https://…).
      3:18 remote-picture: "https://films.example/a.webm" lies on another site. A page of this blog asks no other site for anything. Save the file next to the post and write its name, such as ./film.webm, or link to it: [What it shows](https://…).
      3:55 broken-attachment: There is no file "./gone.webm". Put it beside the post.
      5:1 broken-attachment: This <audio> names no file. Put the file next to the post and write its name, such as ./film.webm.
      7:1 broken-attachment: "/files/a.mp4" is not a file beside the post. Put the file next to the post and write its name, such as ./film.webm.
      9:1 outside-content: "../../a.mp4" leads out. Copy the file."
    `);
  });

  it('need words for people who cannot see or hear them', () => {
    expect(messagesOf('<video src="./clip.webm"></video>\n\n<audio><source src="./rinsing.mp3"></audio>'))
      .toMatchInlineSnapshot(`
      "1:1 missing-alt: "./clip.webm" has no words for people who cannot see it. Say what it shows in a title, such as <video title="…">, or between the tags.
      3:1 missing-alt: "./rinsing.mp3" has no words for people who cannot hear it. Say what it plays in a title, such as <audio title="…">, or between the tags."
    `);
  });

  it.each([
    '<video src="./clip.webm" title="Rinsing"></video>',
    '<video src="./clip.webm" aria-label="Rinsing"></video>',
    '<video src="./clip.webm"><track src="./rinsing.vtt"></video>',
    '<video src="./clip.webm">Rinsing the probe</video>',
    '<figure><video src="./clip.webm"></video><figcaption>Rinsing</figcaption></figure>',
  ])('have words in %s', (body) => {
    expect(messagesOf(body)).toBe('');
  });

  it('do not play in a comment, where no files are', () => {
    const context = { ...blog, attachment: () => ({ problem: 'No.', mend: 'No.' }) };
    const body = '<video src="./clip.webm" title="Rinsing"></video> <audio src="./rinsing.mp3">Words</audio>';
    expect(renderMarkdown(body, { format: 'md', context, idPrefix: 'c1-' }).html).toBe(
      '<p>Rinsing Words</p>',
    );
  });
});
