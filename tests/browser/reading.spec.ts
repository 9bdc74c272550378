import { expect, test } from '@playwright/test';
import { templates } from './pages.ts';

test('the first Tab leads past the navigation', async ({ page }) => {
  await page.goto(templates.article);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/u);
});

test('the links of the header lead where they say, and only one opens the search', async ({ page }) => {
  for (const [name, path] of [
    ['Posts', '/posts/'],
    ['Topics', '/tags/'],
    ['Write', '/write/'],
  ] as const) {
    await page.goto('/');
    const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name });
    await link.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${path}$`, 'u'));
  }
});

test('a chosen theme is there before the first paint of the next page, and can be given back', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByLabel('Theme').selectOption('Dark');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await paper();
  await page.goto(templates.topic);
  expect(await paper()).toBe(dark);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByLabel('Theme').selectOption('As this device');
  expect(await paper()).not.toBe(dark);
});

test('code can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(templates['how-to with code']);
  const block = page.locator('.code').first();
  await block.getByRole('button', { name: 'Copy' }).click();
  await expect(block.getByRole('status')).toHaveText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await block.locator('code').textContent());
});

test('the contents list marks the section that is being read', async ({ page }) => {
  await page.goto(templates.article);
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const last = contents.getByRole('link').last();
  await last.click();
  await expect(last).toHaveAttribute('aria-current', 'true');
});

test('tabs move with the arrow keys', async ({ page }) => {
  await page.goto(templates['tabs and quiz']);
  const tabs = page.getByRole('tablist').first();
  const [first, second] = [tabs.getByRole('tab').first(), tabs.getByRole('tab').nth(1)];
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await expect(second).toBeFocused();
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('tabpanel', { name: (await second.textContent()) ?? '' })).toBeVisible();
  await expect(page.getByRole('tabpanel')).toHaveCount(1);
});

test('a quiz says whether the choice was right, and remembers it', async ({ page }) => {
  await page.goto(templates['tabs and quiz']);
  const quiz = page.getByRole('group', { name: /never made a branch/u });
  await quiz.getByRole('button', { name: 'Check' }).click();
  await expect(quiz.getByRole('status')).toHaveText('Choose an answer first.');
  await quiz.getByText('Commit on main').click();
  await quiz.getByRole('button', { name: 'Check' }).click();
  await expect(quiz.getByRole('status')).toContainText('Not quite');
  await quiz.getByText('a-good-name').click();
  await quiz.getByRole('button', { name: 'Check' }).click();
  await expect(quiz.getByRole('status')).toHaveText('That is right.');
  await page.reload();
  await expect(quiz.getByRole('status')).toHaveText('That is right.');
});

test('ticks on a learning path stay on the device', async ({ page }) => {
  await page.goto(templates.path);
  await page.getByRole('checkbox', { name: 'Done: The first-day checklist' }).check();
  await expect(page.getByRole('status')).toContainText('1 of');
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Done: The first-day checklist' })).toBeChecked();
});

test('a post of a path says which part it is', async ({ page }) => {
  await page.goto(templates['task list']);
  await expect(page.getByRole('navigation', { name: /Learning path/u }).first()).toContainText(
    /Part 1 of \d/u,
  );
});

test('a post that asks for it can be confirmed', async ({ page }) => {
  await page.goto(templates['to confirm']);
  await page.getByRole('checkbox', { name: 'I have read this' }).check();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'I have read this' })).toBeChecked();
});

test('a missing page names the nearest ones and keeps its status', async ({ page }) => {
  const response = await page.goto(templates.missing);
  expect(response?.status()).toBe(404);
  await page.getByRole('link', { name: 'The first-day checklist' }).click();
  await expect(page).toHaveURL(/\/posts\/first-day-checklist\/$/u);
});

test('the old address of a renamed post leads to it, by the server and by the page itself', async ({
  page,
  request,
}) => {
  await page.goto('/posts/day-one-checklist/');
  await expect(page).toHaveURL(/\/posts\/first-day-checklist\/$/u);
  const direct = await request.get('/posts/day-one-checklist/', { maxRedirects: 0 });
  expect(direct.status()).toBe(301);
});
