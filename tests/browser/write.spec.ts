import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { readMarkdownFile } from '../../src/source/frontmatter.ts';
import { builtFile } from './pages.ts';

async function fill(page: Page, { title, body }: { title: string; body?: string }): Promise<Locator> {
  const form = page.locator('wc-post-form');
  await form.getByLabel('Title').fill(title);
  await form.getByLabel('Your name').fill('dev patel');
  await form.getByLabel('Topic', { exact: true }).selectOption('Job aids');
  if (body !== undefined) await form.getByLabel(/^Your text/u).fill(body);
  await form.getByRole('button', { name: 'Make the file' }).click();
  const made = form.getByRole('group', { name: 'The file of your post' });
  await expect(made).toBeFocused();
  return made;
}

/** What the forge would put into its form. */
async function opened(made: Locator): Promise<{ path: string; text: string }> {
  const href = await made.getByRole('link', { name: 'Open the form on GitHub' }).getAttribute('href');
  const { origin, pathname, searchParams } = new URL(href ?? '');
  expect(`${origin}${pathname}`).toBe('https://github.com/kestrel-quay/watercooler/new/main');
  return { path: searchParams.get('filename') ?? '', text: searchParams.get('value') ?? '' };
}

test.beforeEach(async ({ page }) => {
  await page.goto('/write/');
});

test('the small form makes a file, and leads to the forge with all of it', async ({ page }) => {
  const made = await fill(page, {
    title: 'Что мы узнали: "насосы" & <приливы>',
    body: 'It rained.\n\n---\n\nTwice.',
  });
  const { path, text } = await opened(made);
  expect(path).toBe('content/posts/chto-my-uznali-nasosy-prilivy.md');
  const { data, body } = readMarkdownFile(text);
  expect(data).toEqual({
    title: 'Что мы узнали: "насосы" & <приливы>',
    date: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u),
    authors: ['dev-patel'],
    tags: ['job-aids'],
  });
  expect(body).toBe('\nIt rained.\n\n---\n\nTwice.\n');
});

test('a kind brings its own fields and its own outline', async ({ page }) => {
  const form = page.locator('wc-post-form');
  await expect(form.getByLabel('Whom you thank')).toBeHidden();
  await form.getByLabel('What it is for').selectOption({ value: 'shout-out' });
  await form.getByLabel('Whom you thank').fill('Hana Satō, Rui Costa');
  const made = await fill(page, { title: 'Names that sort' });
  expect((await opened(made)).text).toContain(
    'kind: shout-out\nto: [hana-sato, rui-costa]\n---\n\nWhat they did',
  );
  await expect(made).toContainText('Nobody has added these people yet: Rui Costa.');
});

test('a title that is taken gets a number, and somebody new is led to a file of their own', async ({
  page,
}) => {
  const made = await fill(page, { title: 'Names that sort' });
  expect((await opened(made)).path).toBe('content/posts/names-that-sort-2.md');
  await expect(made.getByRole('link', { name: 'add yourself' })).toBeHidden();
  await expect(made.getByText('Nobody has added')).toBeHidden();
  await expect(page.getByLabel('What you do, and where')).toBeHidden();
  await page.getByLabel('Your name').fill('Łucja Øst');
  await expect(made).toBeHidden();
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.getByLabel('What you do, and where')).toBeFocused();
  await page.getByLabel('What you do, and where').fill('Fitter: pumps');
  await page.getByRole('button', { name: 'Make the file' }).click();
  expect((await opened(made)).text).toContain('authors: [lucja-ost]');
  const href = await made.getByRole('link', { name: 'add yourself' }).getAttribute('href');
  const { searchParams } = new URL(href ?? '');
  expect(searchParams.get('filename')).toBe('content/authors/lucja-ost.yml');
  expect(searchParams.get('value')).toBe('name: Łucja Øst\nrole: "Fitter: pumps"\n');
});

test('a text that is too long for an address is copied instead', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const body = 'A sentence that goes on. '.repeat(400).trim();
  const made = await fill(page, { title: 'A long story', body });
  await expect(made.getByText('It is too long to be carried over in an address.')).toBeVisible();
  expect(await opened(made)).toEqual({ path: 'content/posts/a-long-story.md', text: '' });
  await made.getByRole('button', { name: 'Copy the text' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Copied.' })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('title: A long story\n');
  expect(copied.endsWith(`${body}\n`)).toBe(true);
});

test('what is missing is asked for before anything is made', async ({ page }) => {
  await page.getByLabel('Title').fill('Half a post');
  await page.getByRole('button', { name: 'Make the file' }).click();
  await expect(page.getByLabel('Your name')).toBeFocused();
  await expect(page.getByRole('group', { name: 'The file of your post' })).toBeHidden();
});

test('with scripts off, outlines lead to the forge and no dead form is shown', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL && { baseURL }) });
  const page = await context.newPage();
  await page.goto('/write/');
  await expect(page.getByLabel('Title')).toBeHidden();
  const href = await page.getByRole('link', { name: 'Start a how-to' }).getAttribute('href');
  expect(new URL(href ?? '').searchParams.get('value')).toContain('\nkind: how-to\n');
  await expect(page.getByRole('link', { name: 'Send your words on GitHub' })).toBeVisible();
  await context.close();
});

test('the letters of other scripts are loaded with the first field, and on no page before', async ({
  page,
}) => {
  const scripts: string[] = [];
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
  await page.reload();
  await page.waitForLoadState('networkidle');
  expect(scripts.filter((path) => path.includes('slug-from-title'))).toEqual([]);
  await page.getByLabel('Title').focus();
  await expect.poll(() => scripts.filter((path) => path.includes('slug-from-title')).length).toBe(1);
  expect((await builtFile('posts/names-that-sort/index.html')).toString()).not.toContain('PostForm');
});
