import { chromium } from '@playwright/test';
import { askAll } from '../../tests/search/ask.ts';
import { readJudgements } from '../../tests/search/judgements.ts';
import { formatRelevance } from '../../tests/search/relevance.ts';
import { chromiumOptions } from '../../tests/support/chromium.ts';
import { withBuiltSite } from '../adapters/built-site.ts';
import { readFlags } from '../flags.ts';
import type { World } from '../world.ts';

export const summary = 'Measures how well the search answers real questions.';
export const usage = `
npm run relevance

Serves dist/, types every question of tests/search/judgements.yml into the search page, and prints how many have a wanted
post first (success@1) or among the first three (success@3), the mean reciprocal rank (MRR) and how many found nothing,
for each kind of question. Lists every question whose answer is not among the first three.
`;

/** Measures and prints. Returns 1 only when there is nothing to measure. */
export async function run(args: string[], world: World): Promise<number> {
  readFlags(args, {});
  return withBuiltSite(world, async ({ origin }) => {
    const browser = await chromium.launch(chromiumOptions);
    try {
      const page = await browser.newPage({ baseURL: origin });
      world.stdout.write(formatRelevance(await askAll(page, readJudgements())));
      return 0;
    } finally {
      await browser.close();
    }
  });
}
