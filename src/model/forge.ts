import type { Forge } from './site.ts';

/** What an address on the forge is made of. */
export type ForgeAddress = Pick<Forge, 'kind' | 'url' | 'repository' | 'branch'>;

/** What the forges are called. */
export const forgeNames = { github: 'GitHub', gitlab: 'GitLab', gitea: 'Gitea', forgejo: 'Forgejo' } as const;

/** What the forge calls a proposal. */
export function requestName(kind: Forge['kind']): string {
  return kind === 'gitlab' ? 'merge request' : 'pull request';
}

/** Addresses on the forge, which differ from one kind of software to the next. */
const shapes: Record<
  Forge['kind'],
  {
    edit: string;
    newFile: string;
    history: string;
    newIssue: string;
    requests: string;
    newDiscussion?: string;
    discussions?: string;
    issueForm?: string;
  }
> = {
  github: {
    edit: 'edit/{branch}/{file}',
    newFile: 'new/{branch}?filename={file}&value={content}',
    history: 'commits/{branch}/{file}',
    newIssue: 'issues/new?title={title}&body={body}',
    requests: 'pulls',
    newDiscussion: 'discussions/new?category={category}&title={title}&body={body}',
    discussions: 'discussions',
    issueForm: 'issues/new?template={template}',
  },
  gitlab: {
    edit: '-/edit/{branch}/{file}',
    // Its form has a parameter for the content as well, but the editor ignores it (gitlab-org/gitlab#594214).
    newFile: '-/new/{branch}?file_name={file}',
    history: '-/commits/{branch}/{file}',
    newIssue: '-/issues/new?issue[title]={title}&issue[description]={body}',
    requests: '-/merge_requests',
  },
  gitea: {
    edit: '_edit/{branch}/{file}',
    newFile: '_new/{branch}/?filename={file}&value={content}',
    history: 'commits/branch/{branch}/{file}',
    newIssue: 'issues/new?title={title}&body={body}',
    requests: 'pulls',
  },
  forgejo: {
    edit: '_edit/{branch}/{file}',
    newFile: '_new/{branch}/?filename={file}&value={content}',
    history: 'commits/branch/{branch}/{file}',
    newIssue: 'issues/new?title={title}&body={body}',
    requests: 'pulls',
  },
};

export function forgeHome({ url, repository }: Pick<Forge, 'url' | 'repository'>): string {
  return `${url.replace(/\/$/u, '')}/${repository}`;
}

/** Where the proposals are. */
export function requestsUrl(forge: Forge): string {
  return `${forgeHome(forge)}/${shapes[forge.kind].requests}`;
}

/** What git clones. */
export function cloneUrl(forge: Forge): string {
  return `${forgeHome(forge)}.git`;
}

/** Where a file of the content folder can be edited in the browser; the forge makes the branch and the pull request. */
export function editUrl(forge: Forge, path: string): string {
  return filled(forge, shapes[forge.kind].edit, { file: `content/${path}` });
}

/** A form in the browser for a new file of the content folder, with its name and, if the forge can, its content filled in. */
export function newFileUrl(forge: ForgeAddress, path: string, content: string): string {
  return filled(forge, shapes[forge.kind].newFile, { file: `content/${path}`, content });
}

/** Whether the form for a new file can be opened with content in it. */
export function takesContent({ kind }: Pick<Forge, 'kind'>): boolean {
  return shapes[kind].newFile.includes('{content}');
}

// GitHub takes 8,191 bytes (github/docs#4537), and so does nginx before the others as it comes.
const longestAddress = 8000;

/**
 * Whether an address is short enough for every forge. Who is not signed in is sent to another page first, whose address has
 * this one in it, with every special sign written out a second time.
 */
export function fitsIntoAddress(url: string): boolean {
  return encodeURIComponent(url).length <= longestAddress;
}

/** The form that makes a post of an issue; only GitHub has forms of this kind. */
export function issueFormUrl(forge: Forge, template: string): string | undefined {
  const { issueForm } = shapes[forge.kind];
  return issueForm && filled(forge, issueForm, { template });
}

/** Everything that ever changed in a file. */
export function historyUrl(forge: Forge, path: string): string {
  return filled(forge, shapes[forge.kind].history, { file: `content/${path}` });
}

/** A new issue on the forge with its words filled in. */
export function newIssueUrl(forge: Forge, title: string, body: string): string {
  return filled(forge, shapes[forge.kind].newIssue, { title, body });
}

/**
 * A form on the forge for a question, with its words filled in: a discussion where there is a category for it, that of all
 * questions if no other is named.
 */
export function newQuestionUrl(
  forge: Forge,
  title: string,
  body: string,
  where: string | undefined = forge.questions,
): string {
  const { newDiscussion } = shapes[forge.kind];
  if (newDiscussion === undefined || where === undefined) return newIssueUrl(forge, title, body);
  // A category in an address, as GitHub writes it.
  const category = where
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return filled(forge, newDiscussion, { category, title, body });
}

/** Where the discussions are; on forges without any, where the issues are. */
export function discussionsUrl(forge: Forge): string {
  return `${forgeHome(forge)}/${shapes[forge.kind].discussions ?? 'issues'}`;
}

function filled(forge: ForgeAddress, shape: string, values: Record<string, string>): string {
  const all: Record<string, string> = { branch: forge.branch, ...values };
  const path = shape.replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = encodeURIComponent(all[name] ?? '');
    return name === 'file' || name === 'branch' ? value.replaceAll('%2F', '/') : value;
  });
  return `${forgeHome(forge)}/${path}`;
}

/** Where GitHub answers programs that speak REST. */
export function restUrl(forge: Pick<Forge, 'url'>): string {
  const api = apiUrl(forge);
  return api.endsWith('/api') ? `${api}/v3` : api;
}

/**
 * Whether the editor in the browser can propose changes there. On Gitea and Forgejo it would write to the published branch;
 * of GitHub's addresses for programs it does not know those with data residency; and it sends a token over an open line
 * only within this machine.
 */
export function hasEditor(forge: Pick<Forge, 'kind' | 'url'> | undefined): boolean {
  if (forge === undefined || (forge.kind !== 'github' && forge.kind !== 'gitlab')) return false;
  const { protocol, hostname } = new URL(forge.url);
  if (hostname.endsWith('.ghe.com')) return false;
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

/** Where GitHub answers programs; its GraphQL is at `/graphql` below. Enterprise Cloud with data residency has a host of its own. */
export function apiUrl({ url }: Pick<Forge, 'url'>): string {
  const { protocol, host, hostname } = new URL(url);
  const isCloud = hostname === 'github.com' || hostname.endsWith('.ghe.com');
  return isCloud ? `https://api.${host}` : `${protocol}//${host}/api`;
}
