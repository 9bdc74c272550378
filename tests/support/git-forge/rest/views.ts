import {
  labelNamed,
  userNamed,
  type Comment,
  type Hub,
  type Pull,
  type Review,
  type Ticket,
} from '../hub.ts';
import { apiOf, repositoryApi, repositoryUrl, userId } from './addresses.ts';

export function userView(hub: Hub, login: string): object {
  const { kind = 'User' } = login === hub.owner ? {} : userNamed(hub, login);
  const own = `${apiOf(hub)}/users/${login}`;
  const lists = ['followers', 'subscriptions', 'received_events', 'repos'].map((name): [string, string] => [
    `${name}_url`,
    `${own}/${name}`,
  ]);
  return {
    login,
    id: userId(login),
    node_id: `U_${login}`,
    avatar_url: `${hub.origin}/avatars/${login}.png`,
    gravatar_id: '',
    url: own,
    html_url: `${hub.origin}/${login}`,
    ...Object.fromEntries(lists),
    organizations_url: `${own}/orgs`,
    following_url: `${own}/following{/other_user}`,
    gists_url: `${own}/gists{/gist_id}`,
    starred_url: `${own}/starred{/owner}{/repo}`,
    events_url: `${own}/events{/privacy}`,
    type: login === hub.owner ? 'Organization' : kind,
    site_admin: false,
  };
}

export function ticketView(hub: Hub, ticket: Ticket): object {
  const url = `${repositoryApi(hub)}/issues/${ticket.number}`;
  const kind = ticket.pull === null ? 'issues' : 'pull';
  return {
    id: ticket.id,
    node_id: `I_${ticket.id}`,
    url,
    repository_url: repositoryApi(hub),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: `${repositoryUrl(hub)}/${kind}/${ticket.number}`,
    number: ticket.number,
    state: ticket.state,
    state_reason: ticket.state === 'closed' ? 'completed' : null,
    title: ticket.title,
    body: ticket.body,
    user: userView(hub, ticket.author),
    labels: ticket.labels.map((name) => labelView(hub, name)),
    assignee: null,
    assignees: [],
    milestone: null,
    locked: false,
    active_lock_reason: null,
    comments: ticket.comments.length,
    closed_at: ticket.closedAt,
    closed_by: ticket.closedBy === null ? null : userView(hub, ticket.closedBy),
    created_at: ticket.createdAt,
    updated_at: ticket.updatedAt,
    author_association: associationOf(hub, ticket.author),
    ...(ticket.pull === null
      ? {}
      : {
          draft: ticket.pull.draft,
          pull_request: {
            url: `${repositoryApi(hub)}/pulls/${ticket.number}`,
            html_url: `${repositoryUrl(hub)}/pull/${ticket.number}`,
            diff_url: `${repositoryUrl(hub)}/pull/${ticket.number}.diff`,
            patch_url: `${repositoryUrl(hub)}/pull/${ticket.number}.patch`,
            merged_at: ticket.pull.merged?.at ?? null,
          },
        }),
  };
}

/** What somebody is to the repository. */
export function associationOf(hub: Hub, login: string): string {
  const { may } = userNamed(hub, login);
  return may === 'admin' || may === 'write' ? 'MEMBER' : 'NONE';
}

export function labelView(hub: Hub, name: string): object {
  const label = labelNamed(hub, name);
  return {
    id: label.id,
    node_id: `LA_${label.id}`,
    url: `${repositoryApi(hub)}/labels/${encodeURIComponent(label.name)}`,
    name: label.name,
    description: label.description,
    color: label.color,
    default: false,
  };
}

export function commentView(hub: Hub, ticket: Ticket, comment: Comment): object {
  const kind = ticket.pull === null ? 'issues' : 'pull';
  return {
    id: comment.id,
    node_id: `IC_${comment.id}`,
    url: `${repositoryApi(hub)}/issues/comments/${comment.id}`,
    html_url: `${repositoryUrl(hub)}/${kind}/${ticket.number}#issuecomment-${comment.id}`,
    issue_url: `${repositoryApi(hub)}/issues/${ticket.number}`,
    body: comment.body,
    user: userView(hub, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: associationOf(hub, comment.author),
  };
}

export function reviewView(hub: Hub, pull: Pull, review: Review): object {
  const html = `${repositoryUrl(hub)}/pull/${pull.number}#pullrequestreview-${review.id}`;
  const url = `${repositoryApi(hub)}/pulls/${pull.number}`;
  return {
    id: review.id,
    node_id: `PRR_${review.id}`,
    user: userView(hub, review.author),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: url,
    author_association: associationOf(hub, review.author),
    _links: { html: { href: html }, pull_request: { href: url } },
    submitted_at: review.submittedAt,
    commit_id: review.commit,
  };
}
