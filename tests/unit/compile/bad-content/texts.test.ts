import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ruleNames, ruleThemes } from '../../../../src/model/rules/rules.ts';
import { post } from '../../../support/content.ts';
import { swell, told, triggered } from '../../../support/judge.ts';

const text = (body: string) => told({ 'posts/a.md': post({}, body) });
const component = (body: string) => told({ 'posts/a.mdx': post({}, body) });
const picture = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: 'teal' } });
const png = await picture().png().toBuffer();
const beside = (body: string) => told({ 'posts/a/index.md': post({}, body), 'posts/a/pump.png': png });

describe('empty-body', () => {
  it('of a post, and of a page that holds only a remark', async () => {
    expect(
      await told({
        'posts/a.md': post({}, ''),
        'pages/about.md': '---\ntitle: About\n---\n\n<!-- soon -->\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/pages/about.md:1:1  empty-body
        There is nothing to read after the frontmatter.
        Write at least one sentence below it.

      content/posts/a.md:1:1  empty-body
        There is nothing to read after the frontmatter.
        Write at least one sentence below it.

      2 problems in 2 files. Nothing was published."
    `);
  });
});

describe('broken-link', () => {
  it('a wiki link to no post', async () => {
    expect(await text('See [[frist]], [[Frist words]] and [[frist|the words]].\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/a.md:8:16  broken-link
        No post has the slug or the title "Frist words".
        Correct the name between the brackets, or take the brackets away.

      content/posts/a.md:8:36  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      3 problems in 1 file. Nothing was published."
    `);
  });

  it('a path of no page', async () => {
    expect(await text('[A page](/posts/frist/) and [a topic](/tags/toosl/).\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  broken-link
        No page has the address "/posts/frist/". The nearest is "first".
        Correct the address, or take the link away.

      content/posts/a.md:8:29  broken-link
        No page has the address "/tags/toosl/".
        Correct the address, or take the link away.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('a file name of no post', async () => {
    expect(await text('[The words](./frist.md) and [more words](../frist/).\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  broken-link
        No post has the slug "frist". The nearest is "first".
        Correct the address, or take the link away.

      content/posts/a.md:8:29  broken-link
        No post has the slug "frist". The nearest is "first".
        Correct the address, or take the link away.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('an address that no browser opens', async () => {
    expect(await text('[The words](http://) and [more](https://a.example:port/).\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  broken-link
        "http://" is not an address that a browser can open.
        Write it with https:// in front, or as a path of this blog that starts with a slash.

      content/posts/a.md:8:26  broken-link
        "https://a.example:port/" is not an address that a browser can open.
        Write it with https:// in front, or as a path of this blog that starts with a slash.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('an address that would run code', async () => {
    expect(await text('[The words](javascript:alert(1)) and [more words]().\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  broken-link
        This link has no address that may be opened from a post.
        Links start with https://, http://, mailto: or tel:, or lead to a page of this blog.

      content/posts/a.md:8:38  broken-link
        This link has no address that may be opened from a post.
        Links start with https://, http://, mailto: or tel:, or lead to a page of this blog.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('in the notice at the foot of every page', async () => {
    const site = 'name: Log\npurpose: To learn.\nurl: https://blog.example\nnotice: See [[frist]].\n';
    expect(await told({ 'site.yml': site })).toMatchInlineSnapshot(`
      "content/site.yml:4:9  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('broken-anchor', () => {
  it('of this page and of another', async () => {
    expect(
      await told({
        'posts/a.md': post({}, '## Scanning\n\n[Up](#scaning), [[b#Frist]], [there](/posts/b/#sceond).\n'),
        'posts/b.md': post({}, '## First\n\nWords.\n\n## Second\n\nWords.\n'),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:10:1  broken-anchor
        This page has no heading "#scaning". The nearest is "#scanning".
        Correct the part after "#"; it is the heading in lower case with hyphens for spaces.

      content/posts/a.md:10:17  broken-anchor
        The page /posts/b/ has no heading "#frist". The nearest is "#first".
        Correct the part after "#"; it is the heading in lower case with hyphens for spaces.

      content/posts/a.md:10:30  broken-anchor
        The page /posts/b/ has no heading "#sceond". The nearest is "#second".
        Correct the part after "#"; it is the heading in lower case with hyphens for spaces.

      3 problems in 1 file. Nothing was published."
    `);
  });
});

describe('broken-attachment', () => {
  it('a document that is not there', async () => {
    expect(
      await told({
        'posts/a/index.md': post({}, '[The checklist](./cheklist.pdf)\n'),
        'posts/a/checklist.pdf': 'list',
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a/index.md:8:1  broken-attachment
        There is no file "./cheklist.pdf" beside this one. Did you mean "./checklist.pdf"?
        Put the file into the folder of the post (posts/<slug>/index.md).

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a film without a file, and one elsewhere in the blog', async () => {
    expect(await text('<video title="A pump"></video>\n\n<video title="A pump" src="/pump.webm"></video>\n'))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  broken-attachment
        This <video> names no file.
        Put the file next to the post and write its name, such as ./film.webm.

      content/posts/a.md:10:1  broken-attachment
        "/pump.webm" is not a file beside the post.
        Put the file next to the post and write its name, such as ./film.webm.

      2 problems in 1 file. Nothing was published."
    `);
  });
});

describe('invisible-link', () => {
  it('to a draft, a scheduled post, and one of a closed group', async () => {
    expect(
      await told({
        'posts/a.md': post({}, 'See [[draft]], [tomorrow](/posts/scheduled/) and [[closed]].\n'),
        'posts/draft.md': post({ title: 'A draft', draft: 'true' }),
        'posts/scheduled.md': post({ title: 'Scheduled', date: '2030-01-01' }),
        'posts/closed.md': post({ title: 'Closed', group: 'circle' }),
        'groups/circle.md':
          '---\nname: Circle\npurpose: To talk.\nstewards: [ada]\naccess: closed\n---\n\nWords.\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:5  invisible-link (advice)
        "draft" leads to a page that not all readers can see. They get the words without the link.
        Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.

      content/posts/a.md:8:16  invisible-link (advice)
        "scheduled" leads to a page that not all readers can see. They get the words without the link.
        Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.

      content/posts/a.md:8:50  invisible-link (advice)
        "closed" leads to a page that not all readers can see. They get the words without the link.
        Lead to a page that everybody can see, or leave it: once the page is there for all, the link appears by itself.

      3 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

describe('vague-link-text', () => {
  it('words that say nothing', async () => {
    expect(await text('For more, [click here](/posts/first/) or [Mehr …](/posts/first/).\n'))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:11  vague-link-text (advice)
        The words "click here" do not say where the link leads.
        Let its words say what is found there, such as the title of the page.

      content/posts/a.md:8:42  vague-link-text (advice)
        The words "Mehr …" do not say where the link leads.
        Let its words say what is found there, such as the title of the page.

      content/posts/a.md:8:43  spelling (advice)
        No dictionary has the word "Mehr". Did you mean "Mer", "Meh" or "lehr"?
        Correct it. If it is right, add a line "Mehr" to content/words.txt.

      3 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });

  it('no words, and an address', async () => {
    const address = `https://a.example/${'long/'.repeat(12)}`;
    expect(await text(`[](/posts/first/) and <${address}>.\n`)).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  vague-link-text (advice)
        This link has no words, so that nobody can see it.
        Let its words say what is found there, such as the title of the page.

      content/posts/a.md:8:23  vague-link-text (advice)
        The words of this link are an address of 78 signs, which screen readers spell out.
        Write [what is found there](the address).

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

describe('broken-picture', () => {
  it('one that is not there', async () => {
    expect(await beside('![A pump](./pmup.png)\n\n![A pump](other.webp)\n')).toMatchInlineSnapshot(`
      "content/posts/a/index.md:8:1  broken-picture
        There is no file "./pmup.png" beside this one. Did you mean "./pump.png"?
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/posts/a/index.md:10:1  broken-picture
        There is no file "other.webp" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('one of the blog, one of the machine, and one without a name', async () => {
    expect(await beside('![A pump](/pictures/pump.png)\n\n![A pump](C:\\pump.png)\n\n![A pump]()\n'))
      .toMatchInlineSnapshot(`
        "content/posts/a/index.md:8:1  broken-picture
          "/pictures/pump.png" is not a file beside the post.
          Put the picture next to the post and write its name, such as ./pump.webp.

        content/posts/a/index.md:10:1  broken-picture
          This picture names no file beside the post.
          Put the picture next to the post and write its name, such as ./pump.webp.

        content/posts/a/index.md:12:1  broken-picture
          This picture names no file beside the post.
          Put the picture next to the post and write its name, such as ./pump.webp.

        3 problems in 1 file. Nothing was published."
      `);
  });

  it('of a component', async () => {
    expect(await component('<Figure src="./pump.webp" alt="A pump" />\n')).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:1  broken-picture
        There is no file "./pump.webp" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a cover and a portrait', async () => {
    expect(
      await told({
        'posts/a.md': post({ cover: './pump.webp', coverAlt: 'A pump' }),
        'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\npicture: ./ada.webp\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/authors/ada.yml:3:10  broken-picture
        There is no file "./ada.webp" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/posts/a.md:6:8  broken-picture
        There is no file "./pump.webp" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      2 problems in 2 files. Nothing was published."
    `);
  });
});

describe('remote-picture', () => {
  it('a picture, a film, and a picture in raw HTML', async () => {
    expect(
      await text(
        '![A pump](https://a.example/pump.png)\n\n<video src="https://a.example/a.webm" title="A pump"></video>\n\n<img src="//a.example/b.png" alt="A pump">\n',
      ),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  remote-picture
        The picture "https://a.example/pump.png" lies on another site. A page of this blog asks no other site for anything.
        Save the picture next to the post and write its name, such as ./pump.webp.

      content/posts/a.md:10:1  remote-picture
        "https://a.example/a.webm" lies on another site. A page of this blog asks no other site for anything.
        Save the file next to the post and write its name, such as ./film.webm, or link to it: [What it shows](https://…).

      content/posts/a.md:12:1  remote-picture
        The picture "https://a.example/b.png" lies on another site. A page of this blog asks no other site for anything.
        Save the picture next to the post and write its name, such as ./pump.webp.

      3 problems in 1 file. Nothing was published."
    `);
  });
});

describe('missing-alt', () => {
  it('of a picture and of a film', async () => {
    expect(
      await told({
        'posts/a/index.md': post(
          {},
          '![](./pump.png)\n\n<video src="./pump.webm"></video>\n\n<audio src="./a.mp3"></audio>\n',
        ),
        'posts/a/pump.png': png,
        'posts/a/pump.webm': 'film',
        'posts/a/a.mp3': 'sound',
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a/index.md:8:1  missing-alt
        "./pump.png" has no words for people who cannot see it.
        Write between the square brackets what it shows, as you would say it on the telephone.

      content/posts/a/index.md:10:1  missing-alt
        "./pump.webm" has no words for people who cannot see it.
        Say what it shows in a title, such as <video title="…">, or between the tags.

      content/posts/a/index.md:12:1  missing-alt
        "./a.mp3" has no words for people who cannot hear it.
        Say what it plays in a title, such as <audio title="…">, or between the tags.

      3 problems in 1 file. Nothing was published."
    `);
  });
});

describe('useless-alt', () => {
  it('words that say nothing, and the name of the file', async () => {
    expect(await beside('![Screenshot 2](./pump.png)\n\n![pump.png](./pump.png)\n')).toMatchInlineSnapshot(`
      "content/posts/a/index.md:8:1  useless-alt (advice)
        The words "Screenshot 2" say nothing about what there is to see.
        Write what it shows, as you would say it on the telephone.

      content/posts/a/index.md:10:1  useless-alt (advice)
        The words "pump.png" are only the name of the file.
        Write what it shows, as you would say it on the telephone.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

const shown = (name: string, bytes: Uint8Array | string) =>
  told({ 'posts/a/index.md': post({}, `![A pump](./${name})\n`), [`posts/a/${name}`]: bytes });

describe('picture-type', () => {
  it('a PNG that is called JPEG', async () => {
    expect(await shown('pump.jpg', png)).toMatchInlineSnapshot(`
      "content/posts/a/pump.jpg:1:1  picture-type
        The name of this file ends with ".jpg", but it is a PNG.
        Save it again as PNG, JPEG, WebP, AVIF or GIF, with the matching ending.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a text that is called PNG', async () => {
    expect(await shown('pump.png', '<svg onload="alert(1)"/>')).toMatchInlineSnapshot(`
      "content/posts/a/pump.png:1:1  picture-type
        The name of this file ends with ".png", but it is none of the pictures that can be shown.
        Save it again as PNG, JPEG, WebP, AVIF or GIF, with the matching ending.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('svg-picture', () => {
  it('a drawing', async () => {
    expect(await shown('pump.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchInlineSnapshot(`
      "content/posts/a/pump.svg:1:1  svg-picture
        This is an SVG file, and SVG can carry scripts that run in the reader’s browser.
        Export the drawing as PNG or WebP, at least 1,600 pixels wide.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('truncated-picture', () => {
  it('a PNG that ends early', async () => {
    const whole = await picture(400, 300).png({ compressionLevel: 0 }).toBuffer();
    expect(await shown('pump.png', whole.subarray(0, whole.length / 2))).toMatchInlineSnapshot(`
      "content/posts/a/pump.png:1:1  truncated-picture
        This picture ends before it is complete, or is damaged.
        Copy it again from where it came from, or save it anew.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a JPEG of which only the head is there', async () => {
    const whole = await picture().jpeg().toBuffer();
    expect(await shown('pump.jpg', whole.subarray(0, 30))).toMatchInlineSnapshot(`
      "content/posts/a/pump.jpg:1:1  truncated-picture
        This picture ends before it is complete, or is damaged.
        Copy it again from where it came from, or save it anew.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('picture-size', () => {
  it('too many megapixels', async () => {
    expect(await shown('pump.png', await picture(6400, 6400).png().toBuffer())).toMatchInlineSnapshot(`
      "content/posts/a/pump.png:1:1  picture-size
        This picture has 41 megapixels, and a picture may have 40.
        Make it smaller: 1,600 pixels wide is enough for every screen.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('too many megabytes', async () => {
    expect(
      await told(
        { 'posts/a/index.md': post({}, '![A pump](./pump.png)\n'), 'posts/a/pump.png': png },
        { prepare: swell('posts/a/pump.png', 5_000_001) },
      ),
    ).toMatchInlineSnapshot(`
      "content/posts/a/pump.png:1:1  picture-size
        This picture has 5.1 MB, and a picture may have 5 MB.
        Save it with at most 2,400 pixels a side, or let "npm run check -- --fix" do it.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('heading-one', () => {
  it('in Markdown, underlined, and in raw HTML', async () => {
    expect(await text('# One\n\nTwo\n===\n\n<h1>Three</h1>\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  heading-one
        The title is the only heading of level 1.
        Start the headings of the text with two number signs: ## like this.

      content/posts/a.md:10:1  heading-one
        The title is the only heading of level 1.
        Start the headings of the text with two number signs: ## like this.

      content/posts/a.md:13:1  heading-one
        The title is the only heading of level 1.
        Start the headings of the text with two number signs: ## like this.

      3 problems in 1 file. Nothing was published."
    `);
  });
});

describe('heading-order', () => {
  it('a level that is skipped, at the start and further down', async () => {
    expect(await text('### One\n\nWords.\n\n## Two\n\n##### Three\n\nWords.\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  heading-order (advice)
        "One" has level 3, but stands under the title of the post.
        Give it level 2: ## One

      content/posts/a.md:14:1  heading-order (advice)
        "Three" has level 5, but stands under a heading of level 2.
        Give it level 3: ### Three

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });
});

describe('duplicate-heading', () => {
  it('two in one section', async () => {
    expect(await text('## Before\n\nOne.\n\n## Before\n\nTwo.\n')).toMatchInlineSnapshot(`
      "content/posts/a.md:12:1  duplicate-heading (advice)
        Another heading of this section is called "Before" too.
        Say in each what is special about it, so that readers can tell them apart in a list.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('dropped-html', () => {
  it('a script and a handler', async () => {
    expect(await text('<script>alert(1)</script>\n\n<b onclick="alert(1)">Words</b>\n'))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  dropped-html
        A post cannot have <script>. It would be dropped with all that it holds.
        Take it away: a post cannot run code or load anything.

      content/posts/a.md:10:1  dropped-html
        In a post, <b> cannot have the attribute "onclick". It would be dropped.
        Take it away: a post cannot run code.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('a frame, a form and a style', async () => {
    expect(
      await text(
        '<iframe src="https://a.example"></iframe>\n\n<form><input name="a"></form>\n\n<style>p { color: red }</style>\n\nWords.\n',
      ),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  dropped-html
        A post cannot have <iframe>. It would be dropped with all that it holds.
        Write a link instead: [What it shows](https://…). Alone in its paragraph, a link to a film becomes a player.

      content/posts/a.md:10:1  dropped-html
        A post cannot have <form>. Its tags would be dropped.
        Take it away: a post cannot ask for input. Link to the page that has the form.

      content/posts/a.md:10:7  dropped-html
        A post cannot have <input>. Its tags would be dropped.
        Take it away: a post cannot ask for input. Link to the page that has the form.

      content/posts/a.md:12:1  dropped-html
        A post cannot have <style>. It would be dropped with all that it holds.
        Take it away: the design of the blog decides how a text looks.

      4 problems in 1 file. Nothing was published."
    `);
  });

  it('looks and lost tags', async () => {
    expect(
      await text('<p style="color: red" align="center">Words</p>\n\n<body>\n\n<font size="7">Big</font>\n'),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  dropped-html
        In a post, <p> cannot have the attribute "align". It would be dropped.
        Take it away: the design of the blog decides how a text looks.

      content/posts/a.md:8:1  dropped-html
        In a post, <p> cannot have the attribute "style". It would be dropped.
        Take it away: the design of the blog decides how a text looks.

      content/posts/a.md:10:1  dropped-html
        A post cannot have <body>. Its tags would be dropped.
        Take them away: a post is part of a page that is there already.

      content/posts/a.md:12:1  dropped-html
        A post cannot have <font>. Its tags would be dropped.
        Take the tags away and keep the words; write **bold**, *italic* and \`code\` for emphasis.

      4 problems in 1 file. Nothing was published."
    `);
  });

  it('in a group and in a comment of a quotation', async () => {
    const group =
      '---\nname: Circle\npurpose: To talk.\nstewards: [ada]\n---\n\n> <object data="a.swf"></object>\n> Words.\n';
    expect(await told({ 'groups/circle.md': group })).toMatchInlineSnapshot(`
      "content/groups/circle.md:7:3  dropped-html
        A post cannot have <object>. It would be dropped with all that it holds.
        Write a link instead: [What it shows](https://…). Alone in its paragraph, a link to a film becomes a player.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('mdx-code', () => {
  it('imports, exports and braces', async () => {
    expect(
      await component(
        "import fs from 'node:fs'\n\nexport const a = 1\n\nTwo is {1 + 1}.\n\n{process.env.HOME}\n",
      ),
    ).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:1  mdx-code
        An import or an export is code. A post cannot run code.
        Take the line away: components need no import.

      content/posts/a.mdx:10:1  mdx-code
        An import or an export is code. A post cannot run code.
        Take the line away: components need no import.

      content/posts/a.mdx:12:8  mdx-code
        Braces hold code. A post cannot run code.
        Write the words themselves, or \\{ for a brace that is meant as a brace.

      content/posts/a.mdx:14:1  mdx-code
        Braces hold code. A post cannot run code.
        Write the words themselves, or \\{ for a brace that is meant as a brace.

      4 problems in 1 file. Nothing was published."
    `);
  });

  it('attributes that are spread', async () => {
    expect(await component('<Callout {...props}>\n\nWords.\n\n</Callout>\n')).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:10  mdx-code
        Braces hold code. A post cannot run code.
        Write every attribute out, such as title="Before you start".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('braces that are not closed', async () => {
    expect(await component('Write {name.\n')).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:13  mdx-code
        Braces, imports and exports hold code. A post cannot run code.
        Write \\{ for a brace that is meant as a brace.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('mdx-component', () => {
  it('one that does not exist', async () => {
    expect(await component('<Warning>Words</Warning>\n')).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:1  mdx-component
        There is no component and no element "Warning" for posts.
        The components are Callout, Steps, Tabs, Tab, Quiz, Option, Explanation, Video, Figure.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('one in the wrong place', async () => {
    expect(await component('<Tab label="Mac">\n\nWords.\n\n</Tab>\n\nSome <Callout>words</Callout>.\n'))
      .toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:1  mdx-component
        <Tab> stands outside <Tabs>.
        Put it directly between <Tabs> and </Tabs>.

      content/posts/a.mdx:14:6  mdx-component
        <Callout> stands in the middle of a line.
        Give it lines of its own, with empty lines around.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('ones that lack a part', async () => {
    expect(
      await component(
        '<Quiz id="a" question="Which?">\n\n<Option>One</Option>\n\n</Quiz>\n\n<Steps>\n\nWords.\n\n</Steps>\n\n<Tabs>\n\nWords.\n\n</Tabs>\n',
      ),
    ).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:1  mdx-component
        A <Quiz> needs two options or more, and at least one of them correct.
        Write <Option>…</Option> for each, and <Option correct>…</Option> for the right ones.

      content/posts/a.mdx:14:1  mdx-component
        A <Steps> holds no list.
        Number the steps 1., 2., 3. between its tags.

      content/posts/a.mdx:20:1  mdx-component
        A <Tabs> holds no tab.
        Write <Tab label="…">…</Tab> for each alternative.

      3 problems in 1 file. Nothing was published."
    `);
  });
});

describe('mdx-prop', () => {
  it('unknown, missing and not among the choices', async () => {
    expect(
      await component(
        '<Callout typ="tip" type="danger">\n\nWords.\n\n</Callout>\n\n<Video title="A pump" />\n\n<Figure src="./pump.png" />\n',
      ),
    ).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:10  mdx-prop
        <Callout> has no attribute "typ".
        Its attributes are type, title.

      content/posts/a.mdx:8:20  mdx-prop
        The value of "type" of <Callout> is not known.
        Write one of: note, tip, important, warning, caution.

      content/posts/a.mdx:14:1  mdx-prop
        A <Video> has either "src" or "href".
        Its attributes are src, href, title.

      content/posts/a.mdx:16:1  mdx-prop
        <Figure> lacks the attribute "alt".
        Its attributes are src, alt, caption.

      4 problems in 1 file. Nothing was published."
    `);
  });

  it('code in the place of words', async () => {
    expect(await component('<Callout title={name}>\n\nWords.\n\n</Callout>\n')).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:10  mdx-prop
        The attribute "title" of <Callout> holds code. A post cannot run code.
        Write the value in quotes: title="…".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('two quizzes with one name', async () => {
    const quiz =
      '<Quiz id="a" question="Which?">\n\n<Option correct>One</Option>\n\n<Option>Two</Option>\n\n</Quiz>\n\n';
    expect(await component(quiz + quiz)).toMatchInlineSnapshot(`
      "content/posts/a.mdx:16:1  mdx-prop
        Two quizzes of this post have the id "a".
        Give each its own: answers are remembered by it.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('mdx-syntax', () => {
  it('a tag that is not closed', async () => {
    expect(await component('Words.\n\n<Callout>\n\nMore words.\n')).toMatchInlineSnapshot(`
      "content/posts/a.mdx:10:1  mdx-syntax
        <Callout> is opened here and never closed.
        Put </Callout> behind the words that belong to it, on a line of its own, or write <Callout /> if there are none.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a sign that looks like a tag', async () => {
    expect(await component('Fewer than <5 words.\n')).toMatchInlineSnapshot(`
      "content/posts/a.mdx:8:13  mdx-syntax
        The sign "<" starts a tag in an .mdx post, and the name of a tag cannot start with "5".
        Write \\< for a sign that is meant as a sign.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

it('every rule about texts has a case here', () => {
  const theme = ruleThemes.find(({ id }) => id === 'text');
  expect(ruleNames.filter((rule) => theme?.rules.includes(rule) === true && !triggered.has(rule))).toEqual(
    [],
  );
});
