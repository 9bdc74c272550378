import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { judgeContent } from '../../../src/compile/judge-content.ts';
import { post } from '../../support/content.ts';
import { openWorkshop, type Workshop } from '../../support/compile.ts';
import { publicView } from '../../support/entries.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
let workshop: Workshop;
afterEach(() => workshop.remove());

const linking = post({ title: 'Linking' }, 'See [[target]], and [it](/posts/target/).\n');
const target = post({ title: 'Target' }, 'The target.\n');

const picture = (background: string, width = 900) =>
  sharp({ create: { width, height: 300, channels: 3, background } })
    .png()
    .toBuffer();

/** Makes every stored rendering look old, and tells afterwards which were written since. */
async function watchStore() {
  const folder = join(workshop.cacheDir, 'html');
  const files = async () =>
    (await readdir(folder, { recursive: true }))
      .filter((name) => name.endsWith('.html'))
      .map((name) => join(folder, name));
  const old = new Date('2020-01-01');
  for (const file of await files()) await utimes(file, old, old);
  return async () => {
    const written: string[] = [];
    for (const file of await files()) if ((await stat(file)).mtime > old) written.push(file);
    return written.length;
  };
}

describe('the cache of renderings', () => {
  it('renders nothing the second time', async () => {
    workshop = await openWorkshop({ 'posts/linking.md': linking, 'posts/target.md': target });
    const first = await workshop.compile();
    const rendered = await watchStore();
    const second = await workshop.compile();
    expect(await rendered()).toBe(0);
    expect(second.content).toEqual(first.content);
  });

  it('renders the one post that was edited', async () => {
    workshop = await openWorkshop({ 'posts/linking.md': linking, 'posts/target.md': target });
    await workshop.compile();
    const rendered = await watchStore();
    await workshop.write({ 'posts/linking.md': linking.replace('See', 'Read') });
    const { htmlOf } = await workshop.compile();
    expect(await rendered()).toBe(1);
    expect(htmlOf('linking')).toContain('Read <a');
  });

  it('renders a post again when the title of a page it names changed', async () => {
    workshop = await openWorkshop({ 'posts/linking.md': linking, 'posts/target.md': target });
    await workshop.compile();
    await workshop.write({ 'posts/target.md': post({ title: 'New title' }, 'The target.\n') });
    expect((await workshop.compile()).htmlOf('linking')).toContain('<a href="/posts/target/">New title</a>');
  });

  it('takes the link away when the page is no longer to be seen, and gives it back in a preview', async () => {
    workshop = await openWorkshop({ 'posts/linking.md': linking, 'posts/target.md': target });
    await workshop.compile();
    await workshop.write({ 'posts/target.md': post({ title: 'Target', draft: 'true' }, 'The target.\n') });
    expect((await workshop.compile()).htmlOf('linking').trim()).toBe('<p>See target, and it.</p>');
    expect((await workshop.compile({ preview: true })).htmlOf('linking')).toContain('>Target</a>');
  });

  it('gives a replaced picture a new address', async () => {
    const showing = post({}, '![A pump](./pump.png)\n');
    workshop = await openWorkshop({ 'posts/a/index.md': showing, 'posts/a/pump.png': await picture('red') });
    const before = await workshop.compile();
    await workshop.write({ 'posts/a/pump.png': await picture('blue') });
    const after = await workshop.compile();
    const [old = '', replaced = ''] = [before, after].map(
      ({ content }) => content.posts[0]?.body.pictures[0],
    );
    expect([old, replaced]).toEqual([
      expect.stringMatching(/^\/pictures\//u),
      expect.stringMatching(/^\/pictures\//u),
    ]);
    expect(replaced).not.toBe(old);
    expect(after.htmlOf('a')).toContain(replaced);
    expect(after.htmlOf('a')).not.toContain(old);
  });

  it('finds a picture that was missing before', async () => {
    workshop = await openWorkshop({ 'posts/a/index.md': post({}, '![A pump](./pump.png)\n') });
    expect((await workshop.compile()).problems.map(({ rule }) => rule)).toEqual(['broken-picture']);
    await workshop.write({ 'posts/a/pump.png': await picture('red') });
    expect((await workshop.compile()).problems).toEqual([]);
  });

  it('knows the names of people as they are now, and looks at nothing again that speaks of nobody', async () => {
    const author = (name: string) => `name: ${name}\nrole: Trainer\n`;
    const spelling = async () =>
      (await workshop.compile()).problems
        .filter(({ rule }) => rule === 'spelling')
        .map(({ file, message }) => `${file}: ${message}`);
    workshop = await openWorkshop({
      'authors/ada.yml': author('Ada Zyrkov'),
      'posts/right.md': post({ lang: 'en' }, 'Ask Zyrkov about it.\n'),
      'posts/wrong.md': post({ lang: 'en' }, 'Ask Zyrkoz about it.\n'),
      'posts/target.md': target,
    });
    const meant = 'content/posts/wrong.md: No dictionary has the word "Zyrkoz". Did you mean "Zyrkov"?';
    expect(await spelling()).toEqual([meant]);
    const rendered = await watchStore();
    await workshop.write({ 'authors/ada.yml': author('Ada Berg') });
    expect(await spelling()).toEqual([
      'content/posts/right.md: No dictionary has the word "Zyrkov".',
      'content/posts/wrong.md: No dictionary has the word "Zyrkoz".',
    ]);
    expect(await rendered()).toBe(2);
    await workshop.write({ 'authors/ada.yml': author('Ada Zyrkov') });
    expect(await spelling()).toEqual([meant]);
  });

  it('never suggests a post that is gone', async () => {
    workshop = await openWorkshop({ 'posts/a.md': post({}, 'See [[targte]].\n'), 'posts/target.md': target });
    expect((await workshop.compile()).problems[0]?.message).toContain('"target"');
    await workshop.write({ 'posts/target.md': null });
    expect((await workshop.compile()).problems[0]?.message).not.toContain('"target"');
  });

  it('may be deleted, whole or in part, and the same is made again', async () => {
    workshop = await openWorkshop({ 'posts/linking.md': linking, 'posts/target.md': target });
    const before = await workshop.compile();
    const [content, html] = [before.content, before.htmlOf('linking')];
    for (const part of ['html', 'records.log', '.']) {
      await rm(join(workshop.cacheDir, part), { recursive: true });
      const after = await workshop.compile();
      expect(after.content).toEqual(content);
      expect(after.htmlOf('linking')).toBe(html);
    }
  });

  it.each(['', '{"fingerprint":', 'null', '\n\t\n', 'x\ty\tz\t"a"\t{}\n', '\0'])(
    'is ignored when its file is torn: %j',
    async (torn) => {
      workshop = await openWorkshop();
      const { content } = await workshop.compile();
      await writeFile(join(workshop.cacheDir, 'records.log'), torn);
      expect((await workshop.compile()).content).toEqual(content);
      expect((await workshop.compile()).content).toEqual(content);
    },
  );

  it('is as good as before when its file was cut anywhere, and a later run added to it', async () => {
    workshop = await openWorkshop({ 'posts/linking.md': linking, 'posts/target.md': target });
    const { content } = await workshop.compile();
    const file = join(workshop.cacheDir, 'records.log');
    const whole = await readFile(file);
    for (const part of [0.2, 0.4, 0.6, 0.8, 1]) {
      await writeFile(file, whole.subarray(0, Math.round(whole.length * part) - 1));
      expect((await workshop.compile()).content).toEqual(content);
      expect((await workshop.compile()).content).toEqual(content);
    }
  });

  it('judges nothing the second time, files of data included', async () => {
    workshop = await openWorkshop({ 'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\n' });
    const judge = async () => {
      let judged = 0;
      const options = { ...workshop, label: 'content', root, view: () => publicView };
      await judgeContent(options, { render: true, progress: () => (judged += 1) }, () => undefined);
      return judged;
    };
    expect(await judge()).toBeGreaterThan(0);
    expect(await judge()).toBe(0);
  });

  it('keeps bodies apart that are rendered to the same HTML at the same time', async () => {
    const same = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`posts/p-${index}.md`, post({}, 'Same.\n')]),
    );
    workshop = await openWorkshop(same);
    const { problems, htmlOf } = await workshop.compile();
    expect(problems).toEqual([]);
    expect(htmlOf('p-29')).toBe(htmlOf('p-0'));
  });
});
