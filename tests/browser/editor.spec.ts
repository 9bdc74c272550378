import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../support/run-watercooler.ts';
import { expect, type editorPage } from './editor/editor-page.ts';
import { existingPosts, test, token, type EditedBlog } from './editor/editing-test.ts';
import { axe } from './pages/accessible.ts';

const picture = join(root, 'content/posts/the-laminated-card-that-saved-a-pump/cover.webp');

test.describe.configure({ mode: 'serial', timeout: 90_000 });

async function branches({ git }: EditedBlog): Promise<string[]> {
  const listed = await git(['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads']);
  return listed.split('\n').filter((name) => name !== '' && name !== 'main');
}

async function changedOn({ git }: EditedBlog, branch: string): Promise<string[]> {
  const listed = await git(['diff', '--name-status', `main...${branch}`]);
  return listed.trim().split('\n');
}

/** A post that lacks nothing but its text, written by somebody who has been here before. */
async function begin(editor: ReturnType<typeof editorPage>, title: string): Promise<void> {
  await editor.remember(token);
  await editor.open('#/collections/posts/new');
  await editor.fill('title', title);
  await editor.choose('authors', 'Inês Carvalho');
  await editor.choose('tags', 'Job aids');
}

test('a new post becomes one branch, one proposal and a file that the check takes', async ({
  blog,
  editor,
  page,
}) => {
  const before = await blog.git(['rev-parse', 'main']);
  await editor.open();
  await editor.signIn(token);
  await expect(page.getByText('The first time')).toBeVisible();
  await expect(page.getByText('kestrel-quay/watercooler')).toBeHidden();
  await editor.open('#/collections/posts/new');
  await editor.fill('title', 'Cards on pumps: who reads “à la carte”?');
  await editor.choose('authors', 'Inês Carvalho');
  await editor.choose('tags', 'Job aids');
  await editor.choose('tags', 'Safety');
  await editor.write('A card is read when it hangs where the *hand* is.\n\n- one\n- two');
  await editor.choose('group', 'Calibration circle');
  await editor.fill('reviewBy', '6 months');
  await editor.attach('cover', picture);
  await editor.fill('coverAlt', 'A card on a pump. It says: "Check #1"');
  await editor.save('Later');

  const branch = 'cms/posts/cards-on-pumps-who-reads-a-la-carte';
  expect(await branches(blog)).toEqual([branch]);
  expect(blog.forge.pulls()).toMatchObject([
    { state: 'open', labels: ['sveltia-cms/draft'], pull: { head: branch, base: 'main', draft: true } },
  ]);

  await editor.open('#/collections/posts/entries/cards-on-pumps-who-reads-a-la-carte/index');
  expect(await editor.written()).toBe('A card is read when it hangs where the *hand* is.\n\n- one\n- two');
  await editor.write('A card is read when it hangs where the *hand* is, and $a_b*c*$ is not.\n');
  await editor.save('Send for Review');

  expect(await branches(blog)).toEqual([branch]);
  // The editor says that it is done before the forge has heard all of it.
  await expect
    .poll(() => blog.forge.pulls())
    .toMatchObject([{ labels: ['sveltia-cms/pending_review'], pull: { draft: false } }]);
  const folder = 'content/posts/cards-on-pumps-who-reads-a-la-carte';
  expect(await changedOn(blog, branch)).toEqual([`A\t${folder}/cover.webp`, `A\t${folder}/index.md`]);
  const file = await blog.git(['show', `${branch}:${folder}/index.md`]);
  expect(file.replace(/^date: .*$/mu, 'date: today')).toBe(`---
title: 'Cards on pumps: who reads “à la carte”?'
date: today
authors:
  - ines-carvalho
tags:
  - job-aids
  - safety
kind: article
group: calibration-circle
reviewBy: 6 months
draft: false
cover: cover.webp
coverAlt: 'A card on a pump. It says: "Check #1"'
acknowledge: false
---

A card is read when it hangs where the *hand* is, and $a_b*c*$ is not.
`);
  const { code, printed } = await blog.check(branch);
  expect(code, printed).toBe(0);
  expect(printed).toContain('no problems');
  expect(await blog.git(['rev-parse', 'main'])).toBe(before);
  expect(blog.forge.refused()).toEqual([]);
});

test('a picture in the text lies beside the post, and nobody can publish it there', async ({
  blog,
  editor,
  page,
}) => {
  await begin(editor, 'A card in the text');
  await editor.compose('This is the card.', { file: picture, alt: 'A card on a pump' });
  await editor.save('Later');

  const branch = 'cms/posts/a-card-in-the-text';
  const folder = 'content/posts/a-card-in-the-text';
  expect(await changedOn(blog, branch)).toEqual([`A\t${folder}/cover.webp`, `A\t${folder}/index.md`]);
  const file = await blog.git(['show', `${branch}:${folder}/index.md`]);
  expect(file).toContain('\n\nThis is the card.\n\n![A card on a pump](cover.webp)\n');
  await editor.open('#/workflow');
  await expect(page.getByText('A card in the text')).toBeVisible();
  await expect(page.getByRole('button', { name: /publish/iu })).toHaveCount(0);
});

