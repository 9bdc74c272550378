import { join } from 'node:path';
import { readFlags, readNumber, UsageError } from '../flags.ts';
import { publishReport } from '../reviewing/publish-report.ts';
import { isReportFormat, reportFormats, runReview } from '../reviewing/run-review.ts';
import type { World } from '../world.ts';

export const summary = 'Says what readers will see change when a branch is merged.';
export const usage = `
npm run review
npm run review -- --base origin/main --pictures
npm run review -- publish --report <folder> --head <commit>

Compares the branch that is checked out, with what is not committed yet, with where it left another one, and writes what
readers will see change: pages that are new, moved, gone and changed, word by word; who has to approve; pictures, links,
topics and posts that are nearly the same; what the check says about it; exceptions from rules; and everything that is
not content, before anything else. Closed groups are left out. The base is read by the code that runs now.

  --base <branch>    what to compare with, the main branch of the remote by default
  --for <group>      write the report for the members of a closed group; do not publish it
  --out <folder>     where review.md, review.html and review.json are written, .cache/review by default
  --pictures         build both sites as well and show pages before and after in review.html
  --print <format>   print the report as md, html or json instead of saying where it is

With the word "publish", writes the report as the one comment on a pull request, for a job that has the right to do so and
takes the report from one that has none: only review.json is read, held to its shape, and written as Markdown that can do
nothing; what is not content is asked of the forge. The token is taken from GITHUB_TOKEN or GH_TOKEN.

  --report <folder>  where review.json is, .cache/review by default
  --head <commit>    the commit that the report has to be about, as the pipeline knows it
  --pull <number>    the pull request; without it, the open ones that end with the commit
  --run <address>    where the pictures and the preview can be had, and …
  --preview <address>  … where the preview can be seen; {head} stands for the commit
  --dry-run          print the comment, and write nothing
`;

/** Writes the report and returns the exit code: 0 also when there are problems, because the check says no to those. */
export async function run(args: string[], world: World): Promise<number> {
  if (args[0] === 'publish') return publish(args.slice(1), world);
  const { values, positionals } = readFlags(args, {
    base: { type: 'string' },
    for: { type: 'string' },
    out: { type: 'string', default: join('.cache', 'review') },
    pictures: { type: 'boolean', default: false },
    print: { type: 'string' },
  });
  if (positionals.length > 0)
    throw new UsageError(`"review" takes the word "publish" or none, and got "${positionals.join(' ')}".`);
  const { print } = values;
  if (print !== undefined && !isReportFormat(print))
    throw new UsageError(`There is no format "${print}". The formats are: ${reportFormats.join(', ')}.`);
  return runReview(
    {
      ...{ base: values.base, audience: values.for, print },
      ...{ out: values.out, pictures: values.pictures },
    },
    world,
  );
}

async function publish(args: string[], world: World): Promise<number> {
  const { values, positionals } = readFlags(args, {
    report: { type: 'string', default: join('.cache', 'review') },
    pull: { type: 'string' },
    head: { type: 'string' },
    run: { type: 'string' },
    preview: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  });
  const { report, pull, head } = values;
  if (positionals.length > 0 || (pull === undefined && head === undefined))
    throw new UsageError(
      '"review publish" needs --head and a commit, or --pull and the number of a pull request, and no other words.',
    );
  if (head !== undefined && !/^[0-9a-f]{40,64}$/u.test(head))
    throw new UsageError(`--head takes the whole name of a commit, and "${head}" is none.`);
  const number = pull === undefined ? undefined : readNumber('pull', pull, 1, 2_147_483_647);
  const links = { run: address('run', values.run), preview: address('preview', values.preview) };
  return publishReport({ folder: report, pull: number, head, links, dryRun: values['dry-run'] }, world);
}

/** An address from a flag; a pipeline sets one that it does not know to nothing. */
function address(flag: string, value: string | undefined): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (/^https?:\/\/[^\s()<>]+$/u.test(value)) return value;
  throw new UsageError(`--${flag} takes an address that starts with https://, and "${value}" does not.`);
}
