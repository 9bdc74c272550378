import { runApprovals } from '../approvals/run-approvals.ts';
import { readFlags, UsageError } from '../flags.ts';
import type { World } from '../world.ts';

export const summary = 'Reads who approved what from the forge into content/approvals.json.';
export const usage = `
npm run approvals
npm run approvals -- --dry-run

Asks the forge, for every commit that changed a text in the published branch, which pull request brought it, and who
approved that before it was merged. Only what is new is asked for. A failed answer never damages the register; pages show
an approval only beside the very text that was approved.

An approval counts when it was given by somebody who may write to the repository, wrote none of the commits, not even as
a co-author, and saw the version that was merged. One that was dismissed, or taken back by a request for changes, does not.
A machine approves nothing.

The token is taken from GITHUB_TOKEN or GH_TOKEN; it has to be allowed to read pull requests and contents, and nothing
else. The clone must have its whole history.

  --full      ask about every commit again, also those that are known
  --dry-run   say what would change, and write nothing
`;

/** Reads the approvals and returns the exit code: 1 when the register does not yet say what the forge says. */
export async function run(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    full: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
  });
  if (positionals.length > 0)
    throw new UsageError(`"approvals" takes no other words, and got "${positionals.join(' ')}".`);
  return runApprovals({ full: values.full, dryRun: values['dry-run'] }, world);
}
