import { expect, type Page } from '@playwright/test';
import { searchDialog } from './pages/search-dialog.ts';
import { expectAccessible } from './pages/accessible.ts';
import { test } from './pages/test.ts';

const post = '/posts/names-that-sort/';

/** The paths that are asked for from now on. */
function pathsAsked(page: Page): string[] {
  const paths: string[] = [];
  page.on('request', (request) => paths.push(new URL(request.url()).pathname));
  return paths;
}

for (const key of ['/', 'Control+k', 'Meta+k'])
  test(`opens with ${key}, and closes with Escape`, async ({ page }) => {
    const { dialog, field } = searchDialog(page);
    await page.goto(post);
    await page.keyboard.press(key);
    await expect(dialog).toBeVisible();
    await expect(field).toBeFocused();
    await page.keyboard.type('drift');
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    // What was asked is there again, ready to be typed over.
    await page.keyboard.press(key);
    await expect(field).toHaveValue('drift');
    await page.keyboard.type('pump');
    await expect(field).toHaveValue('pump');
  });

test('opens from the header, and gives the keyboard back to it', async ({ page }) => {
  const { dialog, field } = searchDialog(page);
  await page.goto(post);
  const opener = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
  await opener.click();
  await expect(dialog).toBeVisible();
  await page.mouse.click(5, 5);
  await expect(dialog).toBeHidden();
});

