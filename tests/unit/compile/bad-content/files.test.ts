import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleNames, ruleThemes } from '../../../../src/model/rules/rules.ts';
import { post, type Files } from '../../../support/content.ts';
import { threadFile } from '../../../support/entries.ts';
import { judge, swell, told, triggered } from '../../../support/judge.ts';

const link = (to: string, name: string) => async (dir: string) => {
  await rm(join(dir, name), { recursive: true, force: true });
  await symlink(to, join(dir, name));
};

describe('missing-file', () => {
  it('site.yml', async () => {
    expect(await told({ 'site.yml': null })).toMatchInlineSnapshot(`
      "content/site.yml:1:1  missing-file
        There is no site.yml in the content folder.
        Create it; the sample blog that comes with Watercooler shows what it holds.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('tags.yml', async () => {
    expect(await told({ 'tags.yml': null })).toMatchInlineSnapshot(`
      "content/tags.yml:1:1  missing-file
        There is no tags.yml in the content folder.
        Create it; the sample blog that comes with Watercooler shows what it holds.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('misplaced-file', () => {
  it('a post in a folder for a year', async () => {
    expect(await told({ 'posts/2026/a/index.md': post() })).toMatchInlineSnapshot(`
      "content/posts/2026/a/index.md:1:1  misplaced-file
        No page is made from a file in this place.
        Name it posts/<slug>.md, or posts/<slug>/index.md with pictures beside it.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('an author in a folder for a team', async () => {
    expect(await told({ 'authors/porto/bo.yml': 'name: Bo\nrole: Trainer\n' })).toMatchInlineSnapshot(`
      "content/authors/porto/bo.yml:1:1  misplaced-file
        No page is made from a file in this place.
        Put it directly into authors/.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('misplaced-file, of a question', () => {
  it('that is named as another, because both would have one address', async () => {
    const question = JSON.stringify(threadFile({ number: 12 }));
    const files = { 'threads/questions/12.json': question, 'threads/questions/13.json': question };
    expect(await told(files)).toMatchInlineSnapshot(`
      "content/threads/questions/13.json:1:22  misplaced-file
        This file holds question 12, and is named as if it held another.
        Rename it to 12.json, or let "npm run threads" write it again.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('symbolic-link', () => {
  it('in the place of a post', async () => {
    expect(await told({}, { prepare: link('../../plan.md', 'posts/plan.md') })).toMatchInlineSnapshot(`
      "content/posts/plan.md:1:1  symbolic-link
        This is a symbolic link, which could publish a file that was never meant to be read.
        Put the file itself here; links are not followed.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in the place of a picture', async () => {
    const prepare = link('/etc/hostname', 'posts/a/plan.png');
    expect(await told({ 'posts/a/index.md': post({}, '![The plan](./plan.png)\n') }, { prepare }))
      .toMatchInlineSnapshot(`
      "content/posts/a/index.md:8:1  broken-picture
        There is no file "./plan.png" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/posts/a/plan.png:1:1  symbolic-link
        This is a symbolic link, which could publish a file that was never meant to be read.
        Put the file itself here; links are not followed.

      2 problems in 2 files. Nothing was published."
    `);
  });

  it('in the place of a folder', async () => {
    expect(await told({}, { prepare: link('../elsewhere', 'pages') })).toMatchInlineSnapshot(`
      "content/pages:1:1  symbolic-link
        This is a symbolic link, which could publish a file that was never meant to be read.
        Put the file itself here; links are not followed.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in the place of the taxonomy', async () => {
    expect(await told({ 'tags.yml': null }, { prepare: link('../tags.yml', 'tags.yml') }))
      .toMatchInlineSnapshot(`
      "content/tags.yml:1:1  symbolic-link
        This is a symbolic link, which could publish a file that was never meant to be read.
        Put the file itself here; links are not followed.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('outside-content', () => {
  it('a picture', async () => {
    expect(await told({ 'posts/a.md': post({}, '![The plan](../../plan.png)\n') })).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  outside-content
        "../../plan.png" leads out of the content folder.
        Only files that lie beside this one can be shown and linked to: copy it there, and write "./plan.png".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a document', async () => {
    expect(await told({ 'posts/a.md': post({}, '[The plan](../../../etc/plan.pdf)\n') }))
      .toMatchInlineSnapshot(`
        "content/posts/a.md:8:1  outside-content
          "../../../etc/plan.pdf" leads out of the content folder.
          Only files that lie beside this one can be shown and linked to: copy it there, and write "./plan.pdf".

        1 problem in 1 file. Nothing was published."
      `);
  });

  it('a cover', async () => {
    expect(await told({ 'posts/a.md': post({ cover: '../../plan.png', coverAlt: 'The plan' }) }))
      .toMatchInlineSnapshot(`
        "content/posts/a.md:6:8  outside-content
          "../../plan.png" leads out of the content folder.
          Only files that lie beside this one can be shown and linked to: copy it there, and write "./plan.png".

        1 problem in 1 file. Nothing was published."
      `);
  });

  it('a portrait', async () => {
    expect(await told({ 'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\npicture: ../../ada.webp\n' }))
      .toMatchInlineSnapshot(`
        "content/authors/ada.yml:3:10  outside-content
          "../../ada.webp" leads out of the content folder.
          Only files that lie beside this one can be shown and linked to: copy it there, and write "./ada.webp".

        1 problem in 1 file. Nothing was published."
      `);
  });
});

describe('bad-slug', () => {
  it('a name with spaces and capital letters', async () => {
    expect(await told({ 'posts/Names That Sort.md': post() })).toMatchInlineSnapshot(`
      "content/posts/Names That Sort.md:1:1  bad-slug
        The file name "Names That Sort" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "names-that-sort".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a name with an accent', async () => {
    expect(await told({ 'posts/café.md': post() })).toMatchInlineSnapshot(`
      "content/posts/café.md:1:1  bad-slug
        The file name "café" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "cafe".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a name of one script that no address is written in', async () => {
    expect(await told({ 'posts/日本.md': post() })).toMatchInlineSnapshot(`
      "content/posts/日本.md:1:1  bad-slug
        The file name "日本" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename the file.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a name that is too long', async () => {
    expect(await told({ [`posts/${'a'.repeat(81)}.md`]: post() })).toMatchInlineSnapshot(`
      "content/posts/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md:1:1  bad-slug
        The file name "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a folder whose name ends with a hyphen', async () => {
    expect(await told({ 'posts/a-/index.md': post() })).toMatchInlineSnapshot(`
      "content/posts/a-/index.md:1:1  bad-slug
        The file name "a-" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "a".

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('duplicate-slug', () => {
  it('a file and a folder', async () => {
    expect(await told({ 'posts/a.md': post(), 'posts/a/index.md': post() })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  duplicate-slug
        This file has the same address as posts/a/index.md, so one of them would be lost.
        Rename or delete one of the two.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('an old slug that is another post', async () => {
    expect(await told({ 'posts/a.md': post({ formerly: '[first]' }) })).toMatchInlineSnapshot(`
      "content/posts/a.md:6:12  duplicate-slug
        The old slug "first" already belongs to posts/first.md.
        An old slug can redirect to one post only: delete it in one of the two files.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('an old slug of two posts', async () => {
    expect(
      await told({
        'posts/a.md': post({ formerly: '[old]' }),
        'posts/b.md': post({ formerly: '[older, old]' }),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/b.md:6:19  duplicate-slug
        The old slug "old" already belongs to posts/a.md.
        An old slug can redirect to one post only: delete it in one of the two files.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a topic that is there twice', async () => {
    const topic = '  - slug: tools\n    label: Tools\n    description: Things that help.\n';
    expect(await told({ 'tags.yml': `tags:\n${topic}${topic}` })).toMatchInlineSnapshot(`
      "content/tags.yml:5:11  duplicate-slug
        The tag "tools" is there twice.
        Delete one of the two, or merge them.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('reserved-slug', () => {
  it('a page that the engine makes', async () => {
    expect(await told({ 'pages/archive.md': '---\ntitle: Archive\n---\n\nWords.\n' })).toMatchInlineSnapshot(`
      "content/pages/archive.md:1:1  reserved-slug
        The address /archive/ already belongs to a page that Watercooler makes itself.
        Rename the file.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a name that Windows keeps', async () => {
    expect(await told({ 'posts/con.md': post() })).toMatchInlineSnapshot(`
      "content/posts/con.md:1:1  reserved-slug
        Windows keeps the name "con" for a device, so the repository could not be checked out there.
        Rename the file.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('homoglyph-slug', () => {
  it('a Cyrillic letter', async () => {
    expect(await told({ 'posts/n\u0430mes.md': post() })).toMatchInlineSnapshot(`
      "content/posts/nаmes.md:1:1  bad-slug
        The file name "nаmes" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "names".

      content/posts/nаmes.md:1:1  homoglyph-slug
        The letter "а" in this file name is not the "a" of the Latin alphabet, although it looks like it.
        Type the name again: "names".

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('a digit that looks like a letter', async () => {
    expect(await told({ 'posts/file-names.md': post(), 'posts/fi1e-names.md': post() }))
      .toMatchInlineSnapshot(`
      "content/posts/fi1e-names.md:1:1  homoglyph-slug
        Readers could take the slug "fi1e-names" for "file-names", which is posts/file-names.md.
        Give it a name of its own.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('two letters that look like one, in the name of an author', async () => {
    const person = 'name: Bo\nrole: Trainer\n';
    expect(await told({ 'authors/morn.yml': person, 'authors/mom.yml': person })).toMatchInlineSnapshot(`
      "content/authors/morn.yml:1:1  homoglyph-slug
        Readers could take the slug "morn" for "mom", which is authors/mom.yml.
        Give it a name of its own.

      content/authors/morn.yml:1:7  same-author (advice)
        "mom" has this name as well.
        If they are one person, delete this file and write "mom" where it was named.

      1 problem and 1 piece of advice in 1 file. Nothing was published."
    `);
  });
});

describe('bad-file-name', () => {
  it('a document with a space and brackets', async () => {
    expect(await told({ 'posts/a/index.md': post(), 'posts/a/Plan (final).PDF': 'plan' }))
      .toMatchInlineSnapshot(`
      "content/posts/a/Plan (final).PDF:1:1  bad-file-name
        The file name "Plan (final).PDF" has spaces, capital letters or signs that not every system can keep.
        Rename it, for example to "plan-final.pdf", here and where it is shown.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a name that Windows keeps', async () => {
    expect(await told({ 'posts/a/index.md': post(), 'posts/a/aux.pdf': 'plan' })).toMatchInlineSnapshot(`
      "content/posts/a/aux.pdf:1:1  bad-file-name
        Windows keeps the name "aux.pdf" for a device, so the file cannot be copied there.
        Rename it.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('too-large', () => {
  it('a text with too many bytes', async () => {
    expect(await told({ 'posts/a.md': post({}, 'Some words.\n\n'.repeat(16_000)) })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  too-large
        This file has 209 kB, and a text may have 200 kB.
        Divide it into several posts, or put the long part beside the post as a document.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a text with too many lines', async () => {
    expect(await told({ 'posts/a.md': post({}, 'Word.\n'.repeat(5_000)) })).toMatchInlineSnapshot(`
      "content/posts/a.md:5001:1  too-large
        This file has 5,007 lines, and a text may have 5,000.
        Divide it into several posts, or put the long part beside the post as a document.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a document', async () => {
    const files = { 'posts/a/index.md': post(), 'posts/a/film.mp4': '' };
    expect(await told(files, { prepare: swell('posts/a/film.mp4', 50_000_001) })).toMatchInlineSnapshot(`
      "content/posts/a/film.mp4:1:1  too-large
        This document has 51 MB, and a document may have 50.
        Keep it where documents are kept, and link to it.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a list of words', async () => {
    expect(await told({ 'words.txt': 'zephyr\n'.repeat(300_000) })).toMatchInlineSnapshot(`
      "content/words.txt:1:1  too-large
        This file has 2,100 kB, and a text may have 2,000 kB.
        Take out the words that every dictionary has.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('long-line', () => {
  it('in a post', async () => {
    expect(await told({ 'posts/a.md': post({}, `${'word '.repeat(4_001)}\n`) })).toMatchInlineSnapshot(`
      "content/posts/a.md:8:20001  long-line
        This line has 20,005 characters, and a line may have 20,000.
        Break it into lines, or put the data beside the post as a document.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in a list of words', async () => {
    expect(await told({ 'words.txt': `zephyr\n${'z'.repeat(201)}\n` })).toMatchInlineSnapshot(`
      "content/words.txt:2:201  long-line
        This line has 201 characters, and a line may have 200.
        Write one word a line.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('too-deep', () => {
  it('quotations', async () => {
    expect(await told({ 'posts/a.md': post({}, `Words.\n\n${'> '.repeat(31)}deep\n`) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:10:1  too-deep
        Here lists and quotations stand in one another, far deeper than anybody can read.
        Take levels away, or put the text into a code block if it is data.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('brackets', async () => {
    expect(await told({ 'posts/a.md': post({}, `${'['.repeat(101)}deep${']'.repeat(101)}\n`) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  too-deep
        Here brackets stand in one another, far deeper than anybody can read.
        Take levels away, or put the text into a code block if it is data.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('tags', async () => {
    expect(await told({ 'posts/a.md': post({}, `Words.\n\n${'<b>\n'.repeat(4_900)}deep\n`) }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:7:1  too-deep
        There are thousands of tags in this text, or thousands in one another.
        Close every tag that was opened, and write Markdown where it will do.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('too-slow', () => {
  it('a text that takes longer than the check has patience for', async () => {
    const body = 'Some *words* about `work`.\n\n'.repeat(500);
    const only = (path: string) => path === 'posts/a.md';
    expect(await told({ 'posts/a.md': post({}, body) }, { patience: 1, only })).toMatchInlineSnapshot(`
      "content/posts/a.md:7:1  too-slow
        This text takes longer than 0.001 seconds to render.
        Look for signs of Markdown that are repeated very often, and put data into a code block.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('too-much-markup', () => {
  it('brackets', async () => {
    expect(await told({ 'posts/a.md': post({}, '[a] [b] [c]\n'.repeat(3_400)) })).toMatchInlineSnapshot(`
      "content/posts/a.md:3341:1  too-much-markup
        Up to here there are more brackets than a page can hold.
        Divide the text, or put the data beside the post as a document.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a table', async () => {
    const row = `${'| a '.repeat(101)}|\n`;
    const body = `${row}${'| - '.repeat(101)}|\n${row}`;
    expect(await told({ 'posts/a.md': post({}, body) })).toMatchInlineSnapshot(`
      "content/posts/a.md:9:1  too-much-markup
        Up to here there are more cells in tables than a page can hold.
        Divide the text, or put the data beside the post as a document.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('one long address that many references use', async () => {
    const body = `${'[The plan][a].\n'.repeat(400)}\n[a]: https://a.example/${'x'.repeat(2_000)}\n`;
    expect(await told({ 'posts/a.md': post({}, body) })).toMatchInlineSnapshot(`
      "content/posts/a.md:8:1  too-much-markup
        The page would be many times longer than its source.
        Repeat fewer links, footnotes or headings.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('bad-encoding', () => {
  it('Latin-1', async () => {
    expect(await told({ 'posts/a.md': Buffer.from(post({}, 'Für alle.\n'), 'latin1') }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:2  bad-encoding
        This file is not UTF-8: here is a byte that UTF-8 does not have.
        Save it again with the encoding UTF-8; editors offer that under "Save as".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('UTF-16', async () => {
    expect(await told({ 'posts/a.md': Buffer.from(`\uFEFF${post()}`, 'utf16le') })).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  bad-encoding
        This file is written in UTF-16.
        Save it again with the encoding UTF-8; editors offer that under "Save as".

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('a list of words', async () => {
    expect(await told({ 'words.txt': Buffer.from('Zürich\n', 'latin1') })).toMatchInlineSnapshot(`
      "content/words.txt:1:2  bad-encoding
        This file is not UTF-8: here is a byte that UTF-8 does not have.
        Save it again with the encoding UTF-8; editors offer that under "Save as".

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('control-character', () => {
  it('a NUL in the text', async () => {
    expect(await told({ 'posts/a.md': post({}, 'Some\u0000 words.\n') })).toMatchInlineSnapshot(`
      "content/posts/a.md:8:5  control-character
        Here stands the invisible control character U+0000.
        Delete it; perhaps this is no text file at all.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('an invisible word joiner in a field, and an old line ending', async () => {
    expect(await told({ 'posts/a.md': post({ title: 'A\u2060 post' }, 'One.\rTwo.\n') }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:2:9  control-character
        Here stands the invisible control character U+2060.
        Delete it and the space around it, and type the words again.

      content/posts/a.md:8:5  control-character
        Here stands the invisible control character U+000D.
        Save the file with line endings of today: LF, or CR and LF together.

      2 problems in 1 file. Nothing was published."
    `);
  });

  it('in the taxonomy', async () => {
    const topic = '  - slug: tools\n    label: To\u009Fols\n    description: Things that help.\n';
    expect(await told({ 'tags.yml': `tags:\n${topic}` })).toMatchInlineSnapshot(`
      "content/tags.yml:3:14  control-character
        Here stands the invisible control character U+009F.
        Delete it and the space around it, and type the words again.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('bidirectional-character', () => {
  it('in the text', async () => {
    expect(await told({ 'posts/a.md': post({}, 'Open report-\u202Efdp.exe today.\n') }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:8:13  bidirectional-character
        Here stands the invisible character U+202E, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>.

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('in the name of a person', async () => {
    expect(await told({ 'authors/ada.yml': 'name: Ada\u2066 Berg\nrole: Trainer\n' })).toMatchInlineSnapshot(`
      "content/authors/ada.yml:1:10  bidirectional-character
        Here stands the invisible character U+2066, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>.

      1 problem in 1 file. Nothing was published."
    `);
  });
});

describe('a hidden character that is written with other signs', () => {
  it('in a field, as an escape of YAML', async () => {
    expect(
      await told({
        'posts/a.md': post({ title: '"A post \\u202Efdp.exe"', excerpt: '"C:\\folder"' }),
        'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\naskAbout: [tools, "\\0work"]\n',
      }),
    ).toMatchInlineSnapshot(`
      "content/authors/ada.yml:3:19  control-character
        This text holds the invisible control character U+0000. It is written as an escape, with a backslash.
        Take the escape out. For a backslash that is meant as one, put single quotation marks around the text.

      content/posts/a.md:2:8  bidirectional-character
        This text holds the invisible character U+202E, which turns the direction of writing around. It is written as an escape, with a backslash.
        Take the escape out. For a backslash that is meant as one, put single quotation marks around the text.

      content/posts/a.md:6:10  control-character
        This text holds the invisible control character U+000C. It is written as an escape, with a backslash.
        Take the escape out. For a backslash that is meant as one, put single quotation marks around the text.

      3 problems in 2 files. Nothing was published."
    `);
  });

  it('in the text, as a character reference', async () => {
    const body =
      'Open &#x202E;fdp.exe, &#8238;, [a&NoBreak;b](/posts/first/), ![c &#0; d](./c.png "&#x2066").\n';
    expect(await told({ 'posts/a.md': post({}, body) })).toMatchInlineSnapshot(`
      "content/posts/a.md:8:6  bidirectional-character
        "&#x202E;" stands for the invisible character U+202E, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>. To write about the sign itself, put it between backticks.

      content/posts/a.md:8:23  bidirectional-character
        "&#8238;" stands for the invisible character U+202E, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>. To write about the sign itself, put it between backticks.

      content/posts/a.md:8:34  control-character
        "&NoBreak;" stands for the invisible control character U+2060.
        Delete it. To write about the sign itself, put it between backticks.

      content/posts/a.md:8:62  broken-picture
        There is no file "./c.png" beside this one.
        Put the picture into the folder of the post (posts/<slug>/index.md) and name it ./picture.webp.

      content/posts/a.md:8:66  control-character
        "&#0;" stands for the invisible control character U+0000.
        Delete it. To write about the sign itself, put it between backticks.

      content/posts/a.md:8:83  bidirectional-character
        "&#x2066" stands for the invisible character U+2066, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>. To write about the sign itself, put it between backticks.

      6 problems in 1 file. Nothing was published."
    `);
  });

  it('in raw HTML, in the title of a block of code, and in an attribute of a component', async () => {
    const quiz = '<Callout title="Ca&#x202e;re">\n\nWords.\n\n</Callout>\n';
    expect(
      await told({
        'posts/a.md': post(
          {},
          '<abbr title="&#x0000202E;">PLC</abbr>\n\n```sh title="a&#x202E;b"\nls\n```\n',
        ),
        'posts/b.mdx': post({}, quiz),
      }),
    ).toMatchInlineSnapshot(`
      "content/posts/a.md:8:14  bidirectional-character
        "&#x0000202E;" stands for the invisible character U+202E, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>. To write about the sign itself, put it between backticks.

      content/posts/a.md:10:15  bidirectional-character
        "&#x202E;" stands for the invisible character U+202E, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>. To write about the sign itself, put it between backticks.

      content/posts/b.mdx:8:19  bidirectional-character
        "&#x202e;" stands for the invisible character U+202E, which turns the direction of writing around.
        Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>. To write about the sign itself, put it between backticks.

      3 problems in 2 files. Nothing was published."
    `);
  });

  it('but not in code, behind a backslash, or where the sign is a harmless one', async () => {
    const body =
      'Write `&#x202E;` or \\&#x202E; &amp;#x202E; &nbsp; &shy; &#233; & so on.\n\n```\n&#x202E;\n```\n';
    expect(await judge({ 'posts/a.md': post({ title: '"A \\"post\\" \\u00e9"' }, body) })).toEqual({
      problems: [],
      silenced: [],
    });
  });
});

describe('trailing-space', () => {
  it('in the text and in a field', async () => {
    expect(await told({ 'posts/a.md': post({ kind: 'article  ' }, 'Some words.  \n\nMore words.\t\n') }))
      .toMatchInlineSnapshot(`
      "content/posts/a.md:9:12  trailing-space (advice)
        This line ends with spaces that mean nothing.
        Delete them.

      content/posts/a.md:11:12  trailing-space (advice)
        This line ends with spaces that mean nothing.
        Delete them.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });

  it('in the file of a person', async () => {
    expect(await told({ 'authors/ada.yml': 'name: Ada Berg \nrole: Trainer\n' })).toMatchInlineSnapshot(`
      "content/authors/ada.yml:1:15  trailing-space (advice)
        This line ends with spaces that mean nothing.
        Delete them.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('final-newline', () => {
  it('in a post', async () => {
    expect(await told({ 'posts/a.md': post({}, 'Some words.') })).toMatchInlineSnapshot(`
      "content/posts/a.md:8:12  final-newline (advice)
        The file does not end with a line break.
        Press Enter at the end of the last line.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });

  it('in site.yml', async () => {
    expect(
      await told({
        'site.yml': 'name: The Harbour Log\npurpose: What we learned.\nurl: https://blog.example',
      }),
    ).toMatchInlineSnapshot(`
      "content/site.yml:3:26  final-newline (advice)
        The file does not end with a line break.
        Press Enter at the end of the last line.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
  });
});

describe('stale-owners', () => {
  const blog: Files = {
    'site.yml':
      'name: The Harbour Log\npurpose: What we learned.\nurl: https://blog.example\nforge:\n  kind: github\n  url: https://forge.example\n  repository: quay/blog\n  maintainers: [quay/editors]\n',
    'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\nlogin: ada-b\n',
    '../.github/CODEOWNERS':
      '# Made by "npm run owners" from content/: do not edit by hand.\n# A new post needs no line: the maintainers are asked until this file is made again.\n* @quay/editors\n/content/posts/first.md @somebody @quay/editors\n',
  };

  it('a list that names somebody else than the content', async () => {
    expect(await told(blog, { inRepository: true })).toMatchInlineSnapshot(`
      ".github/CODEOWNERS:4:1  stale-owners
        This line says "/content/posts/first.md @somebody @quay/editors", and the content says "/content/posts/first.md @ada-b @quay/editors".
        Make the list again: npm run owners

      1 problem in 1 file. Nothing was published."
    `);
  });

  it('is said of a branch, and not of a file by itself', async () => {
    const only = (path: string) => path === 'posts/first.md';
    expect((await judge(blog, { inRepository: true, only })).problems).toEqual([]);
    const onBranch = (path: string) => only(path) || path.startsWith('../');
    expect((await judge(blog, { inRepository: true, only: onBranch })).problems).toHaveLength(1);
  });
});

it('every rule about files has a case here, but the one about the form, which is tried where it is made', () => {
  const theme = ruleThemes.find(({ id }) => id === 'files');
  expect(ruleNames.filter((rule) => theme?.rules.includes(rule) === true && !triggered.has(rule))).toEqual([
    'stale-form',
  ]);
});
