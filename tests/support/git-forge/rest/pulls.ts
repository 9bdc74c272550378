import { z } from 'zod';
import { isPull, nextId, timeIn, touch, type Pull } from '../hub.ts';
import { closePull, commitsOf, filesOf, headOf, reopenPull, tipOf } from '../proposals.ts';
import { mergePull } from '../writes.ts';
import { mustWrite, pullOf, type Handler, type RestCall } from './call.ts';
import { invalid, invalidField, Refusal, restAnswer } from './refusal.ts';
import { repositoryApi, repositoryUrl } from './addresses.ts';
import { pullView } from './pull-view.ts';
import { userView } from './views.ts';

export const listPulls: Handler = async ({ hub, query }) => {
  const state = query.get('state') ?? 'open';
  const [head, base] = [query.get('head'), query.get('base')];
  const byUpdate = query.get('sort') === 'updated';
  const found = hub.tickets
    .filter(isPull)
    .filter((pull) => state === 'all' || pull.state === state)
    .filter(({ pull }) => head === null || head === `${hub.owner}:${pull.head}`)
    .filter(({ pull }) => base === null || base === pull.base)
    .sort((one, other) =>
      byUpdate ? one.updatedAt.localeCompare(other.updatedAt) : one.number - other.number,
    );
  const descending = (query.get('direction') ?? (query.has('sort') ? 'asc' : 'desc')) === 'desc';
  return restAnswer(
    200,
    await Promise.all((descending ? found.reverse() : found).map((pull) => pullView(hub, pull))),
  );
};

const createBody = z.object({
  title: z.string(),
  head: z.string(),
  base: z.string(),
  body: z.string().nullish(),
  draft: z.boolean().optional(),
});

export const createPull: Handler = async (call) => {
  const { hub, user } = call;
  const { title, head, base, body = null, draft = false } = createBody.parse(call.body);
  const branch = head.replace(`${hub.owner}:`, '');
  const [from, to] = [await tipOf(hub, branch), await tipOf(hub, base)];
  if (from === undefined) throw invalidField('PullRequest', 'head');
  if (to === undefined) throw invalidField('PullRequest', 'base');
  const isOpen = hub.tickets.some(
    (ticket) =>
      isPull(ticket) && ticket.state === 'open' && ticket.pull.head === branch && ticket.pull.base === base,
  );
  if (isOpen) throw invalid('PullRequest', `A pull request already exists for ${hub.owner}:${branch}.`);
  if ((await hub.git(['rev-list', '-n', '1', `${to}..${from}`])) === '') {
    throw invalid('PullRequest', `No commits between ${base} and ${branch}`);
  }
  if (title.trim() === '')
    throw new Refusal(422, 'Validation Failed', [
      { resource: 'Issue', code: 'missing_field', field: 'title' },
    ]);
  const now = timeIn(hub);
  const pull: Pull = {
    number: hub.tickets.length + 1,
    id: nextId(hub),
    title,
    body,
    author: user.login,
    state: 'open',
    labels: [],
    comments: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    closedBy: null,
    pull: { head: branch, base, draft, reviews: [], requestedReviewers: [], closedWith: null, merged: null },
  };
  hub.tickets.push(pull);
  return restAnswer(201, await wholeView(call, pull));
};

/** As it is shown alone, with what has to be reckoned. */
async function wholeView({ hub }: RestCall, pull: Pull): Promise<object> {
  const files = await filesOf(hub, pull);
  const { merged } = pull.pull;
  return {
    ...(await pullView(hub, pull)),
    merged: merged !== null,
    merged_by: merged === null ? null : userView(hub, merged.by),
    mergeable: pull.state === 'open' ? true : null,
    mergeable_state: pull.pull.draft ? 'draft' : 'clean',
    comments: pull.comments.length,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: (await commitsOf(hub, pull)).length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
    changed_files: files.length,
  };
}

export const readPull: Handler = async (call) => restAnswer(200, await wholeView(call, pullOf(call)));

const updateBody = z.object({
  title: z.string().optional(),
  body: z.string().nullish(),
  state: z.enum(['open', 'closed']).optional(),
  base: z.string().optional(),
});

export const updatePull: Handler = async (call) => {
  const pull = pullOf(call);
  mustWrite(call, pull.author);
  const {
    title = pull.title,
    body = pull.body,
    state = pull.state,
    base = pull.pull.base,
  } = updateBody.parse(call.body ?? {});
  if ((await tipOf(call.hub, base)) === undefined) throw invalidField('PullRequest', 'base');
  Object.assign(pull, { title, body });
  pull.pull.base = base;
  if (state !== pull.state) {
    await (state === 'closed' ? closePull(call.hub, pull, call.user) : reopenPull(call.hub, pull));
  }
  touch(call.hub, pull);
  return restAnswer(200, await wholeView(call, pull));
};

const mergeBody = z.object({
  merge_method: z.enum(['merge', 'squash', 'rebase']).optional(),
  commit_title: z.string().optional(),
  commit_message: z.string().optional(),
  sha: z.string().optional(),
});

export const merge: Handler = async (call) => {
  mustWrite(call);
  const pull = pullOf(call);
  const {
    merge_method: method,
    commit_title: title,
    commit_message: message,
    sha,
  } = mergeBody.parse(call.body ?? {});
  if (sha !== undefined && sha !== (await headOf(call.hub, pull))) {
    throw new Refusal(409, 'Head branch was modified. Review and try the merge again.');
  }
  const how = { ...(method && { method }), ...(title && { title }), ...(message && { message }) };
  const commit = await mergePull(call.hub, pull, call.user, how);
  return restAnswer(200, { sha: commit, merged: true, message: 'Pull Request successfully merged' });
};

export const listFiles: Handler = async (call) => {
  const { hub } = call;
  const pull = pullOf(call);
  const head = await headOf(hub, pull);
  const files = await filesOf(hub, pull);
  return restAnswer(
    200,
    files.map(({ previous, ...file }) => ({
      ...file,
      changes: file.additions + file.deletions,
      blob_url: `${repositoryUrl(hub)}/blob/${head}/${encodeURI(file.filename)}`,
      raw_url: `${repositoryUrl(hub)}/raw/${head}/${encodeURI(file.filename)}`,
      contents_url: `${repositoryApi(hub)}/contents/${encodeURI(file.filename)}?ref=${head}`,
      ...(previous === undefined ? {} : { previous_filename: previous }),
    })),
  );
};
