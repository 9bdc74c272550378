import type { Page } from '@playwright/test';

/** The search dialog, by what a reader sees of it. */
export function searchDialog(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' });
  return {
    dialog,
    field: dialog.getByRole('searchbox'),
    status: dialog.getByRole('status'),
    titles: dialog.getByRole('heading', { level: 2 }).getByRole('link'),
    all: dialog.getByRole('link', { name: 'All results, with filters' }),
  };
}
