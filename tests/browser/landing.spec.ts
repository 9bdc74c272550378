import { expect, test as base, type Locator, type Page, type Request } from '@playwright/test';
import { expectAccessible } from './pages/accessible.ts';
import { landedPage } from './pages/landed-page.ts';
import { searchDialog } from './pages/search-dialog.ts';
import { searchPage } from './pages/search-page.ts';

/** Every test also sees to it that no page says anything is wrong. */
const test = base.extend<{ quiet: undefined; landed: ReturnType<typeof landedPage> }>({
  quiet: [
    async ({ context }, use) => {
      const noise: string[] = [];
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text());
      });
      context.on('weberror', (error) => noise.push(error.error().message));
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
  landed: async ({ page }, use) => use(landedPage(page)),
});

const drift = { path: '/posts/what-drift-looks-like/', title: 'What drift looks like', query: 'drift' };
const steps = { title: 'Calibrating the Sandpiper in ten steps', query: 'adjust once' };
const git = { title: 'Git for people who write', query: 'clone' };

/** Searches for something, and gives the link to one of the results. */
async function searchFor(page: Page, { query, title }: { query: string; title: string }) {
  const search = searchPage(page);
  await search.open(query);
  // Until the last of them is filled in, what is pressed may move away.
  await page.waitForLoadState('networkidle');
  return search.titles.filter({ hasText: title });
}

test('marks the words that were found, and says how many', async ({ page, landed }) => {
  await (await searchFor(page, drift)).click();
  await expect(landed.bar).toContainText('for “Drift”, “drifts” and 2 more words');
  const marked = await landed.marked();
  await expect(landed.status).toHaveText(`${marked.length} matches`);
  // The word is in the title as well; the index only knows the title by itself.
  expect(marked[0]).toBe('drift');
  expect(new Set(marked.map((word) => word.toLowerCase()))).toEqual(
    new Set(['drift', 'drifts', 'drifting', 'drifted']),
  );
});

test('leaves the question words of a sentence alone', async ({ page, landed }) => {
  await (await searchFor(page, { ...drift, query: 'how to calibrate the sensor' })).click();
  await expect(landed.bar).toBeVisible();
  for (const word of await landed.marked()) expect(word).toMatch(/^(?:calibrat|sensor)/iu);
});

test('changes neither the address nor the article, and tells the server nothing', async ({
  page,
  landed,
}) => {
  await page.goto(drift.path);
  const article = await page.locator('main').innerHTML();
  const link = await searchFor(page, { ...drift, query: 'sawtooth' });
  await expect(link).toBeVisible();
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await link.click();
  await expect(landed.bar).toBeVisible();
  await expect(page).toHaveURL(drift.path);
  expect(await page.locator('main').innerHTML()).toBe(article);
  const asked = await Promise.all(
    requests.map(async (request) => JSON.stringify([request.url(), await request.allHeaders()])),
  );
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.filter((request) => request.includes('sawtooth'))).toEqual([]);
});

test('shows nothing to anybody else, and nothing on another visit', async ({ page, landed, browser }) => {
  await (await searchFor(page, drift)).click();
  await expect(landed.bar).toBeVisible();
  await page.goto('/');
  await page.goto(drift.path, { waitUntil: 'networkidle' });
  await expect(landed.bar).toHaveCount(0);
  expect(await landed.marked()).toEqual([]);

  const stranger = await browser.newPage();
  await stranger.goto(page.url(), { waitUntil: 'networkidle' });
  await expect(landedPage(stranger).bar).toHaveCount(0);
  await stranger.close();
});

test('leads from match to match and around the ends', async ({ page, landed }) => {
  await (await searchFor(page, drift)).click();
  const count = (await landed.status.textContent())?.split(' ')[0] ?? '';
  await landed.next.click();
  await expect(landed.status).toHaveText(`Match 1 of ${count}`);
  expect(await landed.current()).toBe('drift');
  await landed.previous.click();
  await expect(landed.status).toHaveText(`Match ${count} of ${count}`);
  expect(await landed.current()).toBe((await landed.marked()).at(-1));
  await landed.next.click();
  await landed.next.click();
  await expect(landed.status).toHaveText(`Match 2 of ${count}`);
});

