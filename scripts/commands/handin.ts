import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { GitError } from '../../src/source/git.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import type { Pace } from '../adapters/patient-octokit.ts';
import { siteForge } from '../adapters/site-forge.ts';
import { readFlags, readNumber, UsageError } from '../flags.ts';
import { handIn, type Outcome } from '../handin/hand-in.ts';
import { readIssue } from '../handin/read-issue.ts';
import type { World } from '../world.ts';
import { fail, say, sentencesOf } from '../last-words.ts';

export const summary = 'Makes a pull request of a post that somebody handed in with the issue form.';
export const usage = `
npm run handin
npm run handin -- --issue 12 --dry-run

Reads an issue with the label "post", as the form in .github/ISSUE_TEMPLATE/ makes it, and puts the post onto the branch
handin/<number>, with the account of its writer as a co-author; who has not written here before gets a file among the
authors. It opens one pull request, or brings it up to date, and says under the issue what became of it, or what is
missing. Nothing else is written, and your checkout stays as it is.

In a job of GitHub Actions the issue is the one that the job was started for (GITHUB_EVENT_PATH). The token is taken from
GITHUB_TOKEN or GH_TOKEN; it has to be allowed to write contents, issues and pull requests. In a repository that is open to
everybody, what a stranger writes waits until somebody gives it the label "welcome".

  --issue <number>   another issue
  --dry-run          say what would become of it, and write nothing
`;

/** Hands in a post and returns the exit code: 0 also when its writer has something to mend, which the answer says. */
export async function run(args: string[], world: World, pace?: Pace): Promise<number> {
  const { values, positionals } = readFlags(args, {
    issue: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  });
  if (positionals.length > 0)
    throw new UsageError(`"handin" takes no other words, and got "${positionals.join(' ')}".`);
  const number =
    values.issue === undefined ? await issueOfJob(world) : readNumber('issue', values.issue, 1, 1e9);
  const site = await siteForge(world, 'write contents, issues and pull requests', pace);
  if ('obstacle' in site) return fail(world, site.obstacle);
  try {
    const issue = await readIssue(number, site);
    if ('nothing' in issue) return say(world, `Issue ${number}: nothing was done. ${issue.nothing}`);
    const outcome = await handIn(issue, { site, world, dryRun: values['dry-run'] });
    return say(world, `Issue ${number}: ${sentence(outcome, values['dry-run'])}`);
  } catch (error) {
    if (error instanceof ForgeError || error instanceof GitError) return fail(world, sentencesOf(error));
    throw error;
  }
}

/** The issue that a job of GitHub Actions was started for. */
async function issueOfJob({ env }: World): Promise<number> {
  const file = env['GITHUB_EVENT_PATH'];
  if (!file) throw new UsageError('Outside a job of GitHub Actions, "handin" needs --issue and a number.');
  const event: unknown = JSON.parse(await readFile(file, 'utf8'));
  const { success, data } = z.object({ issue: z.object({ number: z.int().min(1) }) }).safeParse(event);
  if (!success)
    throw new UsageError('The event that started this job is about no issue. Name one with --issue.');
  return data.issue.number;
}

/**
 * What became of it. A log reads some lines as commands, so nothing that the writer of the issue wrote is in it; the path
 * comes from the title and holds only a–z, 0–9 and hyphens.
 */
function sentence(outcome: Outcome, dryRun: boolean): string {
  switch (outcome.kind) {
    case 'proposed': {
      const files = outcome.files.map(({ path }) => path).join(' and ');
      if (dryRun) return `${files} would be proposed.`;
      return `${files}: pull request ${outcome.pull.number} is ${outcome.pull.made}.`;
    }
    case 'to-mend':
      return `its writer has something to mend, in ${outcome.problems === 1 ? 'one place' : `${outcome.problems} places`}; ${dryRun ? 'the answer would say what.' : 'the answer under it says what.'}`;
    case 'not-with-form':
      return 'it was not written with the form.';
    case 'stranger':
      return 'it was written by a stranger, and waits for the label "welcome".';
    case 'changed-by-others':
      return 'somebody else has changed its branch, which stays as it is.';
  }
}
