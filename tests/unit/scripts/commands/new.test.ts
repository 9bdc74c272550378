import { Readable } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import * as newPost from '../../../../scripts/commands/new.ts';
import type { World } from '../../../../scripts/world.ts';
import { kinds } from '../../../../src/model/post.ts';
import { post, type Files } from '../../../support/content.ts';
import { fakeTerminal, keys } from '../../../support/terminal.ts';
import { openWritingBlog, type Ran, type WritingBlog } from '../../../support/writing-blog.ts';

let blog: WritingBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

const tags = `tags:
  - { slug: tools, label: Tools, description: Things that help., aliases: [gear] }
  - { slug: file-names, label: File names, description: What files are called. }
  - { slug: thanks, label: Thanks, description: Credit. }
`;
const ada = 'name: Ada Berg\nrole: Trainer\nreach:\n  - label: Mail\n    link: mailto:ada@blog.example\n';
const files: Files = {
  'tags.yml': tags,
  'authors/ada.yml': ada,
  'authors/bo.yml': 'name: Bo\nrole: Trainer\n',
  'groups/circle.md': '---\nname: Circle\npurpose: To talk.\nstewards: [ada]\n---\n\nWords.\n',
};

/** A blog in a repository whose git says who sits there. */
async function openBlog(changes: Files = {}, name = 'Ada Berg', email = 'ada@blog.example') {
  blog = await openWritingBlog({ ...files, ...changes });
  await blog.git(['config', 'user.name', name]);
  await blog.git(['config', 'user.email', email]);
  const before = Object.keys(await blog.files());
  const opened = blog;
  return {
    run: (args: string[], world: Partial<World> = {}): Promise<Ran> => opened.run(newPost, args, world),
    /** The files that are there since then. */
    written: async () =>
      Object.fromEntries(Object.entries(await opened.files()).filter(([path]) => !before.includes(path))),
    problems: opened.problems,
    git: opened.git,
  };
}

