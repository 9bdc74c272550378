import { isSlug } from '../../src/model/slug.ts';
import { nearest } from '../../src/model/nearest.ts';
import { readFlags, readNumber, UsageError } from '../flags.ts';
import { freshFormats, isFreshFormat } from '../freshness/due-formats.ts';
import { listDue } from '../freshness/list-due.ts';
import { proposeRenewals } from '../freshness/propose-renewals.ts';
import type { World } from '../world.ts';

export const summary = 'Lists the posts at which somebody should look again, and asks their owners.';
export const usage = `
npm run fresh
npm run fresh -- --days 30 --format csv
npm run fresh -- propose --dry-run

Lists the posts whose review date has passed, by the people who keep them true. Where the owner has left, a steward of the
group is named, else another author. Drafts, expired posts and those of closed groups are left out.

  --days <number>   also those that are due within so many days, 0 by default
  --for <group>     also the posts of a closed group; do not publish the list
  --format <name>   ${freshFormats.join(', ')}

With the word "propose", opens one pull request for each of these people, which asks whether their posts are still true. To
merge it is to say yes: it sets "reviewed", from which a time in "reviewBy" counts, and moves a "reviewBy" that is a day as
far ahead as it was. Run again, the pull requests are brought up to date; a branch on which somebody else works is left
alone, and who closed a pull request is not asked again for a month. Your checkout stays as it is.

The token is taken from GITHUB_TOKEN or GH_TOKEN; it has to be allowed to write contents and pull requests.

  --dry-run         say what would be proposed, and write nothing
`;

/** Lists or proposes, and returns the exit code: 0 also when something is due. */
export async function run(args: string[], world: World): Promise<number> {
  const proposes = args[0] === 'propose';
  const { values, positionals } = readFlags(proposes ? args.slice(1) : args, {
    days: { type: 'string', default: '0' },
    for: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
    format: { type: 'string' },
  });
  if (proposes && values.format !== undefined)
    throw new UsageError('"fresh propose" opens pull requests and has no --format.');
  if (!proposes && values['dry-run'])
    throw new UsageError('--dry-run is for "fresh propose"; "fresh" by itself writes nothing.');
  if (positionals.length > 0)
    throw new UsageError(`"fresh" takes the word "propose" or none, and got "${positionals.join(' ')}".`);
  const group = values.for;
  if (group !== undefined && !isSlug(group))
    throw new UsageError(`--for takes the slug of a group, and "${group}" is none.`);
  const wanted = { days: readNumber('days', values.days, 0, 999), group };
  if (proposes) return proposeRenewals({ ...wanted, dryRun: values['dry-run'] }, world);
  return listDue({ ...wanted, format: formatOf(values.format ?? 'text') }, world);
}

function formatOf(wanted: string) {
  if (isFreshFormat(wanted)) return wanted;
  const [suggestion] = nearest(wanted, freshFormats);
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`;
  throw new UsageError(`There is no format "${wanted}".${hint} The formats are: ${freshFormats.join(', ')}.`);
}