test('somebody who is no author yet comes in with a first post', async ({ blog, editor, page }) => {
  await editor.remember(token);
  await editor.open('#/collections/posts/new');
  await editor.fill('title', 'What the new ones ask');
  await editor.add('authors', { name: 'Nora Lindqvist', role: 'Fitter, Porto' });
  await editor.choose('tags', 'Job aids');
  await editor.write('They ask where the card is.');
  await editor.save('Later');

  const branch = 'cms/posts/what-the-new-ones-ask';
  const files = ['content/authors/nora-lindqvist.yml', 'content/posts/what-the-new-ones-ask/index.md'];
  expect(await changedOn(blog, branch)).toEqual(files.map((path) => `A\t${path}`));

  // She is not published yet, so no list has her; she stays where she was chosen, and could be taken out again.
  await editor.open('#/collections/posts/entries/what-the-new-ones-ask/index');
  await expect(page.getByRole('button', { name: /Remove .?nora-lindqvist/u })).toBeVisible();
  await editor.write('They ask where the card hangs.');
  await editor.save('Send for Review');
  expect(await changedOn(blog, branch)).toEqual(files.map((path) => `A\t${path}`));
  const [author, post] = await Promise.all(files.map((path) => blog.git(['show', `${branch}:${path}`])));
  expect(parse(author ?? '')).toEqual({ name: 'Nora Lindqvist', role: 'Fitter, Porto', team: false });
  expect(post).toContain('\nauthors:\n  - nora-lindqvist\n');
  expect(post).toContain('\nThey ask where the card hangs.\n');
  const { code, printed } = await blog.check(branch);
  expect(code, printed).toBe(0);
  expect(blog.forge.pulls().filter(({ pull }) => pull.head.includes('nora'))).toEqual([]);
});

test('a draft may have gaps, but its title makes the address', async ({ blog, editor, page }) => {
  const others = await branches(blog);
  await editor.remember(token);
  await editor.open('#/collections/posts/new');
  await editor.write('Words that came first.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Show Errors' }).click();
  await expect(page.locator('section.field[data-key-path="title"]')).toContainText('This field is required.');
  await expect(page.locator('section.field', { hasText: 'This field is required.' })).toHaveCount(1);
  expect(await branches(blog)).toEqual(others);

  await editor.fill('title', 'A working title');
  await editor.save('not asked');
  const added = (await branches(blog)).filter((name) => !others.includes(name));
  expect(added).toEqual(['cms/posts/a-working-title']);
});

test('a title in any script makes the address that it makes everywhere', async ({ blog, editor, page }) => {
  const others = await branches(blog);
  await editor.remember(token);
  await editor.open('#/collections/posts/new');
  await editor.fill('title', 'पंप की जाँच');
  // The key closes what is open above the form, and is pressed once too often.
  await page.keyboard.press('Escape');
  await editor.write('What was written is still there.');
  await editor.save('not asked');
  const added = (await branches(blog)).filter((name) => !others.includes(name));
  expect(added).toEqual(['cms/posts/pnp-kii-jaanc']);
});

test('a picture in the text is asked for its words', async ({ editor, page }) => {
  await begin(editor, 'A card without words');
  await editor.compose('This is the card.', { file: picture, alt: '' });
  await expect(page.getByRole('textbox', { name: 'Alt Text' })).toHaveAttribute('aria-required', 'true');
  await expect(page.getByText('What the picture shows')).toBeVisible();
  // Without them it is a draft, which cannot be sent for review.
  await editor.save('not asked');
});

for (const [form, path, address] of [
  ['in a folder', 'content/posts/a-post-in-a-folder/index.md', 'posts/entries/a-post-in-a-folder/index'],
  ['in one file', 'content/posts/a-post-in-one-file.md', 'posts-in-one-file/entries/a-post-in-one-file'],
] as const) {
  test(`an existing post ${form} changes where it was changed`, async ({ blog, editor }) => {
    const others = await branches(blog);
    await editor.remember(token);
    await editor.open(`#/collections/${address}`);
    await editor.fill('title', `A post ${form}, mended`);
    await editor.save('Later');

    const [branch = '', ...more] = (await branches(blog)).filter((name) => !others.includes(name));
    expect(more).toEqual([]);
    expect(await changedOn(blog, branch)).toEqual([`M\t${path}`]);
    const [fields = '', text = ''] = (await blog.git(['show', `${branch}:${path}`]))
      .split(/^---\n/mu)
      .slice(1);
    const [before = '', textBefore = ''] = String(existingPosts[path])
      .split(/^---\n/mu)
      .slice(1);
    expect(parse(fields)).toEqual({
      kind: 'article',
      draft: false,
      acknowledge: false,
      ...(parse(before) as object),
      title: `A post ${form}, mended`,
    });
    expect(text).toBe(textBefore);
    const { code, printed } = await blog.check(branch);
    expect(code, printed).toBe(0);
    expect(blog.forge.refused()).toEqual([]);
  });
}

test('the page around the editor is accessible and says what to do the first time', async ({
  page,
  editor,
}) => {
  await editor.open();
  await expect(page.getByRole('button', { name: 'Sign In Using Access Token' })).toBeVisible();
  await expect(page.getByText('kestrel-quay/watercooler')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axe(page).exclude('#nc-root').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
});

test('without scripts there is a way to the other doors', async ({ browser, blog }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${blog.origin}/write/editor/`);
  await page.getByRole('link', { name: 'There are other ways to write' }).click();
  await expect(page).toHaveURL(`${blog.origin}/write/`);
  await context.close();
});

test('it speaks the language of the browser', async ({ browser, blog }) => {
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto(`${blog.origin}/write/editor/`);
  await expect(page.getByRole('button', { name: 'Mit Zugriffstoken anmelden' })).toBeVisible();
  await context.close();
});
