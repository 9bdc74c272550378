import { link, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headlessOptions } from '../support/chromium.ts';
import { post, writeFiles, type Files } from '../support/content.ts';
import { aRemark, threadFile } from '../support/entries.ts';
import { startDev, type DevServer } from '../support/run-dev.ts';
import { createTestBlog, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

const policy = `clauses:
  - name: customers
    clause: Do not name a customer.
    words: [Northmark]
    mend: Write what kind of place it is.
`;
const sound: Files = {
  'policy.yml': policy,
  'posts/walk.md': post({ title: 'A walk' }, 'The first version of the walk.\n'),
  'posts/steps.mdx': post({ title: 'Steps' }, '<Callout>\n\nThe first version of the steps.\n\n</Callout>\n'),
};
/** One mistake of each kind, each in a file of its own. */
const broken: Files = {
  'posts/field.md': post({ tag: 'tools' }),
  'posts/tag.md': post({ tags: '[toosl]' }),
  'posts/walk.md': post({ title: 'A walk' }, 'The second version, see [the log](/posts/frist/).\n'),
  'posts/steps.mdx': post({ title: 'Steps' }, 'The second version: {globalThis.ran = 1 + 1}\n'),
  'posts/pump/index.md': post({}, '![The pump from above](./pump.png)\n'),
  'posts/pump/pump.png': 'This is no picture.\n',
  'posts/sign.md': post({}, 'A bell\u0007 rings.\n'),
  'posts/named.md': post({}, 'We were at Northmark.\n'),
};
const brokenRules = [
  'unknown-field',
  'policy',
  'spelling',
  'picture-type',
  'control-character',
  'mdx-code',
  'unknown-tag',
  'broken-link',
];
const mended: Files = {
  ...Object.fromEntries(Object.keys(broken).map((path): [string, null] => [path, null])),
  ...sound,
};
const waiting = { timeout: 60_000 };
const conversation = JSON.stringify(
  threadFile({ id: 'D_1', number: 1, comments: [{ ...aRemark('one'), body: 'Said in passing.' }] }),
);
const tags = 'tags:\n  - slug: tools\n    label: Gear\n    description: Things that help.\n';
const longSentence = `${'We walked on and looked about us '.repeat(8)}and came home.\n`;

let blog: TestBlog;
let server: DevServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.launch(headlessOptions);
  page = await browser.newPage();
  blog = await createTestBlog({ ...sound, 'posts/early.md': post({ tags: '[tools, toosl]' }) });
  server = await startDev(blog);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await blog.remove();
});

const blockPattern = /^content\/\S+:\d+:\d+ {2}[a-z-]+(?: \(advice\))?\n {2}\S.*\n {2}\S.*$/gmu;

/** The problems in a report: place and rule, what is wrong, how to mend it. */
const blocksIn = (text: string) => text.match(blockPattern) ?? [];
const ruleOf = (block: string) => / {2}([a-z-]+)/u.exec(block)?.[1];

const save = (files: Files) => writeFiles(blog.content, files);

const isAdvice = (block: string) => block.includes(' (advice)\n');

const overlayText = async () => {
  const message = page.locator('vite-error-overlay #message-content');
  const texts = await message.allTextContents().catch(() => ['The page is being loaded.']);
  return texts.join('\n').replaceAll(blog.content, 'content');
};

/** Waits until the browser shows these problems over the page; none means that there is no overlay. */
async function expectOverlay(blocks: readonly string[]): Promise<void> {
  const overlay = async () => ({ text: await overlayText() });
  if (blocks.length === 0) await expect.poll(overlay, waiting).toEqual({ text: '' });
  else await expect.poll(async () => blocksIn((await overlay()).text), waiting).toEqual(blocks);
}

/** Opens a page, and again when the server has it loaded anew meanwhile, and gives its words. */
async function open(path: string, status = 200): Promise<string> {
  let words = '';
  const answer = async () => {
    // Where the server has it loaded anew at that moment, the browser may say nothing of either.
    const response = await page.goto(server.url + path, { waitUntil: 'domcontentloaded', timeout: 10_000 });
    words = (await page.locator('main').allTextContents()).join('\n');
    return response?.status();
  };
  await expect.poll(() => answer().catch(String), waiting).toBe(status);
  return words;
}

const wordsOnPage = async () => (await page.locator('main').allInnerTexts()).join('\n');

