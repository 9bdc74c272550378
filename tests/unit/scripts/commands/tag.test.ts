import { afterEach, describe, expect, it } from 'vitest';
import * as tag from '../../../../scripts/commands/tag.ts';
import { post, type Files } from '../../../support/content.ts';
import { fakeTerminal, keys } from '../../../support/terminal.ts';
import { openWritingBlog, type WritingBlog } from '../../../support/writing-blog.ts';

let blog: WritingBlog | undefined;
afterEach(async () => {
  await blog?.remove();
  blog = undefined;
});

const tags = `# By hand.
tags:
  - slug: tools # the first
    label: Tools
    description: Things that help.
    aliases: [gear, kit]
  - slug: thanks
    label: Thanks
    description: Credit.
`;
const files: Files = {
  'tags.yml': tags,
  'posts/first.md': post({ tags: '[tools, thanks]' }, 'See [tools](/tags/tools/) and [[first]].\n'),
  'posts/second.md':
    '---\ntitle: Second\ndate: 2026-03-12\nauthors: [ada]\ntags:\n  - thanks\n  - tools # why not\n---\n\nAll [tools][t] help.\n\n[t]: /tags/tools/\n',
  'posts/third.md': post({ tags: '[thanks]' }, 'The tools.\n'),
};
const textOf = async (path: string) => (await blog?.files())?.[`content/${path}`];

