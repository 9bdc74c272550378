import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openContentFolder, type ContentFolder } from '../../../src/compile/content-folder.ts';
import { openRecords, pipelineFingerprint } from '../../../src/compile/records.ts';
import { readSettings } from '../../../src/compile/settings.ts';
import { formatProblems } from '../../../src/model/problem.ts';
import { writeCorpus } from '../../bench/corpus.ts';
import { createRandom } from '../../bench/random.ts';
import { post, temporaryFolder, writeContent, writeFiles, type Files } from '../../support/content.ts';
import { aRemark, threadFile } from '../../support/entries.ts';
import { edit, type EditKind } from '../../support/random-edits.ts';
import { readTree } from '../../support/run-watercooler.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let home: Awaited<ReturnType<typeof temporaryFolder>>;
let content: string;
beforeEach(async () => {
  home = await temporaryFolder();
  content = join(home.dir, 'content');
});
afterEach(() => home.remove());

/** Opens the folder as a process of its own would, with a cache that only such openings share. */
function open(cache = 'cache'): Promise<ContentFolder> {
  const env = {
    CONTENT_DIR: content,
    WATERCOOLER_CACHE: join(home.dir, cache),
    WATERCOOLER_DAY: '2026-11-22',
  };
  return openContentFolder(readSettings(root, { ...env, WATERCOOLER_PREVIEW: '1' }, new Date()));
}

/** Everything that a folder has to show and to say. */
function shownBy(folder: ContentFolder) {
  const { related, posts, mentionedIn, postsByAuthor, postsByTag } = folder.catalogue();
  return {
    content: folder.compiled().content,
    bodies: posts.map(({ body }) => folder.store.read(body.digest)),
    comments: folder.compiled().content.threads.map(({ bodyDigest }) => folder.store.read(bodyDigest)),
    pictures: [...folder.compiled().surroundings.pictures],
    related: posts.map((one) => related(one).map(({ slug }) => slug)),
    lists: { mentionedIn, postsByAuthor, postsByTag },
    problems: formatProblems(folder.problems()),
  };
}

const picture = (background: string) =>
  sharp({ create: { width: 600, height: 600, channels: 3, background } })
    .png()
    .toBuffer();

/** The paths of files that have changed between two states of the folder, as they are named by whoever watches it. */
function changesBetween(before: Map<string, Buffer>, after: Map<string, Buffer>): string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])];
  return paths.filter((path) => before.get(path)?.equals(after.get(path) ?? Buffer.of()) !== true);
}

/** Changes files, and gives the names of those that have changed. */
async function changed(change: () => Promise<unknown>): Promise<string[]> {
  const before = await readTree(content);
  await change();
  return changesBetween(before, await readTree(content));
}

const kinds: EditKind[] = [
  ...(['edit', 'retitle', 'tag label', 'author name', 'thread', 'rename', 'retag', 'picture'] as const),
  ...(['add', 'delete', 'redate', 'group', 'path order', 'site setting', 'edit'] as const),
];