test('loses no letter that is typed while it loads', async ({ page }) => {
  const { field, titles } = searchDialog(page);
  await page.route('**/_astro/search-dialog*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto(post);
  await page.keyboard.press('/');
  await page.keyboard.type('what drift looks like');
  await expect(field).toHaveValue('what drift looks like');
  await expect(titles.first()).toHaveText('What drift looks like');
});

test('closes with Escape and beside it before its program has come', async ({ page }) => {
  const { dialog } = searchDialog(page);
  await page.route('**/_astro/search-dialog*', () => new Promise<void>(() => undefined));
  await page.goto(post);
  await page.keyboard.press('/');
  await page.keyboard.type('drift');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('/');
  await page.mouse.click(5, 5);
  await expect(dialog).toBeHidden();
});

test('loads nothing until somebody means to search, and then nothing twice', async ({ page }) => {
  const { titles } = searchDialog(page);
  const asked = pathsAsked(page);
  await page.goto(post);
  await page.keyboard.press('Tab');
  await page.keyboard.press('PageDown');
  const isSearch = (path: string) => path.startsWith('/pagefind/') || path.includes('search-dialog');
  expect(asked.filter(isSearch)).toEqual([]);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Search' }).hover();
  await expect.poll(() => asked.some((path) => path.endsWith('.pf_meta'))).toBe(true);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('drift');
  await expect(titles.first()).toBeVisible();
  const program = asked.filter((path) => isSearch(path) && /\.(?:js|pf_meta|pagefind)$/u.test(path));
  expect(program).toEqual([...new Set(program)]);
});

test('leads with the arrow keys to the first results, and with Enter to one of them', async ({ page }) => {
  const { field, titles, status } = searchDialog(page);
  await page.goto(post);
  await page.keyboard.press('/');
  await page.keyboard.type('calibration');
  await expect(titles).toHaveCount(6);
  await expect(status).toHaveText(/^\d+ results for “calibration”\.$/u);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await expect(titles.nth(5)).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/posts/calibrating-the-sandpiper-in-ten-steps/');
});

test(
  'leads with Enter to all results, and with Ctrl and Enter to the same in a new tab',
  { tag: '@tab' },
  async ({ page, context }) => {
    const { all, titles } = searchDialog(page);
    await page.goto(post);
    await page.keyboard.press('/');
    await page.keyboard.type('drift & pumps');
    await expect(titles.first()).toBeVisible();
    await expect(all).toHaveAttribute('href', '/search/?q=drift+%26+pumps');
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Control+Enter')]);
    await expect(tab).toHaveURL('/search/?q=drift+%26+pumps');
    await expect(page).toHaveURL(post);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?q=drift+%26+pumps');
  },
);

test('gives the same results in the same order as the search page', async ({ page }) => {
  test.slow();
  const { titles } = searchDialog(page);
  for (const query of ['onbording', 'harbor', 'git -undo', '"two sentences"', 'undo porcelain seagull']) {
    await page.goto(post);
    await page.keyboard.press('/');
    await page.keyboard.type(query);
    await expect(searchDialog(page).status).toContainText(`“${query}”`);
    const here = await titles.allTextContents();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main').getByRole('status')).toContainText(`“${query}”`);
    await page.locator('.results:not([aria-busy="true"])').waitFor({ state: 'attached' });
    const there = await page.locator('.results h2').allTextContents();
    expect(here.length).toBeGreaterThan(0);
    expect(there.slice(0, here.length)).toEqual(here);
  }
});

test('closes when a result is on the page that is there', async ({ page }) => {
  const { dialog, titles } = searchDialog(page);
  await page.goto(post);
  await page.keyboard.press('/');
  await page.keyboard.type('names that sort');
  await titles.first().click();
  await expect(page).toHaveURL(post);
  await expect(dialog).toBeHidden();
});

test('leads to more help when it finds nothing', async ({ page }) => {
  const { dialog, status } = searchDialog(page);
  await page.goto(post);
  await page.keyboard.press('/');
  await page.keyboard.type('reactor');
  await expect(status).toHaveText('Nothing found for “reactor”.');
  await dialog.getByRole('link', { name: /nearest words and topics/u }).click();
  await expect(page).toHaveURL('/search/?q=reactor');
  await expect(page.getByRole('link', { name: 'Ask this question' })).toBeVisible();
});

test.describe('when the index does not come', () => {
  test.use({ expectedErrors: /Failed to load|net::ERR_FAILED/u });

  test('says so within two seconds, and tries again when asked', async ({ page }) => {
    const { dialog, status, titles } = searchDialog(page);
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(post);
    await page.keyboard.press('/');
    await page.keyboard.type('drift');
    await expect(status).toHaveText(/^The search index could not be loaded\./u, { timeout: 2_000 });
    await expect(dialog.getByRole('link', { name: 'All topics' })).toHaveAttribute('href', '/tags/');
    await page.unroute('**/pagefind/**');
    await dialog.getByRole('button', { name: 'Try again' }).click();
    await expect(titles.first()).toBeVisible();
  });

  test('says so within two seconds when it only is slow, and shows what comes at last', async ({ page }) => {
    const { status, titles } = searchDialog(page);
    await page.route('**/*.pagefind', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      await route.continue();
    });
    await page.goto(post);
    await page.keyboard.press('/');
    // One letter after the other: each is a question, and the first is under way when the next comes.
    await page.keyboard.type('drift', { delay: 100 });
    await expect(status).toHaveText(/^The search index could not be loaded\./u, { timeout: 2_500 });
    await expect(titles.first()).toBeVisible({ timeout: 10_000 });
    await expect(status).toHaveText(/results for “drift”/u);
  });

  test('opens the search page instead when its program does not come', async ({ page }) => {
    await page.route('**/_astro/search-dialog*', (route) => route.abort());
    await page.goto(post);
    await page.keyboard.press('/');
    await page.keyboard.type('drift');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/search/?q=drift');
  });

  test('says so when the connection is lost later', async ({ page, context }) => {
    const { status, titles } = searchDialog(page);
    await page.goto(post);
    await page.keyboard.press('/');
    await page.keyboard.type('drift');
    await expect(titles.first()).toBeVisible();
    await context.setOffline(true);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('thermocline');
    await expect(status).toHaveText(/^The search index could not be loaded\./u, { timeout: 3_000 });
    await context.setOffline(false);
  });
});

const states = {
  empty: { typed: '', until: 'All results, with filters' },
  results: { typed: 'calibration', until: 'Calibrating the Sandpiper' },
  'nothing found': { typed: 'reactor', until: 'nearest words and topics' },
};

for (const colorScheme of ['light', 'dark'] as const)
  for (const [state, { typed, until }] of Object.entries(states))
    test(`has no accessibility problems when it is ${state}, ${colorScheme}, also at 320 pixels`, async ({
      page,
    }) => {
      const { dialog } = searchDialog(page);
      await page.emulateMedia({ colorScheme });
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 640 });
        await page.goto(post);
        await page.keyboard.press('/');
        await page.keyboard.type(typed);
        await expect(dialog.getByRole('link', { name: until })).toBeVisible();
        await expectAccessible(page);
        const isTooWide = await dialog.evaluate((element) => element.scrollWidth > element.clientWidth);
        expect(isTooWide).toBe(false);
        await expect(searchDialog(page).all).toBeInViewport();
      }
    });
