import { expect, test } from '@playwright/test';
import { templates } from './pages.ts';

const widget = 'https://giscus.app/**';

test('a conversation is read without scripts, the accepted answer first', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(templates.question);
  const comments = page.getByRole('article', { name: /^Comment by/u });
  expect(await comments.count()).toBeGreaterThan(8);
  await expect(comments.first()).toContainText('Accepted answer');
  await expect(page.getByRole('link', { name: 'Join the conversation on GitHub' })).toBeVisible();
  await context.close();
});

test('what was hidden or deleted says so and shows nothing', async ({ page }) => {
  await page.goto('/posts/undo-in-git-a-field-guide/');
  await expect(page.getByText('This comment was deleted.')).toBeVisible();
  await page.goto('/posts/what-the-support-queue-teaches/');
  const hidden = page.getByRole('article').filter({ hasText: 'This comment was hidden as off-topic.' });
  await expect(hidden.last()).toHaveText('This comment was hidden as off-topic.');
});

test('a locked conversation is read, not joined', async ({ page }) => {
  await page.goto('/posts/three-weeks-in-a-room/');
  await expect(page.getByText('This conversation is locked')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Join the conversation' })).toHaveCount(0);
});

test('the live box loads on the click, and asks no other host before', async ({ page }) => {
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.route(widget, async (route) => {
    foreign.push(route.request().url());
    await route.fulfill({
      contentType: 'text/html',
      body: '<script>parent.postMessage({ giscus: { resizeHeight: 300 } }, "*")</script>',
    });
  });
  await page.goto(templates.question);
  await page.waitForLoadState('networkidle');
  expect(foreign).toEqual([]);
  await page.getByRole('button', { name: 'Join the conversation' }).click();
  const frame = page.locator('giscus-widget iframe');
  await expect(frame).toBeVisible();
  const asked = new URL(foreign[0] ?? '').searchParams;
  expect(asked.get('term')).toBe('cameras-on-or-off');
  expect(asked.get('strict')).toBe('1');
  await expect(page.getByRole('link', { name: 'Join the conversation on GitHub' })).toBeHidden();
  // The widget makes HTML from strings, and the policy of the server knows how.
  expect(errors).toEqual([]);
});

test('a silent host becomes a sentence and a link within seconds, and the comments stay', async ({
  page,
}) => {
  await page.route(widget, (route) => route.abort());
  await page.goto(templates.question);
  await page.getByRole('button', { name: 'Join the conversation' }).click();
  await expect(page.getByText('The comment box did not answer.')).toBeVisible({ timeout: 4000 });
  await expect(page.getByRole('link', { name: 'Join the conversation on GitHub' })).toBeVisible();
  await expect(page.getByRole('article', { name: /^Comment by/u }).first()).toBeVisible();
});

test('coming back from signing in opens the box, and the session leaves the address', async ({ page }) => {
  await page.route(widget, (route) => route.fulfill({ contentType: 'text/html', body: 'box' }));
  await page.goto(templates.question);
  await page.getByRole('button', { name: 'Join the conversation' }).click();
  await page.goto(`${templates.question}?giscus=secret`);
  await expect(page.locator('giscus-widget iframe')).toBeVisible();
  await expect(page).not.toHaveURL(/secret/u);
});

test('a link with the session of somebody else loads nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).hostname));
  await page.goto(`${templates.question}?giscus=planted`);
  await expect(page).not.toHaveURL(/planted/u);
  await page.waitForLoadState('networkidle');
  expect(new Set(asked)).toEqual(new Set(['127.0.0.1']));
});
