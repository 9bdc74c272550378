import { z } from 'zod';
import type { HubUser } from '../hub.ts';
import { tipOf } from '../proposals.ts';
import { admitWrite, commitFiles, mayWrite, moveBranch } from '../writes.ts';
import { mustWrite, param, type Handler } from './call.ts';
import { notFound, Refusal, restAnswer } from './refusal.ts';
import { apiOf, repositoryApi, repositoryUrl, userId } from './addresses.ts';
import { repositoryView } from './repository-view.ts';
import { userView } from './views.ts';

export const readUser: Handler = ({ hub, user }) =>
  restAnswer(200, {
    ...userView(hub, user.login),
    id: userId(user.login),
    name: user.name,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  });

export const readRepository: Handler = ({ hub, user }) =>
  restAnswer(200, { ...repositoryView(hub, user.login), has_downloads: undefined });

export const readCollaborator: Handler = (call) => {
  const login = param(call, 'username').toLowerCase();
  const isOne = (user: HubUser) => user.login.toLowerCase() === login && user.may !== 'none';
  if (!call.hub.users.some(isOne)) throw notFound();
  // Who may only read is no collaborator of an organisation's repository, unless invited.
  if (!mayWrite(call.user)) throw new Refusal(403, 'Must have push access to view repository collaborators.');
  return { status: 204, headers: {}, body: '' };
};

export const readTree: Handler = async (call) => {
  const { hub, query } = call;
  const found = await hub.objects.read(`${param(call, 'tree_sha')}^{tree}`);
  if (found === undefined) throw notFound();
  const recursive = query.has('recursive') ? ['-r', '-t'] : [];
  const listed = await hub.git(['ls-tree', '-z', '-l', ...recursive, found.oid]);
  const tree = listed
    .split('\0')
    .filter(Boolean)
    .map((line) => {
      const [facts = '', path = ''] = line.split('\t');
      const [mode = '', type = '', sha = '', size = '-'] = facts.split(/ +/u);
      const url = `${repositoryApi(hub)}/git/${type}s/${sha}`;
      return size === '-'
        ? { path, mode, type, sha, url }
        : { path, mode, type, sha, url, size: Number(size) };
    });
  const url = `${repositoryApi(hub)}/git/trees/${found.oid}`;
  return restAnswer(200, { sha: found.oid, url, tree, truncated: false });
};

export const readBlob: Handler = async (call) => {
  const { hub, accept } = call;
  const sha = param(call, 'file_sha');
  const found = await hub.objects.read(sha);
  if (found?.type !== 'blob') throw notFound();
  if (accept.includes('raw')) {
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: found.bytes };
  }
  return restAnswer(200, {
    sha,
    node_id: `B_${sha}`,
    url: `${repositoryApi(hub)}/git/blobs/${sha}`,
    size: found.bytes.length,
    content: found.bytes.toString('base64'),
    encoding: 'base64',
  });
};

export const readContents: Handler = async (call) => {
  const { hub, accept } = call;
  const path = param(call, 'path');
  const ref = call.query.get('ref') ?? hub.branch;
  const found = await hub.objects.read(`${ref}:${path}`);
  if (found?.type !== 'blob') throw notFound();
  if (accept.includes('raw')) {
    return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: found.bytes };
  }
  return restAnswer(200, {
    ...entry(call, path, ref, found.oid, found.bytes),
    content: found.bytes.toString('base64'),
    encoding: 'base64',
  });
};

function entry(
  { hub }: Parameters<Handler>[0],
  path: string,
  ref: string,
  sha: string,
  bytes: Buffer,
): object {
  const url = `${apiOf(hub)}/repos/${hub.owner}/${hub.name}/contents/${path}?ref=${ref}`;
  const html = `${repositoryUrl(hub)}/blob/${ref}/${path}`;
  const git = `${repositoryApi(hub)}/git/blobs/${sha}`;
  return {
    type: 'file',
    name: path.split('/').at(-1),
    path,
    sha,
    size: bytes.length,
    url,
    html_url: html,
    git_url: git,
    download_url: html,
    _links: { self: url, html, git },
  };
}

const contentsBody = z.object({
  message: z.string(),
  content: z.string(),
  sha: z.string().optional(),
  branch: z.string().optional(),
});

export const writeContents: Handler = async (call) => {
  mustWrite(call);
  const { hub, user } = call;
  const path = param(call, 'path');
  const { message, content, sha, branch = hub.branch } = contentsBody.parse(call.body);
  const tip = await tipOf(hub, branch);
  if (tip === undefined) throw new Refusal(404, `Branch ${branch} not found`);
  if (!admitWrite(hub, branch, user, 'PUT contents')) {
    throw new Refusal(409, 'Could not create file: Changes must be made through a pull request.');
  }
  const before = await hub.objects.read(`${tip}:${path}`);
  if (before !== undefined && sha === undefined)
    throw new Refusal(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  if (before?.oid !== sha) throw new Refusal(409, `${path} does not match ${sha ?? ''}`);
  const bytes = Buffer.from(content, 'base64');
  const commit = await commitFiles(hub, tip, { additions: [{ path, bytes }], deletions: [] }, message, user);
  await moveBranch(hub, branch, commit);
  const written = hub.objects.write(bytes);
  return restAnswer(before === undefined ? 201 : 200, {
    content: entry(call, path, branch, written, bytes),
    commit: { sha: commit, message, html_url: `${repositoryUrl(hub)}/commit/${commit}` },
  });
};