test('brings every match into sight above the bar', async ({ page, landed }) => {
  await page.setViewportSize({ width: 390, height: 360 });
  await (await searchFor(page, steps)).click();
  await expect(landed.bar).toBeVisible();
  const count = (await landed.marked()).length;
  for (let step = 0; step < count; step += 1) {
    await landed.next.click();
    const [top, bottom] = await page.evaluate(() => {
      const [range] = CSS.highlights.get('found-current') ?? [];
      const box = (range as Range).getBoundingClientRect();
      return [box.height > 0 ? box.top : -1, box.bottom];
    });
    expect(top).toBeGreaterThanOrEqual(0);
    expect(bottom).toBeLessThan((await landed.bar.boundingBox())?.y ?? 0);
  }
});

test('works with the keyboard alone', async ({ page, landed }) => {
  await (await searchFor(page, drift)).focus();
  await page.keyboard.press('Enter');
  await expect(landed.bar).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(landed.previous).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(landed.status).toHaveText(/^Match 2 of/u);
  await expect(landed.next).toBeFocused();
  expect(await landed.readingFrom()).toMatch(/^drift/iu);
  await page.keyboard.press('Escape');
  await expect(landed.bar).toHaveCount(0);
  await expect(landed.title).toBeFocused();
});

test('removes the marks for good', async ({ page, landed }) => {
  await (await searchFor(page, drift)).click();
  await landed.next.click();
  await landed.remove.click();
  await expect(landed.bar).toHaveCount(0);
  expect(await landed.marked()).toEqual([]);
  expect(await landed.current()).toBeUndefined();
  await expect(landed.title).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(landed.title).not.toHaveAttribute('tabindex');
  await page.reload({ waitUntil: 'networkidle' });
  await expect(landed.bar).toHaveCount(0);
});

test('keeps the marks when the page is loaded again, and when somebody comes back to it', async ({
  page,
  landed,
}) => {
  await (await searchFor(page, drift)).click();
  await expect(landed.bar).toBeVisible();
  const marked = await landed.marked();
  await page.reload();
  await expect(landed.bar).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL('/search/?q=drift');
  await page.goForward();
  await expect(landed.bar).toBeVisible();
  expect(await landed.marked()).toEqual(marked);
});

test('keeps the marks, or their absence, in every section of the page', async ({ page, landed }) => {
  await (await searchFor(page, drift)).click();
  await expect(landed.bar).toBeVisible();
  const contents = page.getByRole('navigation', { name: 'On this page' }).getByRole('link');
  // At once: the page is loaded again before anything else was done in it.
  const clicked = contents.first().evaluate((link: HTMLAnchorElement) => {
    link.click();
    for (const end = performance.now() + 500; performance.now() < end;);
  });
  await page.waitForURL(/#/u, { waitUntil: 'commit' });
  await Promise.all([page.reload(), clicked.catch(() => 'the page went first')]);
  await expect(landed.bar).toBeVisible();
  await landed.remove.click();
  await page.goBack();
  await page.reload({ waitUntil: 'networkidle' });
  await expect(landed.bar).toHaveCount(0);
});

test('goes to the section that was chosen, and on from there', async ({ page, landed }) => {
  await searchFor(page, { ...git, query: 'flushing time' });
  const result = searchPage(page).result(git.title);
  await result.locator('.sections').getByRole('link').nth(1).click();
  await expect(landed.bar).toBeVisible();
  expect(new URL(page.url()).hash).not.toBe('');
  await expect(page.locator(':target')).toBeInViewport();
  await landed.next.click();
  await expect(page.locator(':target')).toBeInViewport();
  await expect(landed.status).not.toHaveText(/^Match 1 of/u);
});

test('marks words for a search in the dialog, on another page and on the same one', async ({
  page,
  landed,
}) => {
  await page.goto('/');
  const dialog = searchDialog(page);
  await page.keyboard.press('/');
  await dialog.field.fill('drift');
  await dialog.titles.filter({ hasText: drift.title }).click();
  await expect(page).toHaveURL(drift.path);
  await expect(landed.bar).toContainText('“Drift”');
  await page.keyboard.press('/');
  await dialog.field.fill('sawtooth');
  await dialog.dialog.locator('.sections').getByRole('link').first().click();
  await expect(landed.bar).toContainText('“Sawtooth”');
  expect(new Set((await landed.marked()).map((word) => word.toLowerCase()))).toEqual(new Set(['sawtooth']));
});

test('opens what is closed around a match', async ({ page, landed }) => {
  await (await searchFor(page, steps)).click();
  await expect(landed.bar).toBeVisible();
  const closed = page.locator('main details.explanation:not([open])');
  const before = await closed.count();
  expect(before).toBeGreaterThan(0);
  await landed.previous.click();
  const count = (await landed.marked()).length;
  for (let step = 0; step < count; step += 1) await landed.next.click();
  expect(await closed.count()).toBeLessThan(before);
});

test('opens the tab in which a match is', async ({ page, landed }) => {
  await (await searchFor(page, git)).click();
  await expect(landed.bar).toBeVisible();
  const command = page.getByText('git clone https');
  await expect(command).toBeHidden();
  const count = (await landed.marked()).length;
  for (let step = 0; step < count && !(await command.isVisible()); step += 1) await landed.next.click();
  await expect(command).toBeInViewport();
  await expect(landed.next).toBeFocused();
  expect(await landed.current()).toBe('clone');
});

for (const [way, follow] of [
  ['a middle click', (link: Locator) => link.click({ button: 'middle' })],
  ['a click with the control key', (link: Locator) => link.click({ modifiers: ['Control'] })],
] as const)
  test(`marks words in another tab, opened by ${way}`, { tag: '@tab' }, async ({ page, context, landed }) => {
    const link = await searchFor(page, drift);
    const [other] = await Promise.all([context.waitForEvent('page'), follow(link)]);
    await expect(landedPage(other).bar).toBeVisible();
    await expect(other).toHaveURL(drift.path);
    await expect(landed.bar).toHaveCount(0);
  });

for (const [what, note] of [
  ['a note that is too old', { words: ['drift'], age: 61_000 }],
  ['words that are nowhere on the page', { words: ['harpsichord'], age: 0 }],
] as const)
  test(`shows nothing for ${what}`, async ({ page, landed }) => {
    await page.goto('/');
    await page.evaluate(
      ({ path, words, age }) => {
        localStorage.setItem('landing', JSON.stringify([{ path, words, time: Date.now() - age }]));
      },
      { path: drift.path, ...note },
    );
    await page.goto(drift.path, { waitUntil: 'networkidle' });
    await expect(landed.bar).toHaveCount(0);
    expect(await page.evaluate(() => [localStorage.getItem('landing'), history.state as unknown])).toEqual([
      null,
      null,
    ]);
  });

test('opens the page as ever where storage is blocked', async ({ page, landed }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('Blocked.', 'SecurityError');
      },
    });
  });
  await (await searchFor(page, drift)).click();
  await expect(page).toHaveURL(drift.path);
  await page.waitForLoadState('networkidle');
  await expect(landed.title).toHaveText(drift.title);
  await expect(landed.bar).toHaveCount(0);
});

