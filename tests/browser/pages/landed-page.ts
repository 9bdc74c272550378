import type { Page } from '@playwright/test';

/** A page that was found, by what somebody sees of it who comes from a search. */
export function landedPage(page: Page) {
  const bar = page.getByRole('region', { name: 'Words that were found' });
  return {
    bar,
    status: bar.getByRole('status'),
    previous: bar.getByRole('button', { name: 'Previous' }),
    next: bar.getByRole('button', { name: 'Next' }),
    remove: bar.getByRole('button', { name: 'Remove marks' }),
    title: page.getByRole('heading', { level: 1 }),
    /** The words that are marked, in the order of the page. */
    marked: () => page.evaluate(marksOf, 'found'),
    /** The match that a reader is at. */
    current: async () => (await page.evaluate(marksOf, 'found-current'))[0],
    /** What stands right behind the place from which somebody reads on by keyboard or ear. */
    readingFrom: () =>
      page.evaluate(() => {
        const { anchorNode, anchorOffset = 0 } = getSelection() ?? {};
        return (anchorNode?.textContent ?? '').slice(anchorOffset);
      }),
  };
}

function marksOf(name: string): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());
}
