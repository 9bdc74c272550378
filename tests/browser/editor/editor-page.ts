import { expect as usualExpect, type Locator, type Page } from '@playwright/test';

/** The editor reads a whole repository before it shows anything, which takes a while on a busy machine. */
export const expect = usualExpect.configure({ timeout: 30_000 });

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
    /** Puts words and a picture into the text as in a word processor. */
    compose: async (text: string, picture: { file: string; alt: string }) => {
      const body = await reach('body');
      await body.getByRole('button', { name: 'Edit in Markdown' }).click();
      await body.locator('[contenteditable=true]').click();
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await body.getByRole('button', { name: 'Image', exact: true }).click();
      await body.locator('input[type=file]').first().setInputFiles(picture.file);
      await body.getByRole('textbox', { name: 'Alt Text' }).fill(picture.alt);
      await expect(body.getByRole('button', { name: 'Replace' })).toBeVisible();
      // It writes down what was done a moment later, and a test is faster than anybody who looks at the picture first.
      await expect.poll(() => page.evaluate(keptDrafts)).toContain(`![${picture.alt}](`);
    },
    written: async () => (await reach('body')).locator('textarea').inputValue(),
    choose: async (name: string, option: string) => {
      await (await reach(name)).getByRole('combobox').first().click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    /** Adds somebody whom a list of people does not have. */
    add: async (name: string, person: { name: string; role: string }) => {
      await (await reach(name)).getByRole('button', { name: /Add .?Author/u }).click();
      const dialog = page.getByRole('dialog');
      for (const [field, text] of Object.entries(person))
        await dialog.locator(`section.field[data-key-path="${field}"]`).getByRole('textbox').fill(text);
      await dialog.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(dialog).toBeHidden();
    },
    attach: async (name: string, file: string) => {
      const picture = await reach(name);
      await picture.locator('input[type=file]').first().setInputFiles(file);
      await expect(picture.getByRole('button', { name: 'Remove' })).toBeVisible();
    },
    /** Saves, and answers what is asked then. What has gaps is not asked about: it cannot be sent. */
    save: async (then: 'Later' | 'Send for Review' | 'not asked') => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      const dialog = page.getByRole('alertdialog');
      if (then !== 'not asked') await dialog.getByRole('button', { name: then }).click({ timeout: 30_000 });
      // It closes the form by itself once the forge has heard all of it.
      await expect(page.getByRole('group', { name: 'Content Editor' })).toBeHidden();
    },
  };
}

/** What the editor keeps in the browser of drafts that are not saved yet. */
async function keptDrafts(): Promise<string> {
  const answer = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result));
      request.addEventListener('error', () => reject(request.error ?? new Error('It did not answer.')));
    });
  const kept = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answer(indexedDB.open(name));
    for (const store of database.objectStoreNames)
      kept.push(await answer(database.transaction(store).objectStore(store).getAll()));
    database.close();
  }
  return JSON.stringify(kept);
}
