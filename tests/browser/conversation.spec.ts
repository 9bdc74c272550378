import { expect, test } from '@playwright/test';
import { templates } from './pages.ts';

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
