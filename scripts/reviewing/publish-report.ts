import { lstat, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { readSettings } from '../../src/compile/settings.ts';
import { plainLine } from '../../src/model/plain-line.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import { openProposals, type Proposals, type PullFacts } from '../adapters/proposals.ts';
import { siteForge } from '../adapters/site-forge.ts';
import type { Pace } from '../adapters/patient-octokit.ts';
import type { World } from '../world.ts';
import { alarmsOfFiles, byWeight } from './alarms.ts';
import { markdownReport, usualBytes } from './markdown-report.ts';
import { reportSchema, type Alarm, type Report } from './report-schema.ts';
import { fail, say, sentencesOf } from '../last-words.ts';

export interface PublishFlags {
  /** Where review.json is. */
  folder: string;
  /** Without it, every open one that ends with the head. */
  pull: number | undefined;
  /** The commit that the pipeline ran for. */
  head: string | undefined;
  /** Where a reader sees more, as the pipeline knows it; `{head}` in the address of the preview is the commit. */
  links: { run: string | undefined; preview: string | undefined };
  dryRun: boolean;
}

const marker = 'watercooler-review';
const mostBytes = 20_000_000;

/** Writes a report as the one comment on a pull request, and returns the exit code. */
export async function publishReport(flags: PublishFlags, world: World, pace?: Pace): Promise<number> {
  const read = await readReport(resolve(world.cwd, flags.folder));
  if ('obstacle' in read) return fail(world, read.obstacle);
  const forge = await siteForge(world, 'write pull requests', pace);
  if ('obstacle' in forge) return fail(world, forge.obstacle);
  const proposals = openProposals(forge.options);
  const expected = flags.head ?? read.report.head.commit;
  try {
    const pulls = flags.pull === undefined ? await proposals.endingWith(expected) : [flags.pull];
    if (pulls.length === 0)
      return say(
        world,
        `No open pull request ends with ${expected.slice(0, 10)} by now, so nothing was published.`,
      );
    for (const pull of pulls)
      await publishOn(pull, { ...flags, expected, report: read.report, proposals }, world);
    return 0;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return fail(world, sentencesOf(error));
  }
}

interface Publication extends Pick<PublishFlags, 'links' | 'dryRun'> {
  expected: string;
  report: Report;
  proposals: Proposals;
}

async function publishOn(
  pull: number,
  { expected, report, proposals, links, dryRun }: Publication,
  world: World,
): Promise<void> {
  const facts = await proposals.read(pull);
  if (facts.head !== expected) {
    say(
      world,
      `Pull request ${pull} is at ${facts.head.slice(0, 10)} and the report is about ${expected.slice(0, 10)}, so it was not published: a newer one is on its way.`,
    );
    return;
  }
  const { label } = readSettings(world.cwd, world.env, world.now());
  const more = moreToSee(links, expected);
  const body = markdownReport(withFacts(report, facts, `${label}/`), usualBytes - more.length) + more;
  if (dryRun) {
    say(world, body.trimEnd());
    return;
  }
  const { url, made } = await proposals.stickyComment({ number: pull, marker, body });
  say(world, `The report on pull request ${pull} is ${made}: ${url}`);
}

/** A last line with the ways to see more; both addresses come from the pipeline and hold ASCII only. */
function moreToSee({ run, preview }: PublishFlags['links'], head: string): string {
  const parts = [
    ...(preview === undefined
      ? []
      : [`[See the blog as it would be](${preview.replaceAll('{head}', head)})`]),
    ...(run === undefined ? [] : [`[pictures before and after, and the preview as files](${run})`]),
  ];
  return parts.length === 0 ? '' : `\n${parts.join(' · ')}\n`;
}

/** The report, held to its shape: it comes from a job that ran what a stranger wrote. */
async function readReport(folder: string): Promise<{ report: Report } | { obstacle: string }> {
  const path = join(folder, 'review.json');
  const found = await lstat(path).catch(() => undefined);
  if (found?.isFile() !== true) return { obstacle: `There is no report at ${path}.` };
  if (found.size > mostBytes)
    return { obstacle: `The report at ${path} has ${found.size} bytes, and may have ${mostBytes}.` };
  const { success, data, error } = reportSchema.safeParse(jsonIn(await readFile(path, 'utf8')));
  if (!success)
    return {
      obstacle: `The report at ${path} is not as "npm run review" writes it, so it was not published.\n${plainLine(z.prettifyError(error).slice(0, 500))}`,
    };
  if (data.audience !== undefined)
    return {
      obstacle: 'The report was written for the members of a closed group, so it was not published.',
    };
  return { report: data };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const byFiles: readonly Alarm['kind'][] = [
  'workflow',
  'engine',
  'approvers',
  'approvals',
  'policy',
  'settings',
];

/** With what the forge says about the files in place of what the report says, because code of the branch wrote that. */
function withFacts(report: Report, { files, hasMore }: PullFacts, prefix: string): Report {
  const told = alarmsOfFiles(files, prefix);
  const runs = hasMore || told.some(({ kind }) => kind === 'workflow' || kind === 'engine');
  const unsure: Alarm[] = runs ? [{ kind: 'unsure', files: [] }] : [];
  const others = report.alarms.filter(({ kind }) => kind !== 'unsure' && !byFiles.includes(kind));
  return { ...report, alarms: [...unsure, ...told, ...others].sort(byWeight) };
}
