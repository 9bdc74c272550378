import { z } from 'zod';
import { listOf, page, type Query } from '../threads/query.ts';

const account = z
  .object({ __typename: z.string(), login: z.string(), name: z.string().nullish() })
  .nullable();
/** Somebody, or a program, on the forge; nobody when the account is gone. */
export type Account = z.output<typeof account>;
const accountFields = '__typename login ... on User { name }';

const associated = z.object({
  oid: z.string(),
  associatedPullRequests: z.object({
    totalCount: z.number(),
    nodes: z.array(
      z.object({ number: z.number(), mergedAt: z.iso.datetime().nullable(), baseRefName: z.string() }),
    ),
  }),
});

/** Of which pull requests commits are. What the forge does not know, or is no commit, is null or empty. */
export function commitsQuery(count: number) {
  const places = Array.from({ length: count }, (_, index) => index);
  return {
    text: `query Commits($owner: String!, $name: String!, ${places.map((at) => `$c${at}: GitObjectID!`).join(', ')}) {
  repository(owner: $owner, name: $name) {
    ${places.map((at) => `c${at}: object(oid: $c${at}) { ...CommitFields }`).join('\n    ')}
  }
}
fragment CommitFields on Commit {
  oid
  associatedPullRequests(first: 10) { totalCount nodes { number mergedAt baseRefName } }
}`,
    answer: z.object({
      repository: z.record(z.string(), z.union([associated, z.strictObject({})]).nullable()),
    }),
  } satisfies Query<z.ZodType>;
}

const review = z.object({
  state: z.string(),
  submittedAt: z.iso.datetime().nullable(),
  authorCanPushToRepository: z.boolean(),
  author: account,
  commit: z.object({ oid: z.string() }).nullable(),
});
const pullCommit = z.object({
  commit: z.object({
    oid: z.string(),
    authors: z.object({
      nodes: z.array(
        z.object({ name: z.string().nullable(), user: z.object({ login: z.string() }).nullable() }),
      ),
    }),
  }),
});
const pull = z.object({
  number: z.number(),
  title: z.string(),
  url: z.url(),
  mergedAt: z.iso.datetime(),
  headRefOid: z.string(),
  author: account,
  mergedBy: account,
  reviews: listOf(review),
  commits: listOf(pullCommit),
});

/** A pull request as the forge tells it, with the first of its reviews and commits. */
export type ForgePull = z.output<typeof pull>;

const reviewFields = `state submittedAt authorCanPushToRepository author { ${accountFields} } commit { oid }`;
// Each commit has a list of authors, and each list costs.
const commitFields = 'commit { oid authors(first: 10) { nodes { name user { login } } } }';
const states = 'states: [APPROVED, CHANGES_REQUESTED, DISMISSED]';

/** Pull requests by their numbers, with who approved them and who wrote in them. */
export function pullsQuery(count: number) {
  const places = Array.from({ length: count }, (_, index) => index);
  return {
    text: `query Pulls($owner: String!, $name: String!, ${places.map((at) => `$p${at}: Int!`).join(', ')}) {
  repository(owner: $owner, name: $name) {
    ${places.map((at) => `p${at}: pullRequest(number: $p${at}) { ...PullFields }`).join('\n    ')}
  }
}
fragment PullFields on PullRequest {
  number title url mergedAt headRefOid
  author { ${accountFields} }
  mergedBy { ${accountFields} }
  reviews(first: 50, ${states}) { ${page} nodes { ${reviewFields} } }
  commits(first: 50) { ${page} nodes { ${commitFields} } }
}`,
    answer: z.object({ repository: z.record(z.string(), pull) }),
  } satisfies Query<z.ZodType>;
}

const one = '$owner: String!, $name: String!, $number: Int!, $cursor: String';

/** More reviews of a pull request. */
export const reviewsQuery = {
  text: `query Reviews(${one}) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { reviews(first: 100, after: $cursor, ${states}) { ${page} nodes { ${reviewFields} } } }
  }
}`,
  answer: z.object({
    repository: z.object({ pullRequest: z.object({ reviews: listOf(review) }) }),
  }),
} satisfies Query<z.ZodType>;

/** More commits of a pull request. The forge shows 250 of them. */
export const pullCommitsQuery = {
  text: `query PullCommits(${one}) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) { commits(first: 100, after: $cursor) { ${page} nodes { ${commitFields} } } }
  }
}`,
  answer: z.object({
    repository: z.object({ pullRequest: z.object({ commits: listOf(pullCommit) }) }),
  }),
} satisfies Query<z.ZodType>;
