import type { Forge } from './site.ts';

/** Addresses on the forge, which differ from one kind of software to the next. */
const shapes: Record<
  Forge['kind'],
  { edit: string; history: string; newIssue: string; discussions?: string }
> = {
  github: {
    edit: 'edit/{branch}/{file}',
    history: 'commits/{branch}/{file}',
    newIssue: 'issues/new?title={title}&body={body}',
    discussions: 'discussions',
  },
  gitlab: {
    edit: '-/edit/{branch}/{file}',
    history: '-/commits/{branch}/{file}',
    newIssue: '-/issues/new?issue[title]={title}&issue[description]={body}',
  },
  gitea: {
    edit: '_edit/{branch}/{file}',
    history: 'commits/branch/{branch}/{file}',
    newIssue: 'issues/new?title={title}&body={body}',
  },
  forgejo: {
    edit: '_edit/{branch}/{file}',
    history: 'commits/branch/{branch}/{file}',
    newIssue: 'issues/new?title={title}&body={body}',
  },
};

export function forgeHome({ url, repository }: Forge): string {
  return `${url.replace(/\/$/u, '')}/${repository}`;
}

/** Where a file of the content folder can be edited in the browser; the forge makes the branch and the pull request. */
export function editUrl(forge: Forge, path: string): string {
  return filled(forge, shapes[forge.kind].edit, { file: `content/${path}` });
}

/** Everything that ever changed in a file. */
export function historyUrl(forge: Forge, path: string): string {
  return filled(forge, shapes[forge.kind].history, { file: `content/${path}` });
}

/** A new issue on the forge with its words filled in. */
export function newIssueUrl(forge: Forge, title: string, body: string): string {
  return filled(forge, shapes[forge.kind].newIssue, { title, body });
}

/** Where the discussions are; on forges without any, where the issues are. */
export function discussionsUrl(forge: Forge): string {
  return `${forgeHome(forge)}/${shapes[forge.kind].discussions ?? 'issues'}`;
}

function filled(forge: Forge, shape: string, values: Record<string, string>): string {
  const all: Record<string, string> = { branch: forge.branch, ...values };
  const path = shape.replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = encodeURIComponent(all[name] ?? '');
    return name === 'file' || name === 'branch' ? value.replaceAll('%2F', '/') : value;
  });
  return `${forgeHome(forge)}/${path}`;
}