describe('npm run tag -- add', () => {
  it('writes a topic behind the others, and nothing else', async () => {
    blog = await openWritingBlog(files);
    const args = [
      'add',
      'job-aids',
      '--description',
      'Cards: to be used.',
      '--alias',
      'checklist, cheat sheet',
      '--trainer',
      'ada',
    ];
    expect((await blog.run(tag, [...args, '--dry-run'])).stdout).toMatchInlineSnapshot(`
      "Would add the topic "job-aids" (Job aids) to content/tags.yml.
      Nothing was written.
      "
    `);
    expect(await textOf('tags.yml')).toBe(tags);
    expect(await blog.run(tag, args)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Added the topic "job-aids" (Job aids) to content/tags.yml.
      ",
      }
    `);
    expect(await textOf('tags.yml')).toBe(
      `${tags}  - slug: job-aids\n    label: Job aids\n    description: "Cards: to be used."\n    aliases: [checklist, cheat sheet]\n    trainer: ada\n`,
    );
    expect(await blog.problems()).toBe('');
  });

  it('asks for what the flags do not say', async () => {
    blog = await openWritingBlog(files);
    const person = fakeTerminal([
      ['What is it called', keys.enter],
      ['What belongs here', `Cards.${keys.enter}`],
    ]);
    expect((await blog.run(tag, ['add', 'job-aids'], { terminal: person.terminal })).code).toBe(0);
    expect(await textOf('tags.yml')).toContain('    label: Job aids\n    description: Cards.\n');
    const leaving = fakeTerminal([['What is it called', keys.leave]]);
    expect((await blog.run(tag, ['add', 'x'], { terminal: leaving.terminal })).code).toBe(130);
  });

  it('refuses what is there, nearly there or no topic, and says what would do', async () => {
    blog = await openWritingBlog(files);
    const said: string[] = [];
    for (const args of [
      ['add', 'tools'],
      ['add', 'gear'],
      ['add', 'Job Aids'],
      ['add', 'thank', '--description', 'x'],
      ['add', 'cards', '--alias', 'kits', '--description', 'x'],
      ['add', 'cards'],
      ['add', 'cards', '--trainer', 'adda'],
      ['add', 'cards', '--description', ''],
      ['add'],
      ['ad', 'cards'],
      [],
    ]) {
      const { code, stdout, stderr } = await blog.run(tag, args);
      expect([args, code, stdout]).toEqual([args, 1, '']);
      said.push(stderr.replace('Nothing was written.\n', '').replace(/The flags are listed by.*\n/u, ''));
    }
    expect(said.join('')).toMatchInlineSnapshot(`
      "There is a topic "tools" already.
      "gear" is another name of the topic "tools", and posts can be found by it. Use that one.
      "Job Aids" cannot be a topic: its name may hold only a–z, 0–9 and single hyphens, such as "job-aids".
      "thank" is nearly the same as the topic "thanks", or as one of its other names. Use that one, or add this all the same: --anyway
      "kits" is nearly the same as the topic "tools", or as one of its other names. Use that one, or add this all the same: --anyway
      --description is missing, and nobody is here to ask: one line on what belongs under "cards".
      --trainer: content/authors has no file for "adda". Did you mean "ada"?
      --description: The field "description" is too short: it needs at least 1 character.
      Name the topic as it stands in addresses: npm run tag -- add job-aids
      Say what to do: add, rename or list. Did you mean "add"?
      Say what to do: add, rename or list.
      "
    `);
    expect(await textOf('tags.yml')).toBe(tags);
    expect((await blog.run(tag, ['add', 'thank', '--description', 'x', '--anyway'])).code).toBe(0);
  });
});

describe('npm run tag -- rename', () => {
  it('gives a topic another name everywhere, and keeps the old one and its address', async () => {
    blog = await openWritingBlog(files);
    const before = await blog.files();
    const dry = await blog.run(tag, ['rename', 'tools', 'kit', '--label', 'Our kit', '--dry-run']);
    expect(dry.stdout).toMatchInlineSnapshot(`
      "content/tags.yml:3  tools → kit
      content/redirects.yml:1  /tags/tools/: /tags/kit/
      content/posts/first.md:5  tools → kit
      content/posts/first.md:8  /tags/tools/ → /tags/kit/
      content/posts/second.md:7  tools → kit
      content/posts/second.md:12  /tags/tools/ → /tags/kit/
      6 places in 4 files.

      Nothing was written.
      "
    `);
    expect(await blog.files()).toEqual(before);
    expect((await blog.run(tag, ['rename', 'tools', 'kit', '--label', 'Our kit'])).code).toBe(0);
    expect(await textOf('tags.yml')).toBe(
      tags
        .replace('slug: tools', 'slug: kit')
        .replace('label: Tools', 'label: Our kit')
        .replace('[gear, kit]', '[gear, tools]'),
    );
    expect(await textOf('redirects.yml')).toBe('redirects:\n  /tags/tools/: /tags/kit/\n');
    expect(await textOf('posts/second.md')).toContain('  - thanks\n  - kit # why not\n');
    expect(await textOf('posts/first.md')).toContain('[tools](/tags/kit/)');
    expect(await textOf('posts/third.md')).toBe(before['content/posts/third.md']);
    expect(await blog.problems()).toBe('');
    await blog.run(tag, ['rename', 'kit', 'tools']);
    expect(await textOf('redirects.yml')).toBe('redirects:\n  /tags/kit/: /tags/tools/\n');
    expect(await blog.problems()).toBe('');
  });

  it('refuses names that are there or are no names', async () => {
    blog = await openWritingBlog(files);
    const said = await Promise.all(
      [['tools', 'thanks'], ['toools', 'x'], ['tools', 'Ä b'], ['tools']].map(
        async (names) => (await blog?.run(tag, ['rename', ...names]))?.stderr,
      ),
    );
    expect(said.join('')).toMatchInlineSnapshot(`
      "There is a topic "thanks" already.
      Nothing was changed.
      content/tags.yml has no topic "toools". Did you mean "tools"?
      Nothing was changed.
      "Ä b" cannot be a topic: its name may hold only a–z, 0–9 and single hyphens, such as "a-b".
      Nothing was changed.
      Name the topic, and what it should be called: npm run tag -- rename checklists job-aids
      The flags are listed by: npm run it -- --help
      "
    `);
  });
});

it('lists topics by how many posts they have', async () => {
  blog = await openWritingBlog(files);
  expect((await blog.run(tag, ['list'])).stdout).toMatchInlineSnapshot(`
    "    3  thanks  Thanks
        2  tools   Tools (gear, kit)
    2 topics in 3 posts.
    "
  `);
});
