import { dayIn, daysBetween, type Day } from '../../src/model/day.ts';
import { readSettings } from '../../src/compile/settings.ts';
import type { Catalogue } from '../../src/model/catalogue.ts';
import { renewed, type Due } from '../../src/model/freshness.ts';
import { plural } from '../../src/model/problem.ts';
import type { Forge } from '../../src/model/site.ts';
import { GitError, openGit, type Git } from '../../src/source/git.ts';
import { pushBranch } from '../adapters/branch.ts';
import { ForgeError } from '../adapters/forge-error.ts';
import type { Pace } from '../adapters/patient-octokit.ts';
import { openProposals, type Proposals } from '../adapters/proposals.ts';
import { siteForge } from '../adapters/site-forge.ts';
import type { World } from '../world.ts';
import { editFrontmatter } from '../writing/frontmatter-edits.ts';
import { dueRows } from './due-formats.ts';
import { readDue, type DueOptions } from './read-due.ts';
import { renewalBody } from './renewal-body.ts';
import { fail, say, sentencesOf } from '../last-words.ts';

const author = { name: 'Watercooler', email: 'watercooler@users.noreply.github.com' };
// Whoever merges a question that is older has not been asked whether it is true today.
const longestOpen = 30;

interface Renewal {
  branch: string;
  title: string;
  keeper: string | undefined;
  due: readonly Due[];
}

/** Asks everybody who keeps posts true about those that are due, and returns the exit code. */
export async function proposeRenewals(
  { dryRun, ...wanted }: DueOptions & { dryRun: boolean },
  world: World,
  pace?: Pace,
): Promise<number> {
  const found = await readDue(wanted, world);
  if ('obstacle' in found) return fail(world, found.obstacle);
  const { due, catalogue } = found;
  const renewals = renewalsOf(due, catalogue, wanted.group);
  if (renewals.length === 0) return say(world, 'Nothing has to be looked at again, so nobody is asked.');
  if (dryRun) {
    for (const { title, branch, due: own } of renewals)
      say(world, [`${title}  (${branch})`, ...own.map(({ post }) => `  ${post.source.path}`)].join('\n'));
    return 0;
  }
  const forge = await siteForge(world, 'write contents and pull requests', pace);
  if ('obstacle' in forge) return fail(world, forge.obstacle);
  const proposals = openProposals(forge.options);
  try {
    for (const renewal of renewals)
      say(world, await propose(renewal, { proposals, forge: forge.forge, catalogue, world }));
    return 0;
  } catch (error) {
    if (!(error instanceof ForgeError) && !(error instanceof GitError)) throw error;
    return fail(world, `${sentencesOf(error)}\nRun the command again; it goes on where it stopped.`);
  }
}

/** One for each person, in the order of their names. */
function renewalsOf(due: readonly Due[], { authorBySlug }: Catalogue, group: string | undefined): Renewal[] {
  const byKeeper = Map.groupBy(due, ({ keeper }) => keeper);
  return [...byKeeper]
    .map(([slug, own]): Renewal => {
      const keeper = slug === undefined ? undefined : (authorBySlug.get(slug)?.name ?? slug);
      const of = keeper === undefined ? 'that nobody keeps' : `of ${keeper}`;
      const parts = ['still-true', ...(group === undefined ? [] : [group]), slug ?? 'nobody'];
      return {
        branch: parts.join('/'),
        title: `Still true? ${plural(own.length, 'post')} ${of}`,
        keeper,
        due: own,
      };
    })
    .sort((a, b) => (a.branch < b.branch ? -1 : 1));
}

interface Around {
  proposals: Proposals;
  forge: Forge;
  catalogue: Catalogue;
  world: World;
}

async function propose({ branch, title, due }: Renewal, around: Around): Promise<string> {
  const { proposals, forge, catalogue, world } = around;
  const open = await proposals.find(branch, forge.branch);
  const declined = open === undefined ? await proposals.declinedAt(branch, forge.branch) : undefined;
  if (declined !== undefined && isRecent(dayIn(catalogue.site.timeZone, new Date(declined)), around))
    return `${title}: nobody is asked, because the last pull request was closed on ${declined.slice(0, 10)}.`;
  const { dir } = readSettings(world.cwd, world.env, world.now());
  const git = openGit(dir);
  if (open !== undefined && (await isTakenOver(git, branch)))
    return `${title}: pull request ${open.number} is left alone, because somebody works on its branch. ${open.url}`;
  const { files, skipped } = await renewedFiles(due, dayFor(open?.openedAt, around), git);
  if (files.size === 0) return `${title}: none of the files can be changed by a command.`;
  const base = (await git(['rev-parse', 'HEAD'])).trim();
  const pushed = await pushBranch(dir, 'origin', { base, branch, files, message: `${title}\n`, author });
  const own = due.filter(({ post }) => !skipped.has(post.source.path));
  const body = renewalBody({ rows: dueRows(own, catalogue), due: own, forge: { ...forge, branch } });
  const pull = await proposals.openOrUpdate({ head: branch, base: forge.branch, title, body });
  const made = pull.made === 'unchanged' && pushed === 'pushed' ? 'updated' : pull.made;
  const rest = [...skipped].map((path) => `\n  ${path} could not be changed; its frontmatter has a mistake.`);
  return `${title}: pull request ${pull.number} is ${made}. ${pull.url}${rest.join('')}`;
}

/** Whether the last commit on the branch of a question is somebody else's: an answer, which is not overwritten. */
async function isTakenOver(git: Git, branch: string): Promise<boolean> {
  const ref = `refs/heads/${branch}`;
  const tip = (await git(['ls-remote', 'origin', ref])).split('\t')[0] ?? '';
  if (tip === '') return false;
  await git(['fetch', '--quiet', '--no-tags', 'origin', ref]);
  return (await git(['log', '-1', '--format=%ae', tip])).trim() !== author.email;
}

/** The day of the question, so that a question that is asked again stays the same. */
function dayFor(openedAt: string | undefined, around: Around): Day {
  const { site, view } = around.catalogue;
  if (openedAt === undefined) return view.day;
  const opened = dayIn(site.timeZone, new Date(openedAt));
  return isRecent(opened, around) ? opened : view.day;
}

function isRecent(day: Day, { catalogue: { view } }: Around): boolean {
  return day <= view.day && daysBetween(day, view.day) <= longestOpen;
}

/** The files of posts as their last commit has them, with the days moved on; by their paths in the repository. */
async function renewedFiles(
  due: readonly Due[],
  day: Day,
  git: Git,
): Promise<{ files: Map<string, string>; skipped: Set<string> }> {
  const prefix = (await git(['rev-parse', '--show-prefix'])).replace(/\r?\n$/u, '');
  const files = new Map<string, string>();
  const skipped = new Set<string>();
  for (const { post } of due) {
    const { path } = post.source;
    const text = await git(['show', `HEAD:${prefix}${path}`]).catch(() => undefined);
    const edits = Object.entries(renewed(post, day)).map(([name, value]) => ({
      ...{ kind: 'set' as const, path: [name], value },
    }));
    const edited = text === undefined ? undefined : editFrontmatter(text, edits);
    if (edited === undefined) skipped.add(path);
    else files.set(`${prefix}${path}`, edited);
  }
  return { files, skipped };
}
