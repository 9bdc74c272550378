import type { GraphQLResolveInfo } from 'graphql/index.js';
import { connection, refused, type PageArgs } from '../../forge/connection.ts';
import { isPull, type Hub, type HubUser, type Pull } from '../hub.ts';
import { tipOf } from '../proposals.ts';
import { repositoryUrl } from '../rest/addresses.ts';
import { objectNode, refNode } from './commits.ts';
import { mutations } from './mutations.ts';
import { userNode } from './people.ts';
import { pullNode } from './pulls.ts';

interface PullArgs extends PageArgs {
  states?: readonly ('OPEN' | 'CLOSED' | 'MERGED')[] | null;
  labels?: readonly string[] | null;
  headRefName?: string | null;
  baseRefName?: string | null;
  orderBy?: { field: 'CREATED_AT' | 'UPDATED_AT'; direction: 'ASC' | 'DESC' } | null;
}

/** The object from which every query and every mutation of a person starts. */
export function graphqlRoot(hub: Hub, user: HubUser): object {
  return {
    viewer: () => userNode(hub, user.login),
    rateLimit: null,
    repository: ({ owner, name }: { owner: string; name: string }) => {
      const asked = `${owner}/${name}`;
      if (user.may === 'none' || asked.toLowerCase() !== `${hub.owner}/${hub.name}`.toLowerCase()) {
        throw refused('NOT_FOUND', `Could not resolve to a Repository with the name '${asked}'.`);
      }
      return repositoryNode(hub);
    },
    ...mutations(hub, user),
  };
}

function repositoryNode(hub: Hub): object {
  const branchNode = async (branch: string): Promise<object | null> => {
    const tip = await tipOf(hub, branch);
    return tip === undefined ? null : refNode(hub, branch, tip);
  };
  return {
    __typename: 'Repository',
    id: 'R_1',
    name: hub.name,
    nameWithOwner: `${hub.owner}/${hub.name}`,
    url: repositoryUrl(hub),
    isPrivate: true,
    defaultBranchRef: () => branchNode(hub.branch),
    ref: ({ qualifiedName }: { qualifiedName: string }) =>
      branchNode(qualifiedName.replace(/^refs\/heads\//u, '')),
    object: ({ oid, expression }: { oid?: string | null; expression?: string | null }) =>
      objectNode(hub, oid ?? expression ?? ''),
    pullRequest: ({ number }: { number: number }) => {
      const found = hub.tickets.filter(isPull).find((pull) => pull.number === number);
      if (found !== undefined) return pullNode(hub, found);
      throw refused('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`);
    },
    pullRequests: (args: PullArgs, _: unknown, info: GraphQLResolveInfo) => {
      const byUpdate = args.orderBy?.field === 'UPDATED_AT';
      return connection(
        {
          items: hub.tickets.filter(isPull).filter((pull) => isAsked(pull, args)),
          keyOf: (pull) => [byUpdate ? pull.updatedAt : pull.createdAt, pull.number],
          descending: args.orderBy?.direction === 'DESC',
          view: (pull) => pullNode(hub, pull),
        },
        args,
        info,
      );
    },
  };
}

function isAsked(pull: Pull, { states, labels, headRefName, baseRefName }: PullArgs): boolean {
  const state = pull.pull.merged !== null ? 'MERGED' : pull.state === 'open' ? 'OPEN' : 'CLOSED';
  return (
    (states == null || states.includes(state)) &&
    (labels == null || labels.some((label) => pull.labels.includes(label))) &&
    (headRefName == null || headRefName === pull.pull.head) &&
    (baseRefName == null || baseRefName === pull.pull.base)
  );
}
