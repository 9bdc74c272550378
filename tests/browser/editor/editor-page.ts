import { expect, type Locator, type Page } from '@playwright/test';

/** The editor, as somebody uses it who writes. */
export function editorPage(page: Page, origin: string) {
  const field = (name: string): Locator => page.locator(`section.field[data-key-path="${name}"]`);
  // Fields come into being when somebody scrolls near them.
  const reach = async (name: string): Promise<Locator> => {
    await expect(async () => {
      await page.locator('section.field').last().scrollIntoViewIfNeeded();
      await expect(field(name)).toBeAttached({ timeout: 300 });
    }).toPass();
    await field(name).scrollIntoViewIfNeeded();
    return field(name);
  };
  return {
    open: (path = '') => page.goto(`${origin}/write/editor/${path}`),
    signIn: async (token: string) => {
      await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
      await page.getByLabel('Personal Access Token').fill(token);
      await page.getByRole('button', { name: 'Sign In', exact: true }).click();
      await expect(page.getByText('Collections', { exact: true })).toBeVisible();
    },
    /** Signs in as a browser does that has been here before. */
    remember: (token: string) =>
      page.addInitScript((given) => {
        const user = JSON.stringify({ backendName: 'github', token: given });
        localStorage.setItem('sveltia-cms.user', user);
      }, token),
    fill: async (name: string, text: string) => {
      await (await reach(name)).getByRole('textbox').fill(text);
    },
    /** The text as it is written, not as in a word processor. */
    write: async (text: string) => {
      await (await reach('body')).locator('textarea').fill(text);
    },
    written: async () => (await reach('body')).locator('textarea').inputValue(),
    choose: async (name: string, option: string) => {
      await (await reach(name)).getByRole('combobox').first().click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    attach: async (name: string, file: string) => {
      const picture = await reach(name);
      await picture.locator('input[type=file]').first().setInputFiles(file);
      await expect(picture.getByRole('button', { name: 'Remove' })).toBeVisible();
    },
    save: async (then: 'Later' | 'Send for Review') => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const dialog = page.getByRole('alertdialog');
      await dialog.getByRole('button', { name: then }).click();
      await expect(dialog).toBeHidden();
    },
  };
}
