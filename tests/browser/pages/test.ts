import { expect, test as base } from '@playwright/test';
import { searchPage } from './search-page.ts';

interface Fixtures {
  /** What the console may say in this test. */
  expectedErrors: RegExp | undefined;
  search: ReturnType<typeof searchPage>;
  /** Sees to it that the page stays quiet: no errors, and no request to another origin. */
  quiet: undefined;
}

/** A test of a page that stays quiet. */
export const test = base.extend<Fixtures>({
  expectedErrors: [undefined, { option: true }],
  search: async ({ page }, use) => {
    await use(searchPage(page));
  },
  quiet: [
    async ({ page, baseURL, expectedErrors }, use) => {
      const noise: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') noise.push(message.text());
      });
      page.on('pageerror', (error) => noise.push(error.message));
      page.on('dialog', (dialog) => {
        noise.push(`A dialog opened: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== baseURL) noise.push(`A foreign request: ${request.url()}`);
      });
      await use(undefined);
      expect(noise.filter((line) => expectedErrors?.test(line) !== true)).toEqual([]);
    },
    { auto: true },
  ],
});
