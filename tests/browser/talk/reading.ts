import { expect, type Page } from '@playwright/test';
import { conversation, test } from './talking-test.ts';
import { axe } from '../pages/accessible.ts';

const middle = (page: Page) => page.getByText('In the middle stands the word galangal.');

export function readingTests(): void {
  test('whole without scripts, with its folds', async ({ browser, blog }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const talk = conversation(page, blog);
    await talk.open('long');
    await expect(talk.comments).toHaveCount(15 + 5);
    await expect(middle(page)).toBeHidden();
    await talk.section.getByText('45 more comments').click();
    await talk.section.getByText('25 more replies').click();
    await expect(middle(page)).toBeVisible();
    await expect(talk.comments).toHaveCount(60 + 30);
    await expect(talk.link).toBeVisible();
    await context.close();
  });

  test('at the address of each comment, also of one that is folded away', async ({ browser, blog }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await conversation(page, blog).open('long', '#comment-comment-33');
    await expect(middle(page)).toBeInViewport();
    await context.close();
  });

  test('by whoever looks for a word that is folded away', async ({ page, blog }) => {
    await page.goto(`${blog.origin}/search/?q=galangal`);
    await page.getByRole('link', { name: 'Long words' }).first().click();
    const bar = page.getByRole('region', { name: 'Words that were found' });
    await expect(bar.getByRole('status')).toHaveText('1 match');
    await bar.getByRole('button', { name: 'Next' }).click();
    await expect(middle(page)).toBeInViewport();
  });

  test('by a browser that looks for a text in the page', async ({ page, talk }) => {
    await talk.open('long', '#:~:text=galangal');
    await expect(middle(page)).toBeInViewport();
  });

  test('whole on paper', async ({ page, talk }) => {
    await talk.open('long');
    await page.emulateMedia({ media: 'print' });
    await expect(talk.comments).toHaveCount(60 + 30);
    await expect(middle(page)).toBeVisible();
    await expect(talk.section.getByText('45 more comments')).toBeHidden();
    await expect(talk.join).toBeHidden();
  });

  test('with the accepted reply first under its comment, and marked', async ({ talk }) => {
    await talk.open('first');
    const first = talk.comments.first();
    await expect(first).toContainText('A deleted account');
    await expect(first.getByRole('article').first()).toContainText('Accepted answer');
    await expect(first.getByRole('article').first()).toContainText('Rinse it, then wait.');
  });

  test('with people as they are known here, and as they asked to be', async ({ page, talk }) => {
    await talk.open('first');
    await expect(talk.section.getByRole('link', { name: 'Ada Berg', exact: true }).first()).toHaveAttribute(
      'href',
      '/authors/ada/',
    );
    await expect(talk.section.getByRole('article', { name: 'Comment by A former colleague' })).toBeVisible();
    expect(await page.content()).not.toContain('Samuel Osei');
  });

  test('without what was hidden or deleted, and with the day of the copy', async ({ page, talk }) => {
    await talk.open('first');
    await expect(talk.section).toContainText('This comment was deleted.');
    await expect(talk.section).toContainText('This comment was hidden as spam.');
    expect(await page.content()).not.toContain('Cheap watches');
    await expect(talk.section).toContainText('Last copied on 21 November 2026.');
  });

  test('with each comment in its place on the forge', async ({ talk }) => {
    await talk.open('first');
    await expect(
      talk.section.getByRole('link', { name: 'This comment by A former colleague on GitHub' }),
    ).toHaveAttribute('href', 'https://forge.example/d/1#sam');
  });

  test('by the words in it, in the search', async ({ page, blog }) => {
    await page.goto(`${blog.origin}/search/?q=trainers`);
    const result = page.getByRole('listitem').filter({ hasText: 'First words' }).first();
    await expect(result).toContainText('colleague, thank you 🎉 👍 this is a new line and this another');
    await expect(result).not.toContainText(':tada:');
  });

  for (const slug of ['first', 'long'])
    test(`on a narrow screen, in light and dark, without a barrier: ${slug}`, async ({
      page,
      talk,
      foreign,
    }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await talk.open(slug);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      const conversation = () => axe(page).include('.conversation');
      expect((await conversation().analyze()).violations).toEqual([]);
      // Between the schemes nothing differs but colour.
      await page.emulateMedia({ colorScheme: 'dark' });
      expect((await conversation().withRules(['color-contrast']).analyze()).violations).toEqual([]);
      expect(foreign).toEqual([]);
    });
}
