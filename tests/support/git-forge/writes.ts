import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openGit, type Git } from '../../../src/source/git.ts';
import type { Hub, HubUser, Pull } from './hub.ts';
import { timeIn, touch } from './hub.ts';
import { baseOf, closePull, headOf, tipOf } from './proposals.ts';
import { Refusal } from './rest/refusal.ts';

/** Refuses, and writes down, what goes to the protected branch other than by a merge. */
export function admitWrite(hub: Hub, branch: string, by: HubUser, operation: string): boolean {
  if (branch !== hub.branch) return true;
  hub.refused.push({ branch, by: by.login, operation });
  return false;
}

export function mayWrite({ may }: HubUser): boolean {
  return may === 'admin' || may === 'write';
}

export interface FileChanges {
  additions: readonly { path: string; bytes: Buffer }[];
  deletions: readonly string[];
}

/** One commit on top of another, written by the forge for a person. Gives its id; no branch moves. */
export async function commitFiles(
  hub: Hub,
  parent: string,
  { additions, deletions }: FileChanges,
  message: string,
  by: HubUser,
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'git-forge-'));
  try {
    const git = gitAs(hub, by, { GIT_INDEX_FILE: join(folder, 'index') });
    await git(['read-tree', parent]);
    const updates = [
      ...deletions.map((path) => `0 ${'0'.repeat(40)}\t${path}`),
      ...additions.map(({ path, bytes }) => `100644 ${hub.objects.write(bytes)}\t${path}`),
    ];
    await git(['update-index', '-z', '--index-info'], updates.map((line) => `${line}\0`).join(''));
    const tree = (await git(['write-tree'])).trim();
    return (await git(['commit-tree', tree, '-p', parent], message)).trim();
  } finally {
    await rm(folder, { recursive: true });
  }
}

function gitAs(hub: Hub, { login, name }: HubUser, more: Record<string, string> = {}): Git {
  const email = `${login}@users.noreply.example.com`;
  const date = timeIn(hub);
  return openGit(hub.dir, {
    ...process.env,
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
    ...more,
  });
}

export async function moveBranch(hub: Hub, branch: string, to: string): Promise<void> {
  await hub.git(['update-ref', `refs/heads/${branch}`, to]);
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Merges it as the forge does, and gives the commit. */
export async function mergePull(
  hub: Hub,
  pull: Pull,
  by: HubUser,
  { method = 'merge', title, message = '' }: { method?: MergeMethod; title?: string; message?: string } = {},
): Promise<string> {
  if (pull.state !== 'open') throw new Refusal(405, 'Pull Request is not mergeable');
  if (pull.pull.draft) throw new Refusal(405, 'Pull Request is still a draft');
  if (method === 'rebase') throw new Refusal(405, 'Rebase merges are not allowed on this repository.');
  const [head, base] = [await headOf(hub, pull), await baseOf(hub, pull)];
  const tree = await hub.git(['merge-tree', '--write-tree', base, head]).catch(() => undefined);
  if (tree === undefined) throw new Refusal(405, 'Pull Request is not mergeable');
  const usual =
    method === 'squash'
      ? `${pull.title} (#${pull.number})`
      : `Merge pull request #${pull.number} from ${hub.owner}/${pull.pull.head}`;
  const parents = method === 'squash' ? ['-p', base] : ['-p', base, '-p', head];
  const words = [title ?? usual, message].filter((part) => part !== '').join('\n\n');
  const commit = (await gitAs(hub, by)(['commit-tree', tree.trim(), ...parents], words)).trim();
  await closePull(hub, pull, by);
  pull.pull.merged = { at: timeIn(hub), by: by.login, commit };
  await moveBranch(hub, pull.pull.base, commit);
  touch(hub, pull);
  return commit;
}

/** Makes a branch; says why not when it cannot. */
export async function createBranch(hub: Hub, branch: string, oid: string): Promise<string | undefined> {
  if ((await tipOf(hub, branch)) !== undefined) return 'Reference already exists';
  if ((await hub.objects.read(oid))?.type !== 'commit') return 'Object does not exist';
  const made = await hub.git(['update-ref', `refs/heads/${branch}`, oid, '']).catch(() => undefined);
  return made === undefined ? `Reference name is invalid` : undefined;
}
