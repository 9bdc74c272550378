import type { Hub, Pull } from '../hub.ts';
import { baseOf, headOf } from '../proposals.ts';
import { repositoryApi, repositoryUrl } from './addresses.ts';
import { repositoryView } from './repository-view.ts';
import { associationOf, labelView, userView } from './views.ts';

/** As a list shows it. */
export async function pullView(hub: Hub, pull: Pull): Promise<object> {
  const { number, pull: proposal } = pull;
  const url = `${repositoryApi(hub)}/pulls/${number}`;
  const html = `${repositoryUrl(hub)}/pull/${number}`;
  const issue = `${repositoryApi(hub)}/issues/${number}`;
  const [head, base] = [await headOf(hub, pull), await baseOf(hub, pull)];
  const links = {
    self: url,
    html,
    issue,
    comments: `${issue}/comments`,
    review_comments: `${url}/comments`,
    review_comment: `${repositoryApi(hub)}/pulls/comments{/number}`,
    commits: `${url}/commits`,
    statuses: `${repositoryApi(hub)}/statuses/${head}`,
  };
  return {
    url,
    id: pull.id,
    node_id: `PR_${pull.id}`,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: links.commits,
    review_comments_url: links.review_comments,
    review_comment_url: links.review_comment,
    comments_url: links.comments,
    statuses_url: links.statuses,
    number,
    state: pull.state,
    locked: false,
    title: pull.title,
    user: userView(hub, pull.author),
    body: pull.body,
    labels: pull.labels.map((name) => labelView(hub, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: proposal.merged?.at ?? null,
    merge_commit_sha: proposal.merged?.commit ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: proposal.requestedReviewers.map((login) => userView(hub, login)),
    requested_teams: [],
    head: branchView(hub, proposal.head, head),
    base: branchView(hub, proposal.base, base),
    _links: Object.fromEntries(Object.entries(links).map(([name, href]) => [name, { href }])),
    author_association: associationOf(hub, pull.author),
    auto_merge: null,
    draft: proposal.draft,
  };
}

function branchView(hub: Hub, ref: string, sha: string): object {
  const owner = userView(hub, hub.owner);
  return { label: `${hub.owner}:${ref}`, ref, sha, user: owner, repo: repositoryView(hub) };
}
