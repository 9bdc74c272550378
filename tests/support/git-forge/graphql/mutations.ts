import { refused } from '../../forge/connection.ts';
import { isPull, touch, type Hub, type HubUser, type Pull } from '../hub.ts';
import { tipOf } from '../proposals.ts';
import { admitWrite, commitFiles, createBranch, mayWrite, moveBranch } from '../writes.ts';
import { commitNode, refNode } from './commits.ts';
import { pullNode } from './pulls.ts';

interface CommitInput {
  branch: { repositoryNameWithOwner?: string | null; branchName?: string | null };
  expectedHeadOid: string;
  fileChanges?: {
    additions?: readonly { path: string; contents: string }[] | null;
    deletions?: readonly { path: string }[] | null;
  } | null;
  message: { headline: string; body?: string | null };
}

/** What a person may change by GraphQL. The schema has checked the inputs. */
export function mutations(hub: Hub, user: HubUser): object {
  const mustWrite = (): void => {
    if (!mayWrite(user)) throw refused('FORBIDDEN', 'Resource not accessible by personal access token');
  };
  const draft =
    (isDraft: boolean) =>
    ({ input }: { input: { pullRequestId: string } }) => {
      mustWrite();
      const pull = pullWithId(hub, input.pullRequestId);
      pull.pull.draft = isDraft;
      touch(hub, pull);
      return { pullRequest: () => pullNode(hub, pull) };
    };
  return {
    createRef: async ({ input }: { input: { name: string; oid: string; repositoryId: string } }) => {
      mustWrite();
      if (!input.name.startsWith('refs/heads/'))
        throw refused('UNPROCESSABLE', `${input.name} is not a valid ref name.`);
      const branch = input.name.slice('refs/heads/'.length);
      const problem = await createBranch(hub, branch, input.oid);
      if (problem !== undefined) {
        throw refused('UNPROCESSABLE', `A ref named "${input.name}" cannot be created: ${problem}.`);
      }
      return { ref: () => refNode(hub, branch, input.oid) };
    },
    createCommitOnBranch: async ({ input }: { input: CommitInput }) => {
      mustWrite();
      const { branch, expectedHeadOid, fileChanges, message } = input;
      const name = branch.branchName ?? '';
      const wanted =
        (branch.repositoryNameWithOwner ?? '').toLowerCase() === `${hub.owner}/${hub.name}`.toLowerCase();
      const tip = wanted ? await tipOf(hub, name) : undefined;
      if (tip === undefined) throw refused('NOT_FOUND', `No such branch in the repository.`);
      if (tip !== expectedHeadOid) {
        throw refused(
          'STALE_DATA',
          `Expected branch to point to "${expectedHeadOid}" but it did not. Pull and try again.`,
        );
      }
      if (!admitWrite(hub, name, user, 'createCommitOnBranch')) {
        throw refused('UNPROCESSABLE', 'Changes must be made through a pull request.');
      }
      const additions = (fileChanges?.additions ?? []).map(({ path, contents }) => ({
        path,
        bytes: Buffer.from(contents, 'base64'),
      }));
      const deletions = (fileChanges?.deletions ?? []).map(({ path }) => path);
      const words = [message.headline, message.body ?? ''].filter((part) => part !== '').join('\n\n');
      const oid = await commitFiles(hub, tip, { additions, deletions }, words, user);
      await moveBranch(hub, name, oid);
      touchPullsFrom(hub, name);
      return { commit: () => commitNode(hub, oid), ref: () => refNode(hub, name, oid) };
    },
    markPullRequestReadyForReview: draft(false),
    convertPullRequestToDraft: draft(true),
  };
}

function pullWithId(hub: Hub, id: string): Pull {
  const found = hub.tickets.filter(isPull).find((pull) => `PR_${pull.id}` === id);
  if (found === undefined)
    throw refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`);
  return found;
}

function touchPullsFrom(hub: Hub, branch: string): void {
  for (const pull of hub.tickets.filter(isPull)) {
    if (pull.state === 'open' && pull.pull.head === branch) touch(hub, pull);
  }
}