describe('npm run new, with flags', () => {
  it('writes a post and says what to do with it', async () => {
    const { run, written, problems } = await openBlog();
    expect(await run(['Names that sort, and “why”', '--tags', 'gear,File names'])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Wrote content/posts/names-that-sort-and-why.md. It begins with an outline: write over it.

        npm run dev                                             shows it as readers will see it, while you write
        npm run check content/posts/names-that-sort-and-why.md  says what is missing
        git switch -c names-that-sort-and-why                   a branch for it
        git add content/posts/names-that-sort-and-why.md
        git commit -m 'Names that sort, and “why”'
        git push -u origin HEAD                                 prints where to open the pull request
      ",
      }
    `);
    expect(await written()).toMatchInlineSnapshot(`
      {
        "content/posts/names-that-sort-and-why.md": "---
      title: Names that sort, and “why”
      date: 2026-11-22
      authors: [ada]
      tags: [tools, file-names]
      ---

      Begin with what happened, or with the question as you were asked it.

      ## What I would do again

      And what not.
      ",
      }
    `);
    expect(await problems()).toMatchInlineSnapshot(`
      "content/posts/names-that-sort-and-why.md:8:1  outline-text (advice)
        "Begin with what happened, or with the question as you were asked it." is what the outline says, and not what you have to say.
        Write over it, or delete it.

      content/posts/names-that-sort-and-why.md:12:1  outline-text (advice)
        "And what not." is what the outline says, and not what you have to say.
        Write over it, or delete it.

      2 pieces of advice in 1 file. They do not keep anything from being published."
    `);
  });

  it('writes a post of every kind that the check has no objection to', async () => {
    const { run, written, problems } = await openBlog();
    const own: Record<string, string[]> = {
      link: ['--link', 'https://example.com/a'],
      'shout-out': ['--to', 'bo'],
    };
    for (const kind of kinds) {
      const { code, stderr } = await run([
        '--kind',
        kind,
        '--title',
        `A ${kind}: "quoted" #1 'it' 日本`,
        '--tags',
        'tools',
        '--group',
        'circle',
        '--excerpt',
        'Ünïcode: [x]',
        '--review-by',
        '6 months',
        '--lang',
        'pt-PT',
        '--owner',
        'bo',
        '--draft',
        ...(own[kind] ?? []),
      ]);
      expect([kind, code, stderr.replaceAll(/^(?:These| ).*\n/gmu, '')]).toEqual([kind, 0, '']);
    }
    expect(Object.keys(await written())).toHaveLength(kinds.length);
    expect((await problems()).replaceAll(/^content\/.*outline-text \(advice\)\n.*\n.*\n\n/gmu, '')).toMatch(
      /^\d+ pieces of advice in 6 files\. They do not/u,
    );
  });

  it('takes the text from a file or a pipe, and the title from its first heading', async () => {
    const { run, written } = await openBlog();
    await blog?.write({ 'Meine Notizen.md': '---\nfoo: bar\n---\n\n# Mine, all mine\r\n\r\nWörter.\r\n' });
    expect(
      (await run(['--body', 'Meine Notizen.md', '--tags', 'tools'])).stdout.split('\n')[0],
    ).toMatchInlineSnapshot(
      `"Wrote content/posts/mine-all-mine.md. The fields above the text were left out."`,
    );
    expect((await written())['content/posts/mine-all-mine.md']).toMatch(/---\n\nWörter\.\n$/u);
    const stdin = Readable.from(['# Not the title\n', '\nPiped words.\n']);
    await run(['Piped', '--body', '-', '--tags', 'tools', '--folder'], { stdin });
    expect((await written())['content/posts/piped/index.md']).toMatch(
      /title: Piped\n[^]*---\n\n# Not the title\n\nPiped words\.\n$/u,
    );
  });

  it('shows what it would write', async () => {
    const { run, written } = await openBlog();
    expect(
      (
        await run(['A', '--tags', 'tools', '--body', '-', '--dry-run', '--date', '2027-01-02'], {
          stdin: Readable.from(['Words.']),
        })
      ).stdout,
    ).toMatchInlineSnapshot(`
      "content/posts/a.md

      ---
      title: A
      date: 2027-01-02
      authors: [ada]
      tags: [tools]
      ---

      Words.

      Nothing was written.
      "
    `);
    expect(await written()).toEqual({});
  });

  it('never writes over a post, and warns of those that say the same', async () => {
    const said =
      'The pump in basin three stood still for an hour because the filter was full of mussels again.\n';
    const { run, written } = await openBlog({
      'posts/pump.md': post({ title: 'A quiet pump' }, said),
      'posts/b.md': post({ formerly: '[names-that-sort]' }),
    });
    const { code, stderr } = await run(['Names that sort', '--tags', 'tools', '--body', '-'], {
      stdin: Readable.from([said.replace('again', 'twice')]),
    });
    expect([code, stderr]).toMatchInlineSnapshot(`
      [
        0,
        "These posts may say it already:
        content/posts/pump.md  A quiet pump
      ",
      ]
    `);
    await run(['Pump', '--tags', 'tools']);
    expect(Object.keys(await written())).toEqual([
      'content/posts/names-that-sort-2.md',
      'content/posts/pump-2.md',
    ]);
    expect((await run(['X', '--tags', 'tools', '--slug', 'pump'])).stderr).toMatchInlineSnapshot(`
      "--slug: "pump" belongs to another post, or did once. Take another.
      The flags are listed by: npm run it -- --help
      "
    `);
  });

  it('makes a file for somebody who has none', async () => {
    const { run, written, problems } = await openBlog({}, 'Zoë K', '12+zoe-k@users.noreply.github.com');
    expect((await run(['A', '--tags', 'tools'])).stderr).toMatchInlineSnapshot(`
      "These are missing, and nobody is here to ask:
        --authors   who wrote it; no file in content/authors is about Zoë K <12+zoe-k@users.noreply.github.com>. To make one: --name "…" --role "…" --reach "…"
      Nothing was written.
      "
    `);
    const { code } = await run([
      'A title',
      '--tags',
      'tools',
      '--name',
      'Zoë Króĺ',
      '--role',
      'Trainer: "Porto"',
      '--reach',
      'zoe@blog.example',
    ]);
    expect(code).toBe(0);
    const { 'content/authors/zoe-krol.yml': author, 'content/posts/a-title.md': text } = await written();
    expect(author).toMatchInlineSnapshot(`
      "name: Zoë Króĺ
      role: 'Trainer: "Porto"'
      reach:
        - label: zoe@blog.example
          link: mailto:zoe@blog.example
      login: zoe-k
      "
    `);
    expect(text).toContain('authors: [zoe-krol]\n');
    expect(await problems()).not.toContain('unknown-author');
  });

  it('says what is missing or wrong, and writes nothing', async () => {
    const { run, written } = await openBlog({}, 'Nobody', 'x@y.example');
    const said: string[] = [];
    for (const args of [
      [],
      ['Tools', '--kind', 'link', '--authors', 'ada'],
      ['--kind', 'shout-out'],
      ['A', '--kind', 'howto'],
      ['A', '--tags', 'tolls', '--authors', 'ada'],
      ['A', '--tags', 'tools', '--authors', 'adda'],
      ['A', '--tags', 'tools', '--authors', 'ada', '--group', 'cirle'],
      ['A', '--tags', 'tools', '--authors', 'ada', '--date', '2026-02-30'],
      ['A', '--tags', 'tools', '--authors', 'ada', '--kind', 'link', '--link', 'javascript:x'],
      ['A', '--tags', 'tools', '--authors', 'ada', '--body', 'no such file.md'],
      ['A', '--tags', 'tools', '--authors', 'ada', '--body', '-'],
      ['A', '--tags', 'tools', '--name', 'Zoe'],
      ['A', '--tgas', 'tools'],
    ]) {
      const { code, stdout, stderr } = await run(args);
      expect([args, code, stdout]).toEqual([args, 1, '']);
      said.push(stderr.replace('Nothing was written.\n', '').replace(/The flags are listed by.*\n/u, ''));
    }
    expect(said.join('')).toMatchInlineSnapshot(`
      "These are missing, and nobody is here to ask:
        --title     what it is called
        --tags      one to eight topics of content/tags.yml
        --authors   who wrote it; no file in content/authors is about Nobody <x@y.example>. To make one: --name "…" --role "…" --reach "…"
      These are missing, and nobody is here to ask:
        --tags      one to eight topics of content/tags.yml; these may fit: tools
        --link      where the link leads
      These are missing, and nobody is here to ask:
        --title     what it is called
        --tags      one to eight topics of content/tags.yml
        --authors   who wrote it; no file in content/authors is about Nobody <x@y.example>. To make one: --name "…" --role "…" --reach "…"
        --to        whom it thanks
      There is no kind "howto". Did you mean "how-to"? The kinds are: article, how-to, link, announcement, shout-out, question.
      --tags: content/tags.yml has no topic "tolls". Did you mean "tools"? To add it: npm run tag -- add tolls
      --authors: content/authors has no file for "adda". Did you mean "ada"?
      --group: content/groups has no file for "cirle". Did you mean "circle"?
      --date: The field "date" cannot be used. There is no day 2026-02-30 in the calendar.
      --link: The field "link" cannot be used. An address starts with http:// or https://.
      --body: the file "no such file.md" cannot be read.
      --body: There is nothing to read after the frontmatter.
      --name and --role go together: they make a file for somebody who has none.
      There is no flag --tgas here. Did you mean --tags?
      "
    `);
    expect(await written()).toEqual({});
  });

  it('says how to send the post from a branch, and without a repository', async () => {
    const { run, git } = await openBlog();
    await git(['switch', '--quiet', '-c', 'work']);
    expect((await run(["It's", '--tags', 'tools'])).stdout).toMatchInlineSnapshot(`
      "Wrote content/posts/its.md. It begins with an outline: write over it.

        npm run dev                         shows it as readers will see it, while you write
        npm run check content/posts/its.md  says what is missing
        git add content/posts/its.md
        git commit -m 'It'\\''s'
        git push -u origin HEAD             prints where to open the pull request
      "
    `);
    const other = await openWritingBlog(files, { repository: false });
    expect((await other.run(newPost, ['A', '--tags', 'tools', '--authors', 'ada'])).stdout)
      .toMatchInlineSnapshot(`
      "Wrote content/posts/a.md. It begins with an outline: write over it.

        npm run dev                       shows it as readers will see it, while you write
        npm run check content/posts/a.md  says what is missing

      This folder is no git repository: hand the file in by way of https://blog.example/write/
      "
    `);
    await other.remove();
  });
});

