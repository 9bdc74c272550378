import { expect, type Page } from '@playwright/test';
import { builtFile, templates } from './pages.ts';
import { test } from './pages/test.ts';

const main = (page: Page) => page.getByRole('main');
const titles = (page: Page) => main(page).locator('.rows .title').allInnerTexts();
/** The fields of a form on the forge that a link fills in. */
const filledIn = (href: string | null) => Object.fromEntries(new URL(href ?? '').searchParams);

test.describe('with scripts off', () => {
  test.use({ javaScriptEnabled: false });

  test('a question is read with everything that was said', async ({ page }) => {
    await page.goto(templates['answered question']);
    await expect(main(page).getByText('Question, answered')).toBeVisible();
    await expect(main(page).getByText(/^Asked by Kerry Haigh on/u)).toBeVisible();
    await expect(main(page).getByText('A trout farm numbers its pens')).toBeVisible();
    const comments = page.getByRole('article', { name: /^Comment by/u });
    await expect(comments.first()).toContainText('Accepted answer');
    await expect(page.getByRole('link', { name: /^Join the conversation on GitHub/u })).toBeVisible();
  });

  test('a question can be asked, with the page it is about filled in', async ({ page }) => {
    await page.goto(templates.article);
    const ask = page.getByRole('complementary', { name: 'Ask' });
    const fields = filledIn(await ask.getByRole('link', { name: 'Ask a question' }).getAttribute('href'));
    expect(fields['title']).toMatch(/^About “The four-day induction/u);
    expect(fields['body']).toContain(templates.article);
    expect(fields['category']).toBe('questions');
    await expect(ask.getByRole('link', { name: 'What may be posted here' })).toHaveAttribute(
      'href',
      '/policy/',
    );
  });

  for (const [name, path] of [
    ['a topic', templates.topic],
    ['a learning path', templates.path],
    ['a question', templates['answered question']],
  ] as const)
    test(`the trainer of ${name} is asked by account`, async ({ page }) => {
      await page.goto(path);
      const link = page
        .getByRole('complementary', { name: 'Ask' })
        .getByRole('link', { name: /^ask the trainer, / });
      expect(filledIn(await link.getAttribute('href'))['body']).toMatch(/^@[a-z-]+\n/u);
    });

  test('an author is asked by account, unless they left', async ({ page }) => {
    await page.goto(templates.author);
    const ask = page.getByRole('complementary', { name: 'Ask' });
    const link = ask.getByRole('link', { name: 'ask Inês Carvalho' });
    expect(filledIn(await link.getAttribute('href'))['body']).toMatch(/^@ines-carvalho\n/u);
    await page.goto(templates['author who left']);
    await expect(ask.getByRole('link', { name: 'Ask a question' })).toBeVisible();
    await expect(ask.getByRole('link', { name: /^ask / })).toHaveCount(0);
  });

  test('the number of a question leads to it', async ({ page, request }) => {
    await page.goto('/questions/66/');
    await expect(page).toHaveURL(new RegExp(`${templates['answered question']}$`, 'u'));
    const direct = await request.get('/questions/66/', { maxRedirects: 0 });
    expect(direct.status()).toBe(301);
  });
});

test('the lists hold questions of posts and of discussions, each where it belongs', async ({ page }) => {
  await page.goto(templates.questions);
  const all = await titles(page);
  const lists = page.getByRole('navigation', { name: 'Lists of questions' });
  await lists.getByRole('link', { name: 'Waiting for an answer' }).click();
  await expect(page).toHaveURL(/\/questions\/unanswered\/$/u);
  await page.waitForLoadState();
  const waiting = await titles(page);
  await lists.getByRole('link', { name: 'Answered' }).click();
  await expect(page).toHaveURL(/\/questions\/answered\/$/u);
  await page.waitForLoadState();
  const answered = await titles(page);
  expect(all.length).toBeGreaterThan(15);
  expect(waiting.length).toBeGreaterThan(3);
  expect(all).toEqual(expect.arrayContaining([...waiting, ...answered]));
  expect(waiting.filter((title) => answered.includes(title))).toEqual([]);
  // One was asked in a post, the other in a discussion.
  expect(answered).toEqual(
    expect.arrayContaining([
      'Cameras on or off?',
      'Excel turns our pen numbers into dates. Can a sheet be told not to?',
    ]),
  );
});

test('what has waited longest is read first', async ({ page }) => {
  await page.goto(templates['waiting questions']);
  const first = await main(page)
    .locator('.rows li')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('time')?.dateTime));
  expect(first.length).toBeGreaterThan(3);
  expect(first).toEqual([...first].sort());
});

test('a question is reached and read with the keyboard alone', async ({ page }) => {
  await page.goto('/');
  const nav = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Questions' });
  await nav.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/questions\/$/u);
  await expect(nav).toHaveAttribute('aria-current', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/u);
  const row = main(page).locator('.rows .title').first();
  for (
    let press = 0;
    press < 12 && !(await row.evaluate((link) => link === document.activeElement));
    press += 1
  )
    await page.keyboard.press('Tab');
  await expect(row).toBeFocused();
  const title = await row.innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('a question is found by its words, as a question, with its state', async ({ page, search }) => {
  await search.open('pen numbers dates');
  const result = page.getByRole('listitem').filter({ hasText: 'Excel turns our pen numbers into dates' });
  await expect(result.first()).toContainText('Question, answered');
});

test('the feeds of a conversation are named in the page and in its head', async ({ page }) => {
  const feed = `${templates['answered question']}comments/feed.xml`;
  await page.goto(templates['answered question']);
  await expect(page.getByRole('link', { name: 'Feed of these comments' })).toHaveAttribute('href', feed);
  await expect(page.locator(`link[rel="alternate"][href="${feed}"]`)).toHaveCount(1);
  await expect(page.locator('link[rel="alternate"][href="/comments/feed.xml"]')).toHaveCount(1);
  expect((await builtFile(feed.slice(1))).toString().match(/<item>/gu)?.length).toBe(9);
});
