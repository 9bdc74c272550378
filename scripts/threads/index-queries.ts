import { z } from 'zod';
import { listOf, page, total, type Query } from './query.ts';

const repository = '$owner: String!, $name: String!';

/** Which categories of discussions a repository has. GitHub allows 25. */
export const categoriesQuery = {
  text: `query Categories(${repository}) {
  repository(owner: $owner, name: $name) {
    nameWithOwner
    hasDiscussionsEnabled
    discussionCategories(first: 100) { totalCount nodes { id name } }
  }
}`,
  answer: z.object({
    repository: z.object({
      nameWithOwner: z.string(),
      hasDiscussionsEnabled: z.boolean(),
      discussionCategories: total.extend({ nodes: z.array(z.object({ id: z.string(), name: z.string() })) }),
    }),
  }),
} satisfies Query<z.ZodType>;

export const indexRow = z.object({
  id: z.string(),
  number: z.number(),
  title: z.string(),
  body: z.string(),
  updatedAt: z.string(),
  locked: z.boolean(),
  closed: z.boolean(),
  upvoteCount: z.number(),
  category: z.object({ name: z.string(), isAnswerable: z.boolean() }),
  labels: z.object({ nodes: z.array(z.object({ name: z.string() })) }).nullable(),
  answer: z.object({ id: z.string() }).nullable(),
  answerChosenAt: z.string().nullable(),
  poll: z.object({ totalVoteCount: z.number() }).nullable(),
  reactions: total,
  comments: z.object({
    totalCount: z.number(),
    nodes: z.array(
      z.object({
        id: z.string(),
        lastEditedAt: z.string().nullable(),
        deletedAt: z.string().nullable(),
        isMinimized: z.boolean(),
        upvoteCount: z.number(),
        replies: total,
      }),
    ),
  }),
});

/** What the index says of a discussion: enough to see whether its snapshot is still true. */
export type IndexRow = z.output<typeof indexRow>;

/**
 * The discussions of a category, oldest first: nothing that happens to one of them moves it to another page. A reply, an
 * edit or a moderator does not always touch `updatedAt`; in the newest comments, where that happens most, they show.
 */
export const indexQuery = {
  text: `query Index(${repository}, $categoryId: ID!, $first: Int!, $cursor: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: $first, after: $cursor, categoryId: $categoryId, orderBy: { field: CREATED_AT, direction: ASC }) {
      ${page}
      nodes {
        id number title body updatedAt locked closed upvoteCount
        category { name isAnswerable }
        labels(first: 100) { nodes { name } }
        answer { id }
        answerChosenAt
        poll { totalVoteCount }
        reactions { totalCount }
        comments(last: 10) {
          totalCount
          nodes { id lastEditedAt deletedAt isMinimized upvoteCount replies { totalCount } }
        }
      }
    }
  }
}`,
  answer: z.object({ repository: z.object({ discussions: listOf(indexRow) }) }),
} satisfies Query<z.ZodType>;

const place = z.object({
  category: z.object({ name: z.string() }),
  repository: z.object({ nameWithOwner: z.string() }),
});
const placeFields = 'category { name } repository { nameWithOwner }';

/** What has become of discussions that the index does not have, and of remarks that a discussion does not have. */
export const whereaboutsQuery = {
  text: `query Whereabouts($ids: [ID!]!) {
  nodes(ids: $ids) {
    __typename
    ... on Discussion { ${placeFields} }
    ... on DiscussionComment { discussion { ${placeFields} } }
  }
}`,
  answer: z.object({
    nodes: z.array(
      z
        .union([
          place.extend({ __typename: z.literal('Discussion') }),
          z.object({ __typename: z.literal('DiscussionComment'), discussion: place.nullable() }),
        ])
        .nullable(),
    ),
  }),
} satisfies Query<z.ZodType>;