describe('npm run new, with somebody to ask', () => {
  it('asks for everything, topics that fit first', async () => {
    const { run, written } = await openBlog();
    const person = fakeTerminal([
      ['What is it for?', `${keys.down}${keys.down}${keys.enter}`],
      ['What is it called?', `File names that sort${keys.enter}`],
      ['Which topics?', keys.enter],
      ['Where does it lead?', `example${keys.enter}`],
      ['starts with http', `${'\u007F'.repeat(7)}https://example.com/${keys.enter}`],
      ['belong to a group', `${keys.down}${keys.enter}`],
      ['A sentence or two', keys.enter],
    ]);
    const { code, stderr } = await run([], { terminal: person.terminal });
    expect([code, stderr, person.unanswered()]).toEqual([0, '', []]);
    expect((await written())['content/posts/file-names-that-sort.md']).toMatchInlineSnapshot(`
      "---
      title: File names that sort
      date: 2026-11-22
      authors: [ada]
      tags: [file-names]
      kind: link
      group: circle
      link: https://example.com/
      ---

      Why it is worth your colleagues’ time, in two or three sentences.
      "
    `);
  });

  it('shows every topic when a space is pressed, each on one line, and says which were chosen', async () => {
    const description = `What people ${'and others '.repeat(12)}use.`;
    const long = `tags:\n  - { slug: tools, label: Tools, description: "${description}" }\n`;
    const { run } = await openBlog({ 'tags.yml': long });
    const person = fakeTerminal([['Which topics?', `  ${keys.tab}${keys.enter}`]]);
    const args = ['Some words', '--kind', 'article', '--group', 'circle', '--excerpt', 'Words.'];
    expect((await run(args, { terminal: person.terminal })).code).toBe(0);
    const screen = person.screen();
    expect(screen).not.toContain('No matches');
    expect(screen).toMatch(/◻ Tools \(What people and others .*…\)\n/u);
    expect(screen).toContain('1 items selected\n│  Tools\n');
  });

  it('asks only for what the flags do not say', async () => {
    const { run, written } = await openBlog();
    const person = fakeTerminal([['Whom do you thank?', `Bo${keys.tab}${keys.enter}`]]);
    const args = [
      'Thank you',
      '--kind',
      'shout-out',
      '--tags',
      'thanks',
      '--group',
      'circle',
      '--excerpt',
      'Thanks.',
    ];
    expect((await run(args, { terminal: person.terminal })).code).toBe(0);
    expect((await written())['content/posts/thank-you.md']).toContain('to: [bo]\n');
  });

  it('asks before it goes on beside a post that says the same', async () => {
    const { run, written } = await openBlog({ 'posts/pump.md': post({ title: 'A quiet pump' }) });
    const person = fakeTerminal([['Write it all the same?', `n`]]);
    const { code, stderr } = await run(['A quiet pump!', '--kind', 'article'], {
      terminal: person.terminal,
    });
    expect([code, stderr]).toEqual([130, 'Nothing was written.\n']);
    expect(person.screen()).toContain('content/posts/pump.md  A quiet pump');
    expect(await written()).toEqual({});
  });

  it('offers a file to somebody whom nobody knows', async () => {
    const { run, written } = await openBlog({}, 'Zoë', 'zoe@blog.example');
    const person = fakeTerminal([
      ['No file in content/authors is about Zoë <zoe@blog.example>. Make one?', 'y'],
      ['Your name', keys.enter],
      ['What do you do', `Trainer${keys.enter}`],
      ['How can readers reach you', keys.enter],
    ]);
    const args = [
      'Some words',
      '--kind',
      'article',
      '--tags',
      'tools',
      '--group',
      'circle',
      '--excerpt',
      'Words.',
    ];
    expect((await run(args, { terminal: person.terminal })).code).toBe(0);
    expect((await written())['content/authors/zoe.yml']).toMatchInlineSnapshot(`
      "name: Zoë
      role: Trainer
      reach:
        - label: zoe@blog.example
          link: mailto:zoe@blog.example
      "
    `);
  });

  it('writes nothing when they leave', async () => {
    const { run, written } = await openBlog();
    const person = fakeTerminal([['What is it called?', keys.leave]]);
    expect((await run(['--kind', 'article'], { terminal: person.terminal })).code).toBe(130);
    expect(await written()).toEqual({});
  });
});
