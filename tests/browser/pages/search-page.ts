import type { Locator, Page } from '@playwright/test';

/** The search page, by what a reader sees of it. */
export function searchPage(page: Page) {
  const filters = page.getByRole('complementary', { name: 'Filters' });
  return {
    field: page.getByRole('searchbox'),
    status: page.getByRole('status').first(),
    filters,
    titles: page.getByRole('main').getByRole('heading', { level: 2 }).getByRole('link'),
    /** The first words and all facts of each result. */
    results: page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { level: 2 }) }),
    /** Words to search for instead. */
    suggestions: page.locator('main').locator('.meant a:visible, .words a:visible'),
    more: page.getByRole('button', { name: 'Show more results' }),
    order: page.getByRole('combobox', { name: 'Sort by' }),
    topics: page.getByRole('heading', { name: 'Topics to start from' }),
    result: (title: string): Locator =>
      page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) }),
    filter: (name: string, label: string): Locator =>
      filters.getByRole('group', { name }).getByRole('checkbox', { name: label }),
    open: (query = '') =>
      page.goto(query === '' ? '/search/' : `/search/?${new URLSearchParams({ q: query }).toString()}`),
  };
}