test('opens the page as ever in a browser that cannot mark text', async ({ page, landed }) => {
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.addInitScript(() => Reflect.deleteProperty(CSS, 'highlights'));
  await (await searchFor(page, drift)).click();
  await expect(page).toHaveURL(drift.path);
  await page.waitForLoadState('networkidle');
  await expect(landed.bar).toHaveCount(0);
  expect(loaded.filter((url) => url.includes('/found-bar.'))).toEqual([]);
});

test('covers nothing that has the focus, on a small screen', async ({ page, landed }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await (await searchFor(page, drift)).click();
  await expect(landed.bar).toBeVisible();
  const edge = (await landed.bar.boundingBox())?.y ?? 0;
  expect(edge).toBeGreaterThan(128);
  await landed.remove.focus();
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const top = await page.evaluate(() => document.activeElement?.getBoundingClientRect().top ?? 0);
    expect(top).toBeLessThan(edge);
  }
  await page.keyboard.press('Control+End');
  const footer = page.getByRole('contentinfo');
  await expect
    .poll(async () => ((await footer.boundingBox())?.y ?? 0) + ((await footer.boundingBox())?.height ?? 0))
    .toBeLessThanOrEqual(edge);
});

test('prints nothing of it', async ({ page, landed }) => {
  await (await searchFor(page, drift)).click();
  await expect(landed.bar).toBeVisible();
  const colour = () =>
    page.locator('main').evaluate((main) => getComputedStyle(main, '::highlight(found)').backgroundColor);
  const onScreen = await colour();
  await page.emulateMedia({ media: 'print' });
  await expect(landed.bar).toBeHidden();
  expect(await colour()).not.toBe(onScreen);
  expect(await page.evaluate(() => getComputedStyle(document.body).paddingBlockEnd)).toBe('0px');
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`has no accessibility problems at ${width} pixels, ${colorScheme}`, async ({ page, landed }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await (await searchFor(page, drift)).click();
      await landed.next.click();
      await expectAccessible(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
