import { chromium, type Page } from '@playwright/test';
import { chromiumOptions } from '../support/chromium.ts';
import type { Traffic } from './search-traffic.ts';
import { readVisit, type Visit } from './visit-figures.ts';
import { isAtRest, watchResults } from './watched-results.ts';

/** A page that searches. */
export interface Interface {
  path: string;
  /** Where words are typed. */
  field: (page: Page) => ReturnType<Page['getByRole']>;
  /** A selector of the results. */
  items: string;
}

// From the field to the first letter a hand needs a moment; an interface may use it.
const handOnKeys = 300;
const quiet = 500;
const patience = { firstKey: 30_000, laterKey: 5_000 };

/**
 * Visits a page that searches with a browser that has never run before, and types. A context of its own would have an
 * empty cache as well, but would share compiled scripts and a warm renderer with the visits before.
 *
 * The reader waits until the page has loaded and the network rests, goes to the field, and types one letter. Each
 * further letter comes when the answer to the one before has stood for half a second and no request waits, or when
 * nothing has changed for five seconds. So no interface is asked while it still works, none saves work by a letter that
 * comes sooner, and an answer is never taken for that to the next letter.
 */
export async function visitSearch(
  { path, field, items }: Interface,
  { origin, traffic, text }: { origin: string; traffic: Traffic; text: string },
): Promise<Visit> {
  traffic.forget();
  const browser = await chromium.launch(chromiumOptions);
  try {
    const page = await browser.newPage({ baseURL: origin });
    await page.addInitScript(watchResults, items);
    await page.goto(path, { waitUntil: 'networkidle' });
    await field(page).click();
    await page.waitForTimeout(handOnKeys);
    const [first = '', ...later] = text;
    await press(page, traffic, first, patience.firstKey);
    if (!(await page.evaluate(() => watchedResults?.changes.some(({ shown }) => shown > 0))))
      throw new Error(`The key "${first}" brought no result on ${path} within half a minute.`);
    for (const key of later) await press(page, traffic, key, patience.laterKey);
    const watched = await page.evaluate(() => watchedResults);
    if (watched === undefined) throw new Error(`The page ${path} could not be watched.`);
    return readVisit(watched, traffic.sent);
  } finally {
    await browser.close();
  }
}

async function press(page: Page, traffic: Traffic, key: string, longest: number): Promise<void> {
  await page.keyboard.press(key === ' ' ? 'Space' : key);
  do
    // Within the page, so that looking takes no part in what is measured.
    await page.waitForFunction(isAtRest, { quiet, patience: longest }, { polling: 50, timeout: 60_000 });
  while (traffic.waiting() > 0);
}
