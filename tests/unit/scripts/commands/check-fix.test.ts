import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { openCheckedBlog, type CheckedBlog } from '../../../support/check.ts';
import { post, type Files } from '../../../support/content.ts';

let blog: CheckedBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

async function mended(changes: Files) {
  blog = await openCheckedBlog(changes);
  const { dir, check } = blog;
  const first = await check('--fix');
  const second = await check('--fix');
  return { first, second, read: (path: string) => readFile(join(dir, path), 'utf8') };
}

const tags =
  'tags:\n  - slug: tools\n    label: Tools\n    description: Things that help.\n    aliases: [gear]\n';

describe('npm run check -- --fix', () => {
  it('mends what needs no person, says so, and has nothing to do the second time', async () => {
    const body = '### One  \n\nSome words. \n\n##### Two\n\nLast words.';
    const { first, second, read } = await mended({
      'tags.yml': tags,
      'posts/a.md': post({ tags: '[gear]' }, body),
    });
    expect(first).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "content/posts/a.md:5:8  tag-alias  mended
      content/posts/a.md:8:1  heading-order  mended
      content/posts/a.md:8:8  trailing-space  mended
      content/posts/a.md:10:12  trailing-space  mended
      content/posts/a.md:12:1  heading-order  mended
      content/posts/a.md:14:12  final-newline  mended
      Mended 6 places.

      ",
        "stdout": "Checked 3 files: no problems. … s
      ",
      }
    `);
    expect(second).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "There was nothing to mend.
      ",
        "stdout": "Checked 3 files: no problems. … s
      ",
      }
    `);
    expect(await read('posts/a.md')).toBe(
      post({ tags: '[tools]' }, '## One\n\nSome words.\n\n### Two\n\nLast words.\n'),
    );
  });

  it('keeps the line endings of Windows and a byte order mark', async () => {
    const windows = (text: string) => text.replaceAll('\n', '\r\n');
    const { first, second, read } = await mended({
      'tags.yml': tags,
      'posts/a.md': `\uFEFF${windows(post({ tags: '[gear]' }, '### One \n\nWords.\t\n\nLast words.'))}`,
    });
    expect(first.code).toBe(0);
    expect(second.stderr).toBe('There was nothing to mend.\n');
    expect(await read('posts/a.md')).toBe(
      `\uFEFF${windows(post({ tags: '[tools]' }, '## One\n\nWords.\n\nLast words.\n'))}`,
    );
  });

  it('moves all headings down together when the author took level 1 for sections', async () => {
    const { first, read } = await mended({
      'posts/a.md': post({}, '# One\n\n## Two\n\nWords.\n\n# Three\n\nWords.\n'),
    });
    expect(first.code).toBe(0);
    expect(await read('posts/a.md')).toBe(post({}, '## One\n\n### Two\n\nWords.\n\n## Three\n\nWords.\n'));
  });

  it('leaves code, line breaks and everything that a person has to decide', async () => {
    const body = 'One  \ntwo.\n\n```\ncode  \n```\n\nSee [[frist]].\n\nThree\n===\n\n<h4>Four</h4>\n';
    const whole = post({ tags: '[toosl]', kind: 'artcle' }, body);
    const { first, read } = await mended({ 'posts/a.md': whole });
    expect(first).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "There was nothing to mend.
      content/posts/a.md:5:8  unknown-tag
        content/tags.yml has no tag "toosl". Did you mean "tools"?
        Correct it, or add the tag to content/tags.yml with a label and a description.

      content/posts/a.md:6:7  bad-value
        The field "kind" is "artcle", but it can only be article, how-to, link, announcement, shout-out or question.
        Correct "kind". What the post is for: article, how-to, link, announcement, shout-out or question.

      content/posts/a.md:16:5  broken-link
        No post has the slug or the title "frist". The nearest is "first".
        Correct the name between the brackets, or take the brackets away.

      content/posts/a.md:18:1  heading-one
        The title is the only heading of level 1.
        Start the headings of the text with two number signs: ## like this.

      content/posts/a.md:21:1  heading-order (advice)
        "Four" has level 4, but stands under a heading of level 2.
        Give it level 3: <h3>

      4 problems and 1 piece of advice in 1 file. Nothing was published.
      ",
        "stdout": "",
      }
    `);
    expect(await read('posts/a.md')).toBe(whole);
  });

  it('makes a picture lighter that is too heavy', async () => {
    const heavy = await sharp({ create: { width: 1320, height: 1320, channels: 3, background: 'teal' } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const { first, second } = await mended({
      'posts/a/index.md': post({}, '![The sea](./sea.png)\n'),
      'posts/a/sea.png': heavy,
    });
    expect(first).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "content/posts/a/sea.png:1:1  picture-size  mended
      Mended 1 place.

      ",
        "stdout": "Checked 3 files: no problems. … s
      ",
      }
    `);
    expect(second.stderr).toBe('There was nothing to mend.\n');
    const picture = join(blog?.dir ?? '', 'posts/a/sea.png');
    expect((await stat(picture)).size).toBeLessThan(5_000_000);
    expect(await sharp(picture).metadata()).toMatchObject({ format: 'png', width: 1320, height: 1320 });
  });

  it('touches only the files that were named', async () => {
    const untidy = post({}, 'Words. \n');
    blog = await openCheckedBlog({ 'posts/a.md': untidy, 'posts/b.md': untidy });
    await blog.check('--fix', join(blog.dir, 'posts/a.md'));
    expect(await readFile(join(blog.dir, 'posts/a.md'), 'utf8')).toBe(post({}, 'Words.\n'));
    expect(await readFile(join(blog.dir, 'posts/b.md'), 'utf8')).toBe(untidy);
  });

  it('says in a sentence which file could not be written, and mends the others', async () => {
    // The new text is first written to a file beside it, whose name no disk can keep.
    const long = `posts/${'a'.repeat(240)}.md`;
    const { first, read } = await mended({
      [long]: post({}, 'Words. \n'),
      'posts/b.md': post({}, 'Words. \n'),
    });
    expect(first.stderr.replaceAll('a'.repeat(240), 'aaa')).toMatchInlineSnapshot(`
      "content/posts/b.md:8:7  trailing-space  mended
      content/posts/aaa.md stays as it is, because it cannot be written (ENAMETOOLONG).
      Mended 1 place.

      content/posts/aaa.md:1:1  bad-slug
        The file name "aaa" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.
        Rename it, for example to "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".

      content/posts/aaa.md:8:7  trailing-space (advice)
        This line ends with spaces that mean nothing.
        Delete them.

      1 problem and 1 piece of advice in 1 file. Nothing was published.
      "npm run check -- --fix" would mend 1 of them.
      "
    `);
    expect(await read('posts/b.md')).toBe(post({}, 'Words.\n'));
    expect(await read(long)).toBe(post({}, 'Words. \n'));
  });
});
