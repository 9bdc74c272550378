import type { Approvals, ApprovedPull } from '../../src/model/approval.ts';
import { plainLine } from '../../src/model/plain-line.ts';
import type { ForgeApi } from '../adapters/forge.ts';
import {
  commitsQuery,
  pullCommitsQuery,
  pullsQuery,
  reviewsQuery,
  type ForgePull,
} from './approval-queries.ts';
import { approvalsOf, reviewerOf, type WholePull } from './judge-pull.ts';
import type { BroughtTexts } from './brought-texts.ts';

export interface ReadOptions {
  /** `owner` and `name` of the repository. */
  repository: { owner: string; name: string };
  /** The branch that is published: only what was merged into it counts. */
  branch: string;
  /** What each commit changed, by its id; the oldest first. */
  commits: ReadonlyMap<string, BroughtTexts>;
  /** What is known already, and is not asked for again. */
  register: Approvals;
  now: Date;
  onCommits: (done: number, total: number) => void;
}

const mostCommits = 50;
const mostPulls = 10;
// Right after a merge the forge may not have noted of which pull request a commit is.
const settled = 24 * 3600;

/** Reads what is not known yet, and gives the register as it is after each step: everything in it is whole. */
export async function* readApprovals(api: ForgeApi, options: ReadOptions): AsyncGenerator<Approvals> {
  const { commits, register, now, onCommits } = options;
  const pulls = new Map(register.pulls.map((pull) => [pull.number, pull]));
  const withoutPull = new Set(register.withoutPull);
  const known = new Set([...withoutPull, ...register.pulls.flatMap((pull) => pull.commits)]);
  const asked = [...commits.keys()].filter((id) => !known.has(id));
  for (let start = 0; start < asked.length; start += mostCommits) {
    const batch = asked.slice(start, start + mostCommits);
    const found = await pullsOfCommits(api, batch, options);
    const news = new Map<number, string[]>();
    for (const id of batch) {
      const number = found.get(id);
      if (typeof number === 'number') news.set(number, [...(news.get(number) ?? []), id]);
      const landed = commits.get(id)?.landed ?? Infinity;
      if (number === 'none' && landed + settled < now.getTime() / 1000) withoutPull.add(id);
    }
    for (const pull of await readPulls(api, [...news.keys()], options)) {
      const before = pulls.get(pull.number)?.commits ?? [];
      const ids = inOrder(new Set([...before, ...(news.get(pull.number) ?? [])]), commits);
      pulls.set(pull.number, registered(pull, ids, commits));
    }
    onCommits(Math.min(start + mostCommits, asked.length), asked.length);
    yield {
      pulls: [...pulls.values()].sort((a, b) => a.number - b.number),
      withoutPull: [...withoutPull].sort(),
    };
  }
}

/** For each commit the pull request that brought it; "none" when there is none of any kind, and nothing when that is not sure. */
async function pullsOfCommits(
  api: ForgeApi,
  ids: readonly string[],
  { repository, branch }: ReadOptions,
): Promise<Map<string, number | 'none'>> {
  const variables = Object.fromEntries(ids.map((id, index) => [`c${index}`, id]));
  const answer = await api.ask(commitsQuery(ids.length), { ...repository, ...variables });
  const found = new Map<string, number | 'none'>();
  for (const [index, id] of ids.entries()) {
    const commit = answer.repository[`c${index}`];
    if (commit == null || !('oid' in commit) || commit.oid !== id) continue;
    const { totalCount, nodes } = commit.associatedPullRequests;
    const [first] = nodes
      .flatMap(({ number, mergedAt, baseRefName }) =>
        mergedAt !== null && baseRefName === branch ? [{ number, mergedAt }] : [],
      )
      .sort((a, b) => (a.mergedAt < b.mergedAt ? -1 : 1));
    if (first !== undefined) found.set(id, first.number);
    else if (totalCount === 0) found.set(id, 'none');
  }
  return found;
}

async function readPulls(
  api: ForgeApi,
  numbers: readonly number[],
  { repository }: ReadOptions,
): Promise<WholePull[]> {
  const pulls: WholePull[] = [];
  for (let start = 0; start < numbers.length; start += mostPulls) {
    const batch = numbers.slice(start, start + mostPulls);
    const variables = Object.fromEntries(batch.map((number, index) => [`p${index}`, number]));
    const answer = await api.ask(pullsQuery(batch.length), { ...repository, ...variables });
    for (const pull of Object.values(answer.repository)) pulls.push(await wholePull(api, pull, repository));
  }
  return pulls;
}

/** The rest of what did not fit into the first answer. */
async function wholePull(
  api: ForgeApi,
  { reviews: firstReviews, commits: firstCommits, ...pull }: ForgePull,
  repository: ReadOptions['repository'],
): Promise<WholePull> {
  const [reviews, commits] = [[...firstReviews.nodes], [...firstCommits.nodes]];
  const more = (cursor: string | null) => ({ ...repository, number: pull.number, cursor });
  if (firstReviews.pageInfo.hasNextPage)
    for await (const { repository: told } of api.pages(reviewsQuery, more(firstReviews.pageInfo.endCursor)))
      reviews.push(...told.pullRequest.reviews.nodes);
  if (firstCommits.pageInfo.hasNextPage)
    for await (const { repository: told } of api.pages(
      pullCommitsQuery,
      more(firstCommits.pageInfo.endCursor),
    ))
      commits.push(...told.pullRequest.commits.nodes);
  const isComplete = reviews.length >= firstReviews.totalCount && commits.length >= firstCommits.totalCount;
  return { ...pull, reviews, commits, isComplete };
}

function registered(
  pull: WholePull,
  ids: readonly string[],
  commits: ReadonlyMap<string, BroughtTexts>,
): ApprovedPull {
  const texts = new Map<string, { path: string; digest: string }>();
  for (const id of ids)
    for (const { file, path, digest } of commits.get(id)?.texts ?? []) texts.set(file, { path, digest });
  const { number, title, url, mergedAt } = pull;
  return {
    number,
    title: plainLine(title).trim() || `Pull request ${number}`,
    url,
    author: reviewerOf(pull.author),
    mergedAt,
    mergedBy: reviewerOf(pull.mergedBy),
    approvals: approvalsOf(pull),
    commits: [...ids],
    texts: [...texts.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** As they came, the oldest first. */
function inOrder(ids: ReadonlySet<string>, commits: ReadonlyMap<string, unknown>): string[] {
  const gone = [...ids].filter((id) => !commits.has(id));
  return [...gone, ...[...commits.keys()].filter((id) => ids.has(id))];
}
