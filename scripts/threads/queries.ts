import { z } from 'zod';
import { reactionNames } from '../../src/model/thread.ts';

const total = z.object({ totalCount: z.number() });
const actor = z.object({ login: z.string(), name: z.string().nullish() }).nullable();

/** Connections say whether there is more. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    totalCount: z.number(),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    nodes: z.array(item),
  });
}

/** A question to the forge, and what its answer has to look like. */
export interface Query<Answer extends z.ZodType> {
  text: string;
  answer: Answer;
}

const repository = '$owner: String!, $name: String!';
const page = 'totalCount pageInfo { hasNextPage endCursor }';

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

const indexRow = z.object({
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

const remark = z.object({
  id: z.string(),
  url: z.string(),
  author: actor,
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  deletedAt: z.string().nullable(),
  isMinimized: z.boolean(),
  minimizedReason: z.string().nullable(),
  body: z.string(),
  bodyHTML: z.string(),
  upvoteCount: z.number(),
  reactionGroups: z.array(z.object({ content: z.enum(reactionNames), reactors: total })).nullable(),
});
const comment = remark.extend({ replies: listOf(remark) });
const opening = indexRow.omit({ poll: true, reactions: true, comments: true }).extend({
  url: z.string(),
  author: actor,
  createdAt: z.string(),
  lastEditedAt: z.string().nullable(),
  bodyHTML: z.string(),
  reactionGroups: remark.shape.reactionGroups,
  poll: z
    .object({
      question: z.string(),
      totalVoteCount: z.number(),
      options: z
        .object({ nodes: z.array(z.object({ option: z.string(), totalVoteCount: z.number() })) })
        .nullable(),
    })
    .nullable(),
});

export type ForgeRemark = z.output<typeof remark>;
export type ForgeComment = z.output<typeof comment>;
/** A discussion as the forge tells it, with the first of its comments, and of each the first replies. */
export type ForgeThread = z.output<typeof opening> & { comments: z.output<typeof commentList> };
const commentList = listOf(comment);

const who = 'author { login ... on User { name } ... on Organization { name } }';
const reactionGroups = 'reactionGroups { content reactors { totalCount } }';
const remarkFields = `
fragment RemarkFields on DiscussionComment {
  id url createdAt lastEditedAt deletedAt isMinimized minimizedReason body bodyHTML upvoteCount
  ${who}
  ${reactionGroups}
}`;
const commentFields = `
fragment CommentFields on DiscussionComment {
  ...RemarkFields
  replies(first: 20) { ${page} nodes { ...RemarkFields } }
}${remarkFields}`;

/** Several discussions whole, as far as they fit. */
export const threadsQuery = {
  text: `query Threads($ids: [ID!]!, $comments: Int!) {
  nodes(ids: $ids) {
    ... on Discussion {
      id number url title body bodyHTML createdAt updatedAt lastEditedAt locked closed upvoteCount answerChosenAt
      ${who}
      ${reactionGroups}
      category { name isAnswerable }
      labels(first: 100) { nodes { name } }
      answer { id }
      poll { question totalVoteCount options(first: 20) { nodes { option totalVoteCount } } }
      comments(first: $comments) { ${page} nodes { ...CommentFields } }
    }
  }
}${commentFields}`,
  answer: z.object({ nodes: z.array(opening.extend({ comments: commentList }).nullable()) }),
} satisfies Query<z.ZodType>;

/** More comments of a discussion, and when it last changed: a list that changes while it is read is read again. */
export const commentsQuery = {
  text: `query Comments($id: ID!, $cursor: String) {
  node(id: $id) {
    ... on Discussion { updatedAt comments(first: 100, after: $cursor) { ${page} nodes { ...CommentFields } } }
  }
}${commentFields}`,
  answer: z.object({ node: z.object({ updatedAt: z.string(), comments: commentList }) }),
} satisfies Query<z.ZodType>;

/** More replies to a comment. */
export const repliesQuery = {
  text: `query Replies($id: ID!, $cursor: String) {
  node(id: $id) {
    ... on DiscussionComment { replies(first: 100, after: $cursor) { ${page} nodes { ...RemarkFields } } }
  }
}${remarkFields}`,
  answer: z.object({ node: z.object({ replies: listOf(remark) }) }),
} satisfies Query<z.ZodType>;
