import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { askAll } from '../../tests/search/ask.ts';
import { readJudgements } from '../../tests/search/judgements.ts';
import { formatRelevance } from '../../tests/search/relevance.ts';
import { chromiumOptions } from '../../tests/support/chromium.ts';
import { close, listen } from '../adapters/listen.ts';
import { readBuiltSite } from '../adapters/site-files.ts';
import { createStaticServer } from '../adapters/static-server.ts';
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
  const dist = join(world.cwd, 'dist');
  if (!existsSync(join(dist, 'index.html'))) {
    world.stderr.write('There is no dist/index.html to search. Run: npm run build\n');
    return 1;
  }
  const content = resolve(world.cwd, world.env['CONTENT_DIR'] ?? 'content');
  const server = createStaticServer(await readBuiltSite(dist, content));
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) {
    world.stderr.write(`No port could be opened on this machine (${address.refused}).\n`);
    return 1;
  }
  const browser = await chromium.launch(chromiumOptions);
  try {
    const page = await browser.newPage({ baseURL: `http://127.0.0.1:${address.port}` });
    world.stdout.write(formatRelevance(await askAll(page, readJudgements())));
    return 0;
  } finally {
    await browser.close();
    await close(server);
  }
}
