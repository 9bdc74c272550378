import { runCommandLine, type CommandTable } from './command-line.ts';
import { processWorld } from './world.ts';

const table: CommandTable = {
  start: () => import('./commands/start.ts'),
  dev: () => import('./commands/dev.ts'),
  new: () => import('./commands/new.ts'),
  rename: () => import('./commands/rename.ts'),
  tag: () => import('./commands/tag.ts'),
  owners: () => import('./commands/owners.ts'),
  check: () => import('./commands/check.ts'),
  build: () => import('./commands/build.ts'),
  test: () => import('./commands/test.ts'),
  lighthouse: () => import('./commands/lighthouse.ts'),
  bench: () => import('./commands/bench.ts'),
  relevance: () => import('./commands/relevance.ts'),
  threads: () => import('./commands/threads.ts'),
  approvals: () => import('./commands/approvals.ts'),
  register: () => import('./commands/register.ts'),
  propose: () => import('./commands/propose.ts'),
  handin: () => import('./commands/handin.ts'),
  links: () => import('./commands/links.ts'),
  release: () => import('./commands/release.ts'),
  fresh: () => import('./commands/fresh.ts'),
  review: () => import('./commands/review.ts'),
  reference: () => import('./commands/reference.ts'),
};

const stop = new AbortController();
// A terminal sends Ctrl-C to the whole group and the parent passes it on as well, so each may arrive twice.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop.abort();
  });
}

process.exitCode = await runCommandLine(process.argv.slice(2), table, processWorld(stop.signal));
// What was interrupted may have left a timer behind, of minutes when the forge asked for a pause.
if (stop.signal.aborted) process.exit();
