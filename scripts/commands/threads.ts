import { readFlags } from '../flags.ts';
import { runCopy } from '../threads/run-copy.ts';
import { reportFormats, runReport } from '../threads/run-report.ts';
import type { World } from '../world.ts';

export const summary = 'Copies the discussions of the forge into content/threads/.';
export const usage = `
npm run threads
npm run threads -- --full
npm run threads -- report --days 14

Copies what people say about posts, and the questions and ideas that stand by themselves, from GitHub Discussions into
content/threads/. Asks first what has changed and reads only that; once a day it reads everything, because the forge
does not always say that a comment was edited. A failed or incomplete answer never replaces a good copy.

The token is taken from GITHUB_TOKEN or GH_TOKEN; it has to be allowed to read discussions, and nothing else.
Which discussions are copied is said in site.yml (comments, forge.questions, threads) and by the groups.

  --full               read every discussion whole, also those that seem unchanged
  --dry-run            say what would change, and write nothing
  --accept-deletions   remove copies of discussions that are gone from the forge, however many

With the word "report", says what became of the conversations, from the copies and without the network: questions that
wait for an answer, threads without a reply, and the posts that are most talked about.

  --days <number>      questions that have waited for more days than this, 7 by default
  --format <name>      ${reportFormats.join(', ')}
`;

/** Copies or reports, and returns the exit code: 1 when the copies do not say what the forge says. */
export async function run(args: string[], world: World): Promise<number> {
  if (args[0] === 'report') return runReport(args.slice(1), world);
  const { values, positionals } = readFlags(args, {
    full: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    'accept-deletions': { type: 'boolean', default: false },
  });
  return runCopy(
    {
      words: positionals,
      full: values.full,
      dryRun: values['dry-run'],
      acceptDeletions: values['accept-deletions'],
    },
    world,
  );
}
