import { join } from 'node:path';
import { readSettings } from '../../src/compile/settings.ts';
import type { Copied } from '../../src/model/copied.ts';
import { dayIn } from '../../src/model/day.ts';
import { apiUrl, forgeNames } from '../../src/model/forge.ts';
import type { Site } from '../../src/model/site.ts';
import { readContent, type SourceContent } from '../../src/source/read-content.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import { openForge } from '../adapters/forge.ts';
import type { Pace } from '../adapters/patient-octokit.ts';
import { takeLock } from '../adapters/lock.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { removeUnfinished, writeWhole } from '../adapters/whole-files.ts';
import { UsageError } from '../flags.ts';
import type { World } from '../world.ts';
import { copiedText, isFullPassDue } from './copied-file.ts';
import { copySummary } from './copy-summary.ts';
import { copyThreads, type Copy } from './copy.ts';
import { wantedFrom } from './wanted.ts';
import { fail, sentencesOf } from '../last-words.ts';

export interface CopyFlags {
  /** What was typed beside the flags. */
  words: readonly string[];
  full: boolean;
  dryRun: boolean;
  acceptDeletions: boolean;
}

/** Copies the discussions, says what came of it, and returns the exit code. */
export async function runCopy(flags: CopyFlags, world: World, pace?: Pace): Promise<number> {
  if (flags.words.length > 0)
    throw new UsageError(`"threads" takes the word "report" or none, and got "${flags.words.join(' ')}".`);
  const { dir } = readSettings(world.cwd, world.env, world.now());
  if (flags.dryRun) return compareAndCopy(flags, world, pace);
  const lock = await takeLock(join(dir, 'threads', '.copying'));
  if ('heldBy' in lock)
    return fail(world, `The process ${lock.heldBy} is copying the discussions just now. Wait for its end.`);
  try {
    for (const folder of ['', 'threads', 'threads/questions']) await removeUnfinished(join(dir, folder));
    return await compareAndCopy(flags, world, pace);
  } finally {
    await lock.release();
  }
}

async function compareAndCopy(flags: CopyFlags, world: World, pace: Pace | undefined): Promise<number> {
  const { dir, label } = readSettings(world.cwd, world.env, world.now());
  const source = await readContent({ dir, label });
  const site = source.site?.data;
  const forge = site?.forge;
  const token = world.env['GITHUB_TOKEN'] || world.env['GH_TOKEN'];
  const obstacle = obstacleIn(source, label) ?? (token ? undefined : noToken);
  if (site === undefined || forge === undefined || obstacle !== undefined || !token)
    return fail(world, obstacle ?? '');

  const started = performance.now();
  const today = dayIn(site.timeZone, world.now());
  const before = source.copied?.data;
  const full = flags.full || isFullPassDue(before, today);
  const api = openForge({
    ...{ base: apiUrl(forge), token, signal: world.signal },
    onPause: (seconds) => world.stderr.write(`The forge asks for a pause of ${seconds} s.\n`),
    ...(pace !== undefined && { pace }),
  });
  const [comparing, copying] = ['Comparing', 'Copying'].map((verb) =>
    progressLine(verb, world, 'discussions'),
  );
  const clear = () => [comparing, copying].forEach((line) => line?.clear());
  let copy: Copy;
  try {
    copy = await copyThreads({
      ...{ dir, source, site, forge, api, full, now: world.now() },
      ...{ dryRun: flags.dryRun, acceptDeletions: flags.acceptDeletions },
      onRows: (seen, known) => comparing?.show(seen, known),
      onThread: (done, total) => copying?.show(done, total),
    }).finally(clear);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    return fail(world, `${sentencesOf(error)}\nEvery snapshot is whole, and the next run goes on from here.`);
  }
  const seconds = (performance.now() - started) / 1000;
  const said = copySummary(copy, { calls: api.calls(), seconds, full, dryRun: flags.dryRun, before });
  if (copy.problems.length > 0) return fail(world, said);
  if (!flags.dryRun)
    await note(dir, { copiedOn: today, fullPassOn: full ? today : (before?.fullPassOn ?? today) }, before);
  world.stdout.write(`${said}\n`);
  return 0;
}

const noToken =
  'There is no token. Make one that may read the discussions of the repository, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.';

/** Why nothing can be copied, as a sentence. */
function obstacleIn(source: SourceContent, label: string): string | undefined {
  const site = source.site?.data;
  if (site === undefined)
    return `${label}/site.yml cannot be used as it is. What is wrong with it says: npm run check`;
  const group = source.unreadable.find(({ collection }) => collection === 'groups');
  if (group !== undefined)
    return `The group "${group.slug}" cannot be read, so nobody knows whether its discussions are for everybody. What is wrong with it says: npm run check`;
  return obstacleInSite(site, source);
}

function obstacleInSite(site: Site, source: SourceContent): string | undefined {
  const { forge } = site;
  if (forge === undefined) return 'site.yml names no forge, so there is nothing to copy from.';
  if (forge.kind !== 'github')
    return `Discussions are copied from GitHub only, for now, and site.yml says that the forge is ${forgeNames[forge.kind]}.`;
  if (wantedFrom(site, source).categories.length === 0)
    return 'No category of discussions is named, so there is nothing to copy. Name one in site.yml: comments.category, forge.questions or threads.categories.';
  return undefined;
}

/** The day is written when everything else is. */
async function note(dir: string, copied: Copied, before: Copied | undefined): Promise<void> {
  if (JSON.stringify(copied) === JSON.stringify(before)) return;
  await writeWhole(join(dir, 'copied.yml'), copiedText(copied));
}
