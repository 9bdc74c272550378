import { z } from 'zod';
import { reactionNames } from '../../src/model/thread.ts';
import { indexRow } from './index-queries.ts';
import { listOf, page, total, type Query } from './query.ts';

const actor = z.object({ login: z.string(), name: z.string().nullish() }).nullable();
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
