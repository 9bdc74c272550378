import { userNamed, type Hub } from '../hub.ts';
import { repositoryApi, repositoryUrl } from './addresses.ts';
import { userView } from './views.ts';

const plainLists =
  'compare,assignees,blobs,branches,collaborators,comments,commits,contents,contributors,deployments,downloads,events,forks,hooks,keys,labels,languages,merges,milestones,notifications,pulls,releases,stargazers,statuses,subscribers,subscription,tags,teams,trees,git_commits,git_refs,git_tags,issue_comment,issue_events,issues,archive';

export function repositoryView(hub: Hub, login?: string): object {
  const api = repositoryApi(hub);
  const html = repositoryUrl(hub);
  const urls = plainLists
    .split(',')
    .map((name): [string, string] => [`${name}_url`, `${api}/${name.replaceAll('_', '/')}`]);
  const counts = ['forks', 'open_issues', 'stargazers', 'watchers'].map((name): [string, number] => [
    `${name}_count`,
    0,
  ]);
  const features = ['downloads', 'issues', 'projects', 'wiki', 'pages', 'discussions'];
  const may = login === undefined ? 'none' : userNamed(hub, login).may;
  const permissions = {
    admin: may === 'admin',
    push: may === 'admin' || may === 'write',
    pull: may !== 'none',
  };
  return {
    id: 1,
    node_id: 'R_1',
    name: hub.name,
    full_name: `${hub.owner}/${hub.name}`,
    owner: userView(hub, hub.owner),
    private: true,
    html_url: html,
    description: null,
    fork: false,
    url: api,
    ...Object.fromEntries(urls),
    ...Object.fromEntries(counts),
    ...Object.fromEntries(
      features.map((name): [string, boolean] => [`has_${name}`, name === 'issues' || name === 'discussions']),
    ),
    clone_url: `${html}.git`,
    git_url: `git://${hub.origin.replace(/^\w+:\/\//u, '')}/${hub.owner}/${hub.name}.git`,
    ssh_url: `git@127.0.0.1:${hub.owner}/${hub.name}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: hub.branch,
    forks: 0,
    open_issues: 0,
    watchers: 0,
    network_count: 0,
    subscribers_count: 0,
    archived: false,
    disabled: false,
    size: 1,
    pushed_at: '2026-01-05T08:00:00Z',
    created_at: '2026-01-05T08:00:00Z',
    updated_at: '2026-01-05T08:00:00Z',
    ...(login === undefined ? {} : { permissions }),
  };
}
