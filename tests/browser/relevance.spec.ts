import { expect, test } from '@playwright/test';
import { askAll } from '../search/ask.ts';
import { readJudgements } from '../search/judgements.ts';
import recorded from '../search/recorded.json' with { type: 'json' };
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
