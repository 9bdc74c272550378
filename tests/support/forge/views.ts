import type { GraphQLResolveInfo } from 'graphql/index.js';
import { connection, type PageArgs } from './connection.ts';
import type { Category, Discussion, Person, Poll, Reaction, Remark, Store } from './store.ts';
import { rendered } from './words.ts';

const reactionOrder: readonly Reaction[] = [
  'THUMBS_UP',
  'THUMBS_DOWN',
  'LAUGH',
  'HOORAY',
  'CONFUSED',
  'HEART',
  'ROCKET',
  'EYES',
];

/** What the API shows of each thing. A field that is missing here is refused by name, see execute.ts. */
export function discussionView(store: Store, discussion: Discussion): object {
  const { answer, category, poll, number } = discussion;
  const answerable = category.answerable;
  return {
    __typename: 'Discussion',
    ...writtenView(store, discussion),
    number,
    title: discussion.title,
    url: `${store.url}/discussions/${number}`,
    resourcePath: `/${store.owner}/${store.name}/discussions/${number}`,
    locked: discussion.locked,
    activeLockReason: null,
    closed: discussion.closed,
    closedAt: discussion.closed ? discussion.updatedAt : null,
    stateReason: discussion.closed ? 'RESOLVED' : null,
    isAnswered: answerable ? answer !== null : null,
    answer: () => (answerable && answer !== null ? remarkView(store, answer) : null),
    answerChosenAt: answerable ? discussion.answerChosenAt : null,
    category: () => categoryView(category),
    repository: () => {
      const nameWithOwner = discussion.movedTo ?? `${store.owner}/${store.name}`;
      return { __typename: 'Repository', nameWithOwner, name: nameWithOwner.split('/')[1] };
    },
    labels: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        {
          items: discussion.labels,
          keyOf: (label) => [label],
          view: (name) => ({ __typename: 'Label', id: `LA_${name}`, name, color: 'ededed' }),
        },
        args,
        info,
      ),
    poll: () => (poll === null ? null : pollView(discussion.id, poll)),
    comments: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      remarks(store, discussion.comments, args, info),
  };
}

export function remarkView(store: Store, remark: Remark): object {
  const { discussion, replyTo } = remark;
  const path = `/discussions/${discussion.number}#discussioncomment-${remark.databaseId}`;
  return {
    __typename: 'DiscussionComment',
    ...writtenView(store, remark),
    url: store.url + path,
    resourcePath: `/${store.owner}/${store.name}${path}`,
    deletedAt: remark.deletedAt,
    isAnswer: discussion.answer === remark,
    isMinimized: remark.minimized !== null,
    minimizedReason: remark.minimized,
    discussion: () => discussionView(store, discussion),
    replyTo: () => (replyTo === null ? null : remarkView(store, replyTo)),
    replies: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      remarks(store, remark.replies, args, info),
  };
}

export function categoryView({ id, name, answerable }: Category): object {
  return {
    __typename: 'DiscussionCategory',
    id,
    name,
    slug: name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-'),
    description: null,
    emoji: ':coffee:',
    isAnswerable: answerable,
  };
}

function remarks(store: Store, items: readonly Remark[], args: PageArgs, info: GraphQLResolveInfo): object {
  return connection(
    { items, keyOf: ({ databaseId }) => [databaseId], view: (item) => remarkView(store, item) },
    args,
    info,
  );
}

function writtenView(store: Store, written: Discussion | Remark): object {
  const { author, body, createdAt, lastEditedAt, reactions } = written;
  return {
    id: written.id,
    databaseId: written.databaseId,
    author: author === null ? null : personView(store, author),
    body,
    bodyHTML: () => rendered(body),
    createdAt,
    publishedAt: createdAt,
    updatedAt: written.updatedAt,
    lastEditedAt,
    includesCreatedEdit: lastEditedAt !== null,
    upvoteCount: written.upvotes,
    reactions: { totalCount: [...reactions.values()].reduce((sum, count) => sum + count, 0) },
    // The forge lists every reaction, also those that nobody gave.
    reactionGroups: () =>
      reactionOrder.map((content) => {
        const counted = { totalCount: reactions.get(content) ?? 0 };
        return { content, createdAt: null, reactors: counted, users: counted, viewerHasReacted: false };
      }),
  };
}

function personView(store: Store, { kind, login, name }: Person): object {
  const origin = new URL(store.url).origin;
  const path = kind === 'Bot' ? `/apps/${login}` : `/${login}`;
  return {
    __typename: kind,
    id: `${kind === 'Bot' ? 'BOT' : 'U'}_${login}`,
    login,
    ...(kind === 'User' ? { name } : {}),
    url: origin + path,
    resourcePath: path,
    avatarUrl: `https://avatars.githubusercontent.com/${login}`,
  };
}

function pollView(id: string, { question, options }: Poll): object {
  const total = options.reduce((sum, { votes }) => sum + votes, 0);
  return {
    __typename: 'DiscussionPoll',
    id: `DP_${id}`,
    question,
    totalVoteCount: total,
    viewerHasVoted: false,
    options: (args: PageArgs, _: unknown, info: GraphQLResolveInfo) =>
      connection(
        {
          items: [...options.entries()],
          keyOf: ([index]) => [index],
          view: ([index, { label, votes }]) => ({
            __typename: 'DiscussionPollOption',
            id: `DPO_${id}_${index}`,
            option: label,
            totalVoteCount: votes,
            viewerHasVoted: false,
          }),
        },
        args,
        info,
      ),
  };
}
