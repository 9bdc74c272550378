import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf, render } from './blog.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../fixtures/markdown', name), 'utf8');

describe('HTML that posts cannot have', () => {
  it('is named with what to write instead', () => {
    expect(
      messagesOf(
        [
          'Text <iframe src="https://films.example/1">x</iframe>',
          '<font color="red">Red</font> <center>in the middle</center>',
          '<form action="/x"><input name="q"><button>Go</button></form>',
          '<style>p { color: red }</style>',
          '<script>run()</script>',
          '<svg><circle r="1"/></svg> <strike>old</strike> <nav>Where</nav>',
        ].join('\n\n'),
      ),
    ).toMatchInlineSnapshot(`
      "1:6 dropped-html: A post cannot have <iframe>. It would be dropped with all that it holds. Write a link instead: [What it shows](https://…). Alone in its paragraph, a link to a film becomes a player.
      3:1 dropped-html: A post cannot have <font>. Its tags would be dropped. Take the tags away and keep the words; write **bold**, *italic* and \`code\` for emphasis.
      3:30 dropped-html: A post cannot have <center>. Its tags would be dropped. Take the tags away and keep the words; write **bold**, *italic* and \`code\` for emphasis.
      5:1 dropped-html: A post cannot have <form>. Its tags would be dropped. Take it away: a post cannot ask for input. Link to the page that has the form.
      5:19 dropped-html: A post cannot have <input>. Its tags would be dropped. Take it away: a post cannot ask for input. Link to the page that has the form.
      5:35 dropped-html: A post cannot have <button>. Its tags would be dropped. Take it away: a post cannot ask for input. Link to the page that has the form.
      7:1 dropped-html: A post cannot have <style>. It would be dropped with all that it holds. Take it away: the design of the blog decides how a text looks.
      9:1 dropped-html: A post cannot have <script>. It would be dropped with all that it holds. Take it away: a post cannot run code or load anything.
      11:1 dropped-html: A post cannot have <svg>. It would be dropped with all that it holds. Save the drawing as a WebP or PNG file next to the post: ![What it shows](./drawing.webp).
      11:28 dropped-html: A post cannot have <strike>. Its tags would be dropped. Write ~~the words~~.
      11:49 dropped-html: A post cannot have <nav>. Its tags would be dropped. Take the tags away; what stands between them can stay."
    `);
  });

  it('is named attribute by attribute, as it is written in HTML', () => {
    expect(
      messagesOf(
        '<p onclick="run()" style="color:red" align="center" data-my-name="x" aria-label="y">Text</p>\n\n<div class="callout mine" data-type="note">x</div>\n\n<video autoplay src="./clip.webm">Words</video> <img width="10" src="./pump.webp" alt="The pump, open"> <ol type="a"><li>x</li></ol>',
      ),
    ).toMatchInlineSnapshot(`
      "1:1 dropped-html: In a post, <p> cannot have the attribute "onclick". It would be dropped. Take it away: a post cannot run code.
      1:1 dropped-html: In a post, <p> cannot have the attribute "style". It would be dropped. Take it away: the design of the blog decides how a text looks.
      1:1 dropped-html: In a post, <p> cannot have the attribute "align". It would be dropped. Take it away: the design of the blog decides how a text looks.
      1:1 dropped-html: In a post, <p> cannot have the attribute "data-my-name". It would be dropped. Take it away.
      1:1 dropped-html: In a post, <p> cannot have the attribute "aria-label". It would be dropped. Take it away.
      3:1 dropped-html: In a post, <div> cannot have the attribute "class". It would be dropped. Take it away: the design of the blog decides how a text looks.
      5:1 dropped-html: In a post, <video> cannot have the attribute "autoplay". It would be dropped. Take it away: films and sounds start when the reader wants them to.
      5:49 dropped-html: In a post, <img> cannot have the attribute "width". It would be dropped. Take it away: the design of the blog decides how a text looks.
      5:105 dropped-html: In a post, <ol> cannot have the attribute "type". It would be dropped. Take it away."
    `);
  });

  it('is found where it stands, in quotations, lists and lines further down', () => {
    expect(
      messagesOf(
        '> <p>a\n> b <i style="x">x</i>\n> <u onclick="y">q</u></p>\n\n- a\n  <b\n  style="z">b</b>',
      ),
    ).toMatchInlineSnapshot(`
      "2:5 dropped-html: In a post, <i> cannot have the attribute "style". It would be dropped. Take it away: the design of the blog decides how a text looks.
      3:3 dropped-html: In a post, <u> cannot have the attribute "onclick". It would be dropped. Take it away: a post cannot run code.
      6:3 dropped-html: In a post, <b> cannot have the attribute "style". It would be dropped. Take it away: the design of the blog decides how a text looks."
    `);
  });

  it('is named once when nobody closed the tag', () => {
    expect(messagesOf('<font color="red">a\n\nb\n\nc\n\nd')).toMatchInlineSnapshot(
      `"1:1 dropped-html: A post cannot have <font>. Its tags would be dropped. Take the tags away and keep the words; write **bold**, *italic* and \`code\` for emphasis."`,
    );
  });

  it('is named when the parser of HTML would leave nothing of it', () => {
    expect(messagesOf('<html>\n<BODY onload="run()">\ntext\n</body>')).toMatchInlineSnapshot(
      `"1:1 dropped-html: A post cannot have <html>. Its tags would be dropped. Take them away: a post is part of a page that is there already."`,
    );
    expect(messagesOf('<!-- <body> --> <b>x</b> <heading-of-mine>')).toMatchInlineSnapshot(
      `"1:26 dropped-html: A post cannot have <heading-of-mine>. Its tags would be dropped. Take the tags away; what stands between them can stay."`,
    );
  });

  it('is an id that is no name, or the name of something else', () => {
    expect(messagesOf('<b id="My Part">a</b> <b id="part">b</b> <i id="part">c</i>')).toMatchInlineSnapshot(`
      "1:1 dropped-html: "My Part" cannot be the id of <b>. It would be dropped. Write it in lower-case letters and digits, with hyphens between words.
      1:42 dropped-html: Another element of this text has the id "part" already. The second one would be dropped. Give this one a name of its own."
    `);
  });

  it('is found in .mdx too', () => {
    expect(
      messagesOf(
        '<Callout>\n\n<b onClick="run()" style="color:red">bold</b> <p data-x="1">x</p>\n\n</Callout>\n\n<ol type="a"><li value="4">x</li></ol>',
        'mdx',
      ),
    ).toMatchInlineSnapshot(`
      "3:4 mdx-prop: <b> has no attribute "onClick" in a post. Take the attribute away.
      3:20 mdx-prop: <b> has no attribute "style" in a post. Take the attribute away.
      3:50 mdx-prop: <p> has no attribute "data-x" in a post. Take the attribute away.
      7:5 mdx-prop: <ol> has no attribute "type" in a post. Take the attribute away.
      7:18 mdx-prop: <li> has no attribute "value" in a post. Take the attribute away."
    `);
  });

  it.each(['harmless-html', 'footnotes', 'tables', 'code', 'lists', 'alerts', 'nested-pieces'])(
    'is not in the case %s',
    (name) => {
      expect(messagesOf(fixture(`${name}/input.md`))).toBe('');
    },
  );

  it.each(['mdx-components'])('is not in the case %s', (name) => {
    expect(messagesOf(fixture(`${name}/input.mdx`), 'mdx')).toBe('');
  });

  it('is not reported from a code block, a comment or a repeated answer of a quiz', () => {
    expect(messagesOf('```html\n<script>x</script>\n```\n\n`<b style="x">`\n\n<!-- <p style="x"> -->')).toBe(
      '',
    );
    const quiz = `<Quiz id="a" question="Q">\n<Option correct>\n\n<b id="part">one</b>\n\n</Option>\n<Option>two</Option>\n</Quiz>`;
    expect(messagesOf(quiz, 'mdx')).toBe('');
  });

  it('is not what Markdown itself makes beside HTML', () => {
    expect(messagesOf('<kbd>A</kbd>[^1]\n\n```c/c++\ncode\n```\n\n[^1]: Note')).toBe('');
  });

  it('is not an address, about which there is a message already', () => {
    const { messages } = render(
      '<a href="javascript:alert(1)">x</a> <img src="data:x" alt="The pump, open">',
    );
    expect(messages.map(({ rule }) => rule)).toEqual(['broken-link', 'broken-picture']);
  });

  it('gives each message once, although the answers of a quiz are on the page twice', () => {
    const quiz = `<Quiz id="a" question="Q">\n<Option correct>\n\n[x](/gone/)\n\n</Option>\n<Option>two</Option>\n</Quiz>`;
    expect(render(quiz, 'mdx').messages.map(({ rule }) => rule)).toEqual(['broken-link']);
  });
});