describe('a content folder that is looked at again', () => {
  it('shows after every edit what one shows that is opened then', async () => {
    const seed = 1;
    await writeCorpus(content, { posts: 200, words: 60, seed });
    const random = createRandom(`edits of ${seed}`);
    const blog = {
      content,
      day: '2026-11-22',
      read: (path: string) => readFile(join(home.dir, path), 'utf8'),
      write: (path: string, text: string) => writeFile(join(home.dir, path), text),
      list: async (folder: string) =>
        (await readdir(join(content, folder), { recursive: true })).sort().map((name) => `${folder}/${name}`),
    };
    const folder = await open();
    for (const [number, kind] of random.some(kinds, kinds.length).entries()) {
      const paths = await changed(() => edit(kind, blog, random, number));
      expect(await folder.refresh(paths), kind).toBe(true);
      expect(shownBy(folder), kind).toEqual(shownBy(await open('other-cache')));
      // What is looked at a moment later is the same.
      expect(await folder.refresh(), kind).toBe(false);
    }
  });

  const edits: [name: string, files: () => Files | Promise<Files>][] = [
    ['the title of a post that others link to', () => ({ 'posts/first.md': post({ title: 'Last words' }) })],
    ['a post that others link to and nobody may see', () => ({ 'posts/first.md': post({ draft: 'true' }) })],
    ['a cover', async () => ({ 'posts/covered/cover.png': await picture('blue') })],
    ['a portrait', async () => ({ 'authors/ada.png': await picture('blue') })],
    ['an attachment', () => ({ 'posts/covered/list.csv': 'a,b\n' })],
    [
      'the account of somebody who is mentioned in a comment',
      () => ({ 'authors/ada.yml': `${author}role: Chair\n`.replace('ada-b', 'ada-c') }),
    ],
    ['a comment', () => ({ 'threads/first.json': thread('Other words.') })],
    ['the language', () => ({ 'site.yml': `${site}language: de\n` })],
    [
      'the time zone and the notice',
      () => ({ 'site.yml': `${site}timeZone: Asia/Tokyo\nnotice: Be *kind*.\n` }),
    ],
    [
      'a topic',
      () => ({ 'tags.yml': 'tags:\n  - slug: tools\n    label: Knives\n    description: They cut.\n' }),
    ],
    ['a redirect', () => ({ 'redirects.yml': 'redirects:\n  /old/: /posts/first/\n' })],
    ['a synonym', () => ({ 'synonyms.yml': 'synonyms:\n  - [work, labour]\n' })],
    [
      'a group',
      () => ({ 'groups/crew.md': '---\nname: Crew\npurpose: To row.\nstewards: [ada]\n---\n\nWe row.\n' }),
    ],
  ];
  const site = 'name: The Harbour Log\npurpose: What we learned at work.\nurl: https://blog.example\n';
  const author = 'name: Ada Berg\nlogin: ada-b\npicture: ./ada.png\n';
  const thread = (body: string) =>
    JSON.stringify(threadFile({ id: 'D_1', number: 1, comments: [{ ...aRemark('one'), body }] }));
  it.each(edits)('shows after an edit of %s what one shows that is opened then', async (_name, files) => {
    await writeContent(content, {
      'site.yml': site,
      'authors/ada.yml': `${author}role: Trainer\n`,
      'authors/ada.png': await picture('red'),
      'posts/covered/index.md': post(
        { cover: './cover.png', coverAlt: 'Red' },
        'See [the list](./list.csv).\n',
      ),
      'posts/covered/cover.png': await picture('red'),
      'posts/covered/list.csv': 'a\n',
      'posts/linking.md': post({}, 'See [[first]], and "quotes" of teh log.\n'),
      'threads/first.json': thread('Thanks, @ada-b.'),
    });
    const folder = await open();
    const before = shownBy(folder);
    expect(await folder.refresh(await changed(async () => writeFiles(content, await files())))).toBe(true);
    expect(shownBy(folder)).not.toEqual(before);
    expect(shownBy(folder)).toEqual(shownBy(await open('other-cache')));
    expect(await folder.refresh()).toBe(false);
  });

  const ada = 'name: Ada Zbrinkel\nrole: Trainer\n';
  const mistakes: [name: string, files: Files, undo: Files][] = [
    ['a field', { 'posts/a.md': post({ tag: 'tools' }) }, { 'posts/a.md': post() }],
    ['a topic', { 'posts/a.md': post({ tags: '[toosl]' }) }, { 'posts/a.md': post() }],
    ['a link', { 'posts/a.md': post({}, 'See [[frist]].\n') }, { 'posts/a.md': post() }],
    ['a heading', { 'posts/a.md': post({}, 'See [it](/posts/first/#none).\n') }, { 'posts/a.md': post() }],
    ['a target', { 'posts/first.md': null }, { 'posts/first.md': post({ title: 'First words' }) }],
    ['a twin', { 'posts/linking/index.md': post() }, { 'posts/linking/index.md': null }],
    ['the topics', { 'tags.yml': 'tags: [}\n' }, { 'tags.yml': null }],
    ['the words', { 'words.txt': 'Frobnic\n' }, { 'words.txt': 'Frobnicate\n' }],
    ['the policy', { 'policy.yml': 'clauses: {}\n' }, { 'policy.yml': null }],
    ['an author', { 'authors/ada.yml': 'name: Ada Zbrinkel\n' }, { 'authors/ada.yml': ada }],
    ['a name', { 'authors/ada.yml': ada.replace('Zbrinkel', 'Berg') }, { 'authors/ada.yml': ada }],
    ['a redirect', { 'redirects.yml': 'redirects:\n  /old/: /none/\n' }, { 'redirects.yml': null }],
    ['site.yml', { 'site.yml': 'name: Log\n' }, {}],
  ];
  it.each(mistakes)(
    'says of a mistake in %s what one says that is opened then',
    async (_name, files, undo) => {
      await writeContent(content, {
        'posts/a.md': post({ title: 'Another' }),
        'posts/linking.md': post({}, 'See [[first]]. Zbrinkel says: Frobnicate.\n'),
        'words.txt': 'Frobnicate\n',
        'authors/ada.yml': ada,
      });
      const folder = await open();
      const before = formatProblems(folder.problems());
      await folder.refresh(await changed(() => writeFiles(content, files)));
      const broken = formatProblems(folder.problems());
      expect(broken).not.toBe(before);
      expect(broken).toBe(formatProblems((await open('other-cache')).problems()));
      await folder.refresh(await changed(() => writeFiles(content, undo)));
      expect(formatProblems(folder.problems())).toBe(formatProblems((await open('other-cache')).problems()));
    },
  );

  it('makes nothing again that is as it was', async () => {
    await writeContent(content, { 'posts/a.md': post({ title: 'Another' }) });
    const folder = await open();
    const before = folder.compiled().content;
    await writeFiles(content, { 'posts/a.md': post({ title: 'Another' }, 'Other words.\n') });
    await folder.refresh(['posts/a.md']);
    const after = folder.compiled().content;
    expect(after.posts.find(({ slug }) => slug === 'first')).toBe(
      before.posts.find(({ slug }) => slug === 'first'),
    );
    expect(after.authors[0]).toBe(before.authors[0]);
    expect(after.tags).toBe(before.tags);
  });

  it('believes what it is told has changed, and sees the rest when it is told nothing', async () => {
    await writeContent(content, { 'posts/a.md': post({ title: 'Another' }) });
    const folder = await open();
    await writeFiles(content, { 'posts/a.md': post({ title: 'Unheard of' }) });
    expect(await folder.refresh(['posts/first.md'])).toBe(false);
    expect(await folder.refresh()).toBe(true);
    expect(folder.compiled().content.posts.map(({ title }) => title)).toEqual(['Unheard of', 'First words']);
  });

  it('forgets nothing of what it has not looked at', async () => {
    await writeContent(content);
    const long = new Date('2026-01-01');
    await utimes(join(content, 'posts/first.md'), long, long);
    // A moment ago is too lately for a file that says by its times that it is as it was.
    const moment = 2_100;
    await wait(moment);
    const folder = await open();
    await writeFiles(content, { 'site.yml': `${site}timeZone: Asia/Tokyo\n` });
    await folder.refresh(['site.yml']);
    const records = openRecords(join(home.dir, 'cache'), pipelineFingerprint(root));
    expect(records.knows('seen', 'posts/first.md')).toBe(true);
  });

  it('sees the whole folder when it is told of something that it does not know', async () => {
    await writeContent(content);
    const folder = await open();
    await writeFiles(content, { 'posts/b/index.md': post({ title: 'In a folder' }), 'posts/c.md': post() });
    expect(await folder.refresh(['posts/b'])).toBe(true);
    expect(folder.compiled().content.posts.map(({ slug }) => slug)).toEqual(['b', 'c', 'first']);
    await rm(join(content, 'posts/b'), { recursive: true });
    await rm(join(content, 'posts/c.md'));
    await mkdir(join(content, 'posts/c.md'));
    expect(await folder.refresh(['posts/c.md'])).toBe(true);
    expect(folder.compiled().content.posts.map(({ slug }) => slug)).toEqual(['first']);
  });
});
