import { join } from 'node:path';
import { readFlags, UsageError } from '../flags.ts';
import { isReportFormat, reportFormats, runReview } from '../reviewing/run-review.ts';
import type { World } from '../world.ts';

export const summary = 'Says what readers will see change when a branch is merged.';
export const usage = `
npm run review
npm run review -- --base origin/main --pictures

Compares the branch that is checked out, with what is not committed yet, with where it left another one, and writes what
readers will see change: pages that are new, moved, gone and changed, word by word; who has to approve; pictures, links,
topics and posts that are nearly the same; what the check says about it; exceptions from rules; and everything that is
not content, before anything else. Closed groups are left out. The base is read by the code that runs now.

  --base <branch>    what to compare with, the main branch of the remote by default
  --for <group>      write the report for the members of a closed group; do not publish it
  --out <folder>     where review.md, review.html and review.json are written, .cache/review by default
  --pictures         build both sites as well and show pages before and after in review.html
  --print <format>   print the report as md, html or json instead of saying where it is
`;

/** Writes the report and returns the exit code: 0 also when there are problems, because the check says no to those. */
export async function run(args: string[], world: World): Promise<number> {
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
