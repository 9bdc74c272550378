import type { GraphQLResolveInfo } from 'graphql/index.js';
import { connection, type PageArgs } from '../../forge/connection.ts';
import { userNamed, type Comment, type Hub, type Pull, type Review } from '../hub.ts';
import { baseOf, commitsOf, filesOf, headOf } from '../proposals.ts';
import { mayWrite } from '../writes.ts';
import { repositoryUrl } from '../rest/addresses.ts';
import { commitNode } from './commits.ts';
import { userNode } from './people.ts';

const changeTypes = { added: 'ADDED', removed: 'DELETED', modified: 'MODIFIED', renamed: 'RENAMED' } as const;

interface ReviewArgs extends PageArgs {
  states?: readonly string[] | null;
}

/** A pull request as GraphQL shows it. A field that is missing here is refused by name. */
export function pullNode(hub: Hub, pull: Pull): object {
  const { pull: proposal, number } = pull;
  const { merged } = proposal;
  const one = <T>(items: readonly T[], view: (item: T) => object) => ({
    items: items.map((item, index) => ({ item, index })),
    keyOf: ({ index }: { index: number }) => [index],
    view: ({ item }: { item: T }) => view(item),
  });
  return {
    __typename: 'PullRequest',
    id: `PR_${pull.id}`,
    databaseId: pull.id,
    number,
    title: pull.title,
    body: pull.body ?? '',
    url: `${repositoryUrl(hub)}/pull/${number}`,
    state: merged === null ? pull.state.toUpperCase() : 'MERGED',
    closed: pull.state === 'closed',
    closedAt: pull.closedAt,
    merged: merged !== null,
    mergedAt: merged?.at ?? null,
    mergedBy: () => (merged === null ? null : userNode(hub, merged.by)),
    mergeCommit: () => (merged === null ? null : commitNode(hub, merged.commit)),
    isDraft: proposal.draft,
    isCrossRepository: false,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    author: () => userNode(hub, pull.author),
    headRefName: proposal.head,
    headRefOid: () => headOf(hub, pull),
    baseRefName: proposal.base,
    baseRefOid: () => baseOf(hub, pull),
    reviewDecision: () => decisionOf(proposal.reviews),
    labels: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        one(pull.labels, (name) => ({ __typename: 'Label', id: `LA_${name}`, name, color: 'ededed' })),
        args,
        info,
      ),
    files: async (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        one(await filesOf(hub, pull), ({ filename, status, additions, deletions }) => ({
          path: filename,
          changeType: changeTypes[status],
          additions,
          deletions,
        })),
        args,
        info,
      ),
    commits: async (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        one(await commitsOf(hub, pull), (oid) => ({ id: `PRC_${oid}`, commit: () => commitNode(hub, oid) })),
        args,
        info,
      ),
    reviews: ({ states, ...args }: ReviewArgs, _: unknown, info: GraphQLResolveInfo) => {
      const wanted = proposal.reviews.filter(({ state }) => states == null || states.includes(state));
      return connection(
        one(wanted, (review) => reviewNode(hub, pull, review)),
        args,
        info,
      );
    },
    comments: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        one(pull.comments, (comment) => commentNode(hub, comment)),
        args,
        info,
      ),
  };
}

function decisionOf(reviews: readonly Review[]): string {
  const newest = new Map(
    reviews.filter(({ state }) => state !== 'COMMENTED').map((each) => [each.author, each.state]),
  );
  if ([...newest.values()].includes('CHANGES_REQUESTED')) return 'CHANGES_REQUESTED';
  return [...newest.values()].includes('APPROVED') ? 'APPROVED' : 'REVIEW_REQUIRED';
}

function reviewNode(hub: Hub, pull: Pull, review: Review): object {
  return {
    __typename: 'PullRequestReview',
    id: `PRR_${review.id}`,
    databaseId: review.id,
    author: () => userNode(hub, review.author),
    state: review.state,
    body: review.body,
    url: `${repositoryUrl(hub)}/pull/${pull.number}#pullrequestreview-${review.id}`,
    submittedAt: review.submittedAt,
    authorCanPushToRepository: mayWrite(userNamed(hub, review.author)),
    createdAt: review.submittedAt,
    commit: () => commitNode(hub, review.commit),
  };
}

function commentNode(hub: Hub, { id, author, body, createdAt, updatedAt }: Comment): object {
  return {
    __typename: 'IssueComment',
    id: `IC_${id}`,
    databaseId: id,
    author: () => userNode(hub, author),
    body,
    createdAt,
    updatedAt,
  };
}
