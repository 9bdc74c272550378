import { join } from 'node:path';
import { readSettings } from '../../src/compile/settings.ts';
import { approvalsPath, type Approvals } from '../../src/model/approval.ts';
import { apiUrl, forgeNames } from '../../src/model/forge.ts';
import type { Forge } from '../../src/model/site.ts';
import { findRepository, readTextSteps, type Repository } from '../../src/source/git-history.ts';
import { openGit } from '../../src/source/git.ts';
import { readContent } from '../../src/source/read-content.ts';
import { ForgeError, type Errand } from '../adapters/forge-error.ts';
import { openForge } from '../adapters/forge.ts';
import { takeLock } from '../adapters/lock.ts';
import type { Pace } from '../adapters/patient-octokit.ts';
import { progressLine } from '../adapters/progress-line.ts';
import { removeUnfinished, writeWhole } from '../adapters/whole-files.ts';
import type { World } from '../world.ts';
import { approvalsText, readApprovalsFile } from './approvals-file.ts';
import { approvalsSummary } from './approvals-summary.ts';
import { broughtTexts } from './brought-texts.ts';
import { readApprovals } from './read-approvals.ts';
import { fail, sentencesOf } from '../last-words.ts';

export interface ApprovalFlags {
  full: boolean;
  dryRun: boolean;
}

/** Reads the approvals into the register, says what came of it, and returns the exit code. */
export async function runApprovals(flags: ApprovalFlags, world: World, pace?: Pace): Promise<number> {
  const { dir, cacheDir } = readSettings(world.cwd, world.env, world.now());
  const lock = await takeLock(join(cacheDir, 'approvals.lock'));
  if ('heldBy' in lock)
    return fail(world, `The process ${lock.heldBy} is reading the approvals just now. Wait for its end.`);
  try {
    await removeUnfinished(dir);
    return await compareAndRead(flags, world, pace);
  } finally {
    await lock.release();
  }
}

interface Ready {
  dir: string;
  forge: Forge;
  token: string;
  repository: Repository;
  /** The commit that the published branch is at. */
  start: string;
  register: Approvals;
}

async function compareAndRead({ full, dryRun }: ApprovalFlags, world: World, pace?: Pace): Promise<number> {
  const ready = await prepare(world);
  if (typeof ready === 'string') return fail(world, ready);
  const { dir, forge, token, repository, start, register: before } = ready;
  const commits = broughtTexts(await readTextSteps(repository, { start }), repository.prefix);
  const base = apiUrl(forge);
  const api = openForge(
    {
      ...{ base, token, signal: world.signal },
      onPause: (seconds) => world.stderr.write(`The forge asks for a pause of ${seconds} s.\n`),
      ...(pace !== undefined && { pace }),
    },
    errandAt(base),
  );
  const asking = progressLine('Asking about', world, 'commits');
  const [owner = '', name = ''] = forge.repository.split('/');
  let register = before;
  let failure: ForgeError | undefined;
  try {
    const news = readApprovals(api, {
      ...{ repository: { owner, name }, branch: forge.branch, commits, now: world.now() },
      register: full ? { pulls: [], withoutPull: [] } : before,
      onCommits: asking.show,
    });
    for await (const step of news) register = full ? withOlder(step, before) : step;
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    failure = error;
  } finally {
    asking.clear();
  }
  const text = approvalsText(register);
  const isNew = text !== approvalsText(before);
  if (isNew && !dryRun) await writeWhole(join(dir, approvalsPath), text);
  const said = approvalsSummary(before, register, { calls: api.calls(), dryRun, full });
  if (failure === undefined || isNew) world.stdout.write(`${said}\n`);
  if (failure === undefined) return 0;
  const state = isNew ? 'What was read so far is whole' : 'The register stays as it was';
  return fail(
    world,
    `${sentencesOf(failure)}
${state}, and the next run goes on from here.`,
  );
}

/** Pull requests whose commits are gone from the history were merged all the same, and their texts may still be there. */
function withOlder(register: Approvals, before: Approvals): Approvals {
  const read = new Set(register.pulls.map(({ number }) => number));
  const older = before.pulls.filter(({ number }) => !read.has(number));
  return { ...register, pulls: [...register.pulls, ...older].sort((a, b) => a.number - b.number) };
}

const noToken =
  'There is no token. Make one that may read the pull requests of the repository, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.';

/** What is needed, or why nothing can be read, as a sentence. */
async function prepare(world: World): Promise<Ready | string> {
  const { dir, label } = readSettings(world.cwd, world.env, world.now());
  const { site } = await readContent({ dir, label });
  if (site === undefined)
    return `${label}/site.yml cannot be used as it is. What is wrong with it says: npm run check`;
  const { forge } = site.data;
  if (forge === undefined) return 'site.yml names no forge, so there is nobody to ask who approved what.';
  if (forge.kind !== 'github')
    return `Approvals are read from GitHub only, for now, and site.yml says that the forge is ${forgeNames[forge.kind]}.`;
  const register = await readApprovalsFile(join(dir, approvalsPath));
  if (register === undefined)
    return `${label}/${approvalsPath} cannot be used as it is. Restore it from git; what is wrong with it says: npm run check`;
  const token = world.env['GITHUB_TOKEN'] || world.env['GH_TOKEN'];
  if (!token) return noToken;
  const repository = await findRepository(dir, label);
  if ('because' in repository)
    return `Approvals are found by the commits that changed the texts, and there are none to be seen here: ${repository.because}`;
  if (repository.isShallow)
    return `Approvals are found by the commits that changed the texts, and this clone is shallow. Fetch the rest with: git fetch --unshallow (in a workflow: fetch-depth: 0).`;
  const start = await publishedCommit(repository, forge);
  if (start === undefined)
    return `There is no branch "${forge.branch}" here, which site.yml says is the one that is published. Fetch it: git fetch origin ${forge.branch}`;
  return { dir, forge, token, repository, start, register };
}

/** Only what is in the published branch was merged. */
async function publishedCommit({ top }: Repository, { branch }: Forge): Promise<string | undefined> {
  const git = openGit(top);
  for (const name of [`refs/remotes/origin/${branch}`, `refs/heads/${branch}`]) {
    const found = await git(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]).catch(() => '');
    if (found !== '') return found.trim();
  }
  return undefined;
}

function errandAt(base: string): Errand {
  return {
    permission:
      'A fine-grained token needs the permissions "Pull requests: read" and "Contents: read" for the repository, a classic one the scope "repo", and a job of GitHub Actions "permissions: { pull-requests: read, contents: read }".',
    notFound: { message: `There is no API at ${base}. Is forge.url in site.yml right?`, kind: 'refused' },
  };
}
