import { expect, test } from '@playwright/test';
import { askAll } from '../search/ask.ts';
import { readJudgements } from '../search/judgements.ts';
import recorded from '../search/recorded.json' with { type: 'json' };
import { countsOf, slipsOf, type Slip } from '../search/slips.ts';
import { vocabularyWords } from '../../src/search/vocabulary.ts';
import { sampleBodies } from '../unit/markdown/bodies.ts';
import { searchPage } from './pages/search-page.ts';
import { formatRelevance, relevanceOf } from '../search/relevance.ts';

test('real questions are answered at least as well as recorded', async ({ page }) => {
  test.setTimeout(180_000);
  const answers = await askAll(page, readJudgements());
  const { success1, success3, mrr, zero } = relevanceOf(answers);
  const report = formatRelevance(answers);
  expect(success1, report).toBeGreaterThanOrEqual(recorded.success1);
  expect(success3, report).toBeGreaterThanOrEqual(recorded.success3);
  expect(mrr, report).toBeGreaterThanOrEqual(recorded.mrr);
  expect(zero, report).toBeLessThanOrEqual(recorded.zero);
});

test('a word that was not written right leads to the word that was meant, nine times in ten', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const slips = slipsOf(countsOf(sampleBodies()).keys(), 200);
  const search = searchPage(page);
  await search.open();
  const missed: Slip[] = [];
  for (const slip of slips) {
    await search.field.fill(slip.wrong);
    await search.field.press('Enter');
    await search.status.filter({ hasText: `“${slip.wrong}”` }).waitFor();
    const shown = [
      await search.status.innerText(),
      ...(await search.suggestions.allInnerTexts()).slice(0, 3),
      ...(await search.results.allInnerTexts()).slice(0, 3),
    ];
    if (!shown.some((text) => vocabularyWords(text).has(slip.right))) missed.push(slip);
  }
  const words = missed.map(({ right, wrong }) => `${wrong} (${right})`).join(', ');
  expect(missed.length / slips.length, words).toBeLessThanOrEqual(0.1);
});
