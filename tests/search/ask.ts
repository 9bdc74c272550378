import type { Page } from '@playwright/test';
import { searchPage } from '../browser/pages/search-page.ts';
import type { Answered } from './relevance.ts';
import type { Question } from './judgements.ts';

const patience = 10_000;

/** Types each question into the search page, as a reader would, and reads the results. */
export async function askAll(page: Page, questions: readonly Question[]): Promise<Answered[]> {
  const search = searchPage(page);
  await search.open();
  const answers: Answered[] = [];
  for (const question of questions) {
    await search.field.fill(question.query);
    await search.field.press('Enter');
    // The words above the results repeat the question, so that an earlier answer is never taken for this one.
    await search.status.filter({ hasText: `“${question.query}”` }).waitFor({ timeout: patience });
    await page.locator('.results:not([aria-busy="true"])').waitFor({ state: 'attached', timeout: patience });
    const links = await search.titles.evaluateAll((titles) =>
      titles.map((title) => new URL((title as HTMLAnchorElement).href).pathname),
    );
    answers.push({
      ...question,
      found: links.flatMap((path) => /^\/posts\/([^/]+)\/$/u.exec(path)?.[1] ?? []),
    });
  }
  return answers;
}
