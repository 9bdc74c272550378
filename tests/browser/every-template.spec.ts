import { expect, test, type Page } from '@playwright/test';
import { templates } from './pages.ts';
import { axe, violations, wcagRules } from './pages/accessible.ts';

/** What a page did that no page may do. */
function watch(page: Page): { errors: string[]; foreign: string[] } {
  const seen = { errors: [] as string[], foreign: [] as string[] };
  page.on('console', (message) => {
    // The one error that a missing page has is that it is missing.
    if (message.type() === 'error' && !message.text().includes('status of 404'))
      seen.errors.push(message.text());
  });
  page.on('pageerror', (error) => seen.errors.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') seen.foreign.push(request.url());
  });
  return seen;
}

for (const [name, path] of Object.entries(templates)) {
  test(`${name} is accessible in light and dark, silent, and asks no other host`, async ({ page }) => {
    const seen = watch(page);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect(await violations(axe(page).withTags(wcagRules))).toEqual([]);
    // Between the schemes nothing differs but colour.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violations(axe(page).withRules(['color-contrast', 'link-in-text-block']))).toEqual([]);
    expect(seen).toEqual({ errors: [], foreign: [] });
  });

  test(`${name} fits a narrow screen`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  test(`${name} says what it is without scripts`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect((await page.getByRole('main').innerText()).length).toBeGreaterThan(40);
    await context.close();
  });
}