/** Waits until the terminal has said what it was waited for, and gives all that was printed meanwhile. */
async function terminalUntil(isSaid: (printed: string) => boolean): Promise<string> {
  let printed = '';
  await expect.poll(() => isSaid((printed += server.printed())), waiting).toBe(true);
  return printed;
}

/** The last report in what was printed. */
const lastReport = (printed: string) => printed.split('[watercooler-content]').at(-1) ?? '';

const checkedBlocks = async (command: 'check' | 'build' = 'check') => {
  const own = { ...blog, out: `${blog.out}-${command}`, cache: `${blog.cache}-${command}` };
  const { printed } = await runWatercooler(command, own, { WATERCOOLER_PREVIEW: '1' });
  return blocksIn(printed);
};

describe('while somebody writes', () => {
  it('shows a file that was broken before it started, and lets the rest be read', async () => {
    const blocks = await checkedBlocks();
    expect(blocks.map(ruleOf)).toEqual(['unknown-tag']);
    const printed = await terminalUntil((text) => text.includes('unknown-tag'));
    expect(blocksIn(printed)).toEqual(blocks);
    expect(await open('posts/walk/')).toContain('The first version of the walk.');
    await expectOverlay(blocks);
  });

  it('takes the overlay away when the file is mended, and says so', async () => {
    expect(await open('posts/steps/')).toContain('The first version of the steps.');
    await save({ 'posts/early.md': post() });
    await expectOverlay([]);
    await terminalUntil((text) => text.includes('Everything is mended.'));
  });

  it('says of every mistake what the check and the build say, in the terminal and in the browser', async () => {
    await save(broken);
    const blocks = await checkedBlocks();
    expect(blocks.map(ruleOf)).toEqual(brokenRules);
    expect(await checkedBlocks('build')).toEqual(blocks);
    const printed = await terminalUntil((text) => blocksIn(lastReport(text)).length === blocks.length);
    expect(blocksIn(lastReport(printed))).toEqual(blocks);
    await expectOverlay(blocks.filter((block) => !isAdvice(block)));
    expect(lastReport(printed)).not.toContain('Nothing was published.');
    expect(await overlayText()).toMatch(
      /7 problems in 7 files\. Where there is a last good version, it stays on the screen\.$/u,
    );
  });

  it.each([
    ['walk', 'The first version of the walk.'],
    ['steps', 'The first version of the steps.'],
  ])('keeps the last good version of %s behind the overlay', async (slug, words) => {
    const text = await open(`posts/${slug}/`);
    expect(text).toContain(words);
    expect(text).not.toContain('The second version');
    await expect.poll(overlayText, waiting).toContain('7 problems in 7 files.');
  });

  it('shows every page again once all is mended', async () => {
    await save(mended);
    await expectOverlay([]);
    await open('posts/steps/');
    await expectOverlay([]);
  });

  it('gives advice in the terminal alone', async () => {
    await terminalUntil((text) => text.includes('Everything is mended.'));
    await save({ 'posts/walk.md': post({ title: 'A walk' }, longSentence) });
    const printed = await terminalUntil((text) => text.includes('long-sentence (advice)'));
    expect(blocksIn(printed)).toEqual(await checkedBlocks());
    expect(await open('posts/walk/')).toContain('We walked on');
    await expectOverlay([]);
  });

  it('says of a new .mdx file with code what the check says, until it is deleted', async () => {
    await save({ 'posts/walk.md': null, 'posts/new.mdx': post({}, 'Sum: {globalThis.ran = 1 + 1}\n') });
    const blocks = await checkedBlocks();
    expect(blocks.map(ruleOf)).toEqual(['mdx-code']);
    await open('posts/new/');
    await expectOverlay(blocks);
    await save({ 'posts/new.mdx': null });
    await expectOverlay([]);
    await open('posts/new/', 404);
    await terminalUntil((text) => text.includes('Everything is mended.'));
  });

  const walked = post({ title: 'Last words' }, 'A third version.\n');
  const stepped = post({ title: 'Steps' }, '<Callout>\n\nA third step.\n\n</Callout>\n');
  const edits: [name: string, page: string, files: Files, words: string][] = [
    [
      'the text of a post',
      'posts/first/',
      { 'posts/first.md': post({}, 'A third version.\n') },
      'A third version.',
    ],
    ['the text of an .mdx post', 'posts/steps/', { 'posts/steps.mdx': stepped }, 'A third step.'],
    ['a title on another page', 'posts/steps/', { 'posts/first.md': walked }, 'Last words'],
    ['the label of a topic', 'posts/first/', { 'tags.yml': tags }, 'Gear'],
    [
      'the name of an author',
      'posts/first/',
      { 'authors/ada.yml': 'name: Ada Lind\nrole: Trainer\n' },
      'Ada Lind',
    ],
    ['a conversation', 'posts/first/', { 'threads/first.json': conversation }, 'Said in passing.'],
    [
      'a new post in a list',
      'posts/',
      { 'posts/new/index.md': post({ title: 'In a folder' }) },
      'In a folder',
    ],
  ];
  it.each(edits)('shows %s while the page is open', async (_name, path, files, words) => {
    expect(await open(path)).not.toContain(words);
    await save(files);
    // Nobody but the server loads the page again.
    await expect.poll(wordsOnPage, waiting).toContain(words);
  });

  it('shows what was saved while the page was on its way', async () => {
    // Whose connection is open is told at once; to the one that comes later nothing is said by itself.
    const other = await browser.newPage();
    const isConnected = other.waitForEvent('console', (message) => message.text().includes('connected.'));
    await other.goto(`${server.url}posts/`);
    await isConnected;
    const { promise: connected, resolve: connect } = Promise.withResolvers<undefined>();
    await page.route('**/@vite/client', async (route) => {
      await connected;
      await route.continue();
    });
    await page.goto(`${server.url}posts/first/`, { waitUntil: 'commit' });
    await page.locator('main').waitFor();
    await save({ 'posts/first.md': post({}, 'Saved on the way.\n') });
    const served = async () => (await fetch(`${server.url}posts/first/`)).text();
    await expect.poll(served, waiting).toContain('Saved on the way.');
    // Whatever the server still has to tell of this or of what was saved before goes unheard meanwhile.
    await wait(2000);
    expect(await wordsOnPage()).not.toContain('Saved on the way.');
    connect(undefined);
    await expect.poll(wordsOnPage, waiting).toContain('Saved on the way.');
    await page.unroute('**/@vite/client');
    await other.close();
  });

  it('shows a post under its new name, and nothing under the old one', async () => {
    await open('posts/new/');
    await save({ 'posts/new/index.md': null, 'posts/newer.md': post({ title: 'It has moved' }) });
    expect(await open('posts/newer/')).toContain('It has moved');
    await open('posts/new/', 404);
    await save({ 'posts/newer.md': post({ title: 'It has moved', formerly: '[new]' }) });
    const redirect = async () => (await fetch(`${server.url}posts/new/`)).text();
    await expect.poll(redirect, waiting).toContain('/posts/newer/');
  });

  it('shows after the next save what the system has said nothing of', async () => {
    // Who writes to a file by another name of it is not heard.
    const aside = `${blog.out}-aside.md`;
    await writeFile(aside, post({}, 'Heard of.\n'));
    await link(aside, join(blog.content, 'posts/linked.md'));
    expect(await open('posts/linked/')).toContain('Heard of.');
    await writeFile(aside, post({}, 'Unheard of.\n'));
    await save({ 'posts/first.md': post() });
    await expect.poll(wordsOnPage, waiting).toContain('Unheard of.');
    await save({ 'posts/linked.md': null });
    await open('posts/linked/', 404);
  });

  it('shows no post that is gone', async () => {
    expect(await open('posts/')).toContain('Steps');
    await save({ 'posts/steps.mdx': null, 'posts/newer.md': null });
    await expect.poll(wordsOnPage, waiting).not.toContain('Steps');
    await open('posts/steps/', 404);
    await open('posts/newer/', 404);
    await expectOverlay([]);
  });

  it('shows what a stranger wrote as words, not as HTML', async () => {
    const attack = `<img src=x onerror="document.title='ran'">https://x"onclick="ran`;
    await save({ 'posts/walk.md': post({}, `[[${attack}]]\n`), 'posts/new.mdx': null });
    const blocks = await checkedBlocks();
    expect(blocks.map(ruleOf)).toEqual(['broken-link']);
    await expectOverlay(blocks);
    expect(await page.locator('vite-error-overlay #message-content :is(img, [onclick])').count()).toBe(0);
    expect(await page.title()).not.toBe('ran');
  });

  it('never speaks of what is inside the engine, and ends when it is asked to', async () => {
    const code = await server.stop();
    // A compiler that had seen the braces would have said something of its own.
    expect(server.transcript()).not.toMatch(/acorn|MDX|Could not parse|Failed to load|\n\s+at /u);
    expect(code).toBe(0);
  });
});
