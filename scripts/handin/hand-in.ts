import { dayIn } from '../../src/model/day.ts';
import { issueFormUrl } from '../../src/model/forge.ts';
import { handInTemplate, readHandIn } from '../../src/model/hand-in.ts';
import type { ContentFile } from '../../src/model/post-file.ts';
import { readSettings, type Settings } from '../../src/compile/settings.ts';
import { openGit, type Git } from '../../src/source/git.ts';
import { readContent, type SourceContent } from '../../src/source/read-content.ts';
import { pushBranch } from '../adapters/branch.ts';
import { openProposals, type Proposals } from '../adapters/proposals.ts';
import type { Made } from '../adapters/sticky-comment.ts';
import type { SiteForge } from '../adapters/site-forge.ts';
import type { World } from '../world.ts';
import {
  changedByOthersAnswer,
  mendAnswer,
  notWithFormAnswer,
  plainProblem,
  proposedAnswer,
  pullBody,
  pullTitle,
  strangerAnswer,
} from './answer.ts';
import { errorsIn, withContentOf } from './judge-files.ts';
import { makePost, type Blog, type MadePost } from './make-post.ts';
import type { Issue } from './read-issue.ts';

/** What became of an issue. */
export type Outcome =
  | { kind: 'proposed'; pull: { number: number; url: string; made: Made }; files: readonly ContentFile[] }
  | { kind: 'to-mend'; problems: number }
  | { kind: 'not-with-form' | 'stranger' | 'changed-by-others' };

const marker = 'watercooler-handin';
const machine = { name: 'Watercooler', email: 'watercooler@users.noreply.github.com' };

interface Surroundings {
  site: SiteForge;
  world: World;
  dryRun: boolean;
}

/** Makes a proposal of an issue that was written with the form, or says under it what is missing. */
export async function handIn(issue: Issue, { site, world, dryRun }: Surroundings): Promise<Outcome> {
  const { forge, options } = site;
  const proposals = openProposals(options);
  const branch = `handin/${issue.number}`;
  const say = async (outcome: Outcome, body: string): Promise<Outcome> => {
    if (!dryRun) await proposals.stickyComment({ number: issue.number, marker, body });
    return outcome;
  };
  if (!issue.isTrusted) return say({ kind: 'stranger' }, strangerAnswer);
  const answers = readHandIn(issue.body);
  if (answers === undefined)
    return say({ kind: 'not-with-form' }, notWithFormAnswer(issueFormUrl(forge, handInTemplate) ?? ''));

  const git = openGit(world.cwd);
  const base = await tipOf(git, forge.branch);
  const pull = await proposals.find(branch, forge.branch);
  if (pull !== undefined && (await isChangedByOthers(git, branch)))
    return say({ kind: 'changed-by-others' }, changedByOthersAnswer(pull));

  const settings = readSettings(world.cwd, world.env, world.now());
  const { post, problems } = await withContentOf({ cwd: world.cwd, base, settings }, async (aside) => {
    const day = dayIn(site.site.timeZone, world.now());
    const handedIn = { title: issue.title, answers, login: issue.login, day };
    const made = makePost(handedIn, blogOf(await readContent(aside)));
    const found = made.problems.length > 0 ? [] : await errorsIn(made.files, aside);
    return { post: made, problems: [...made.problems, ...found.map((one) => plainProblem(one, made.files))] };
  });
  if (problems.length > 0)
    return say({ kind: 'to-mend', problems: problems.length }, mendAnswer(problems, pull));
  if (dryRun) return { kind: 'proposed', pull: { number: 0, url: '', made: 'opened' }, files: post.files };

  await pushPost({ git: world.cwd, branch, base, settings }, issue, post);
  const proposed = await openPull(proposals, { issue, post, branch, base: forge.branch });
  const answer = proposedAnswer(proposed, { pictures: post.pictures > 0 });
  return say({ kind: 'proposed', pull: proposed, files: post.files }, answer);
}

async function tipOf(git: Git, branch: string): Promise<string> {
  await git(['fetch', '--quiet', '--no-tags', 'origin', `refs/heads/${branch}`]);
  return (await git(['rev-parse', 'FETCH_HEAD'])).trim();
}

/** Whether the newest change on the branch is somebody else’s, which must not be lost. Merges of the base are no change. */
async function isChangedByOthers(git: Git, branch: string): Promise<boolean> {
  const tip = await tipOf(git, branch);
  const committer = await git(['log', '-1', '--first-parent', '--no-merges', '--format=%ce', tip]);
  return committer.trim() !== machine.email;
}

function blogOf({ tags, groups, authors, posts, damaged }: SourceContent): Blog {
  return {
    tags: tags.data.tags,
    groups: groups.filter(({ data }) => data.access === 'open'),
    authors,
    posts: new Set([
      ...posts.flatMap(({ slug, data }) => [slug, ...data.formerly]),
      ...damaged.map(({ slug }) => slug),
    ]),
  };
}

async function pushPost(
  { git, branch, base, settings }: { git: string; branch: string; base: string; settings: Settings },
  { login, accountId, number, noreplyHost }: Issue,
  { files, slug }: MadePost,
): Promise<void> {
  const message = `Add the post ${slug}\n\nHanded in with the form, issue ${number}.\n\nCo-authored-by: ${login} <${accountId}+${login}@${noreplyHost}>\n`;
  const paths = files.map(({ path, text }) => [`${settings.label}/${path}`, text] as const);
  await pushBranch(git, 'origin', { base, branch, files: new Map(paths), message, author: machine });
}

function openPull(
  proposals: Proposals,
  { issue, post, branch, base }: { issue: Issue; post: MadePost; branch: string; base: string },
) {
  return proposals.openOrUpdate({
    ...{ head: branch, base },
    title: pullTitle(issue.title),
    body: pullBody(issue.number, issue.login, post.remarks),
  });
}
