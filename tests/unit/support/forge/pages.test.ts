import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../support/forge/ask.ts';
import { addComment, deleteRemark, minimizeRemark, touch } from '../../../support/forge/changes.ts';
import { removeDiscussion, renameCategory, transferDiscussion } from '../../../support/forge/manage.ts';
import { createStore } from '../../../support/forge/seed.ts';
import { startForge, type Forge } from '../../../support/forge/start-forge.ts';
import { addCategory, categoryNamed, discussionTitled, type Store } from '../../../support/forge/store.ts';

let forge: Forge | undefined;
afterEach(() => forge?.close());

const page = z.object({
  totalCount: z.number(),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(z.object({ id: z.string() })),
});

/** The ids on each page of a list, with something done between two pages. */
async function pagesOf(
  store: Store,
  holder: (list: string) => string,
  field: string,
  between: (pages: number) => void = () => undefined,
): Promise<string[][]> {
  const started = await startForge({ store });
  forge = started;
  const pages: string[][] = [];
  let after: string | null = null;
  for (;;) {
    const { data } = await ask(
      started,
      `query Page($after: String) ${holder(`${field} { totalCount pageInfo { hasNextPage endCursor } nodes { id } }`)}`,
      { variables: { after } },
    );
    const answer = z.object({ at: z.record(z.string(), page) }).parse(data);
    const [list] = Object.values(answer.at);
    if (list === undefined) throw new Error('The answer has no list.');
    pages.push(list.nodes.map(({ id }) => id));
    if (!list.pageInfo.hasNextPage) return pages;
    after = list.pageInfo.endCursor;
    between(pages.length);
  }
}

const inRepository = (list: string): string =>
  `{ at: repository(owner: "Kestrel-Quay", name: "watercooler") { ${list} } }`;
const newestFirst = 'discussions(first: 5, after: $after)';
const oldestFirst = 'discussions(first: 5, after: $after, orderBy: { field: CREATED_AT, direction: ASC })';

test('gives every discussion once, the one that changed last before the others', async () => {
  const store = createStore(2);

  const pages = await pagesOf(store, inRepository, newestFirst);

  expect(pages.map((ids) => ids.length)).toEqual([5, 5, 2]);
  const byUpdate = [...store.discussions].sort(
    (one, other) => other.updatedAt.localeCompare(one.updatedAt) || other.databaseId - one.databaseId,
  );
  expect(pages.flat()).toEqual(byUpdate.map(({ id }) => id));
});

test('does not show a discussion that moves to the front while the pages behind are read', async () => {
  const store = createStore(2);
  const [oldest] = [...store.discussions].sort((one, other) => one.updatedAt.localeCompare(other.updatedAt));
  if (oldest === undefined) throw new Error('The store is empty.');

  const pages = await pagesOf(store, inRepository, newestFirst, () => {
    store.now += 1;
    touch(store, oldest);
  });

  expect(pages.flat()).toHaveLength(11);
  expect(pages.flat()).not.toContain(oldest.id);
});

test('goes on behind a discussion that was removed meanwhile', async () => {
  const store = createStore(2);
  const ids = store.discussions.map(({ id }) => id);

  const pages = await pagesOf(store, inRepository, oldestFirst, (count) => {
    const last = store.discussions[4];
    if (count === 1 && last !== undefined) removeDiscussion(store, last);
  });

  expect(pages.flat()).toEqual(ids);
});

test('gives only the discussions of a category', async () => {
  const store = createStore(2);
  const { id } = categoryNamed(store, 'Questions');

  const pages = await pagesOf(
    store,
    inRepository,
    `discussions(first: 100, after: $after, categoryId: "${id}")`,
  );

  expect(pages.flat().sort()).toEqual(
    store.discussions
      .filter(({ category }) => category.name === 'Questions')
      .map((discussion) => discussion.id)
      .sort(),
  );
});

test('gives every comment of a long thread in order, with those that are added meanwhile', async () => {
  const store = createStore(2);
  const thread = discussionTitled(store, 'post-0001');

  const pages = await pagesOf(
    store,
    (list) => `{ at: node(id: "${thread.id}") { ... on Discussion { ${list} } } }`,
    'comments(first: 50, after: $after)',
    () => addComment(store, thread, { body: 'One more.' }),
  );

  expect(pages.map((ids) => ids.length)).toEqual([50, 50, 7]);
  expect(pages.flat()).toEqual(thread.comments.map(({ id }) => id));
});

test('gives the newest comments, and goes backwards from there', async () => {
  const store = createStore(2);
  const thread = discussionTitled(store, 'post-0001');
  forge = await startForge({ store });
  const lastThree = async (before: string) =>
    (
      await ask(
        { url: forge?.url ?? '' },
        `{ node(id: "${thread.id}") { ... on Discussion { comments(last: 3${before}) { pageInfo { startCursor hasPreviousPage hasNextPage } nodes { id } } } } }`,
      )
    ).data;
  const ids = thread.comments.map(({ id }) => ({ id }));

  const newest = await lastThree('');
  const { startCursor } = z
    .object({ node: z.object({ comments: z.object({ pageInfo: z.object({ startCursor: z.string() }) }) }) })
    .parse(newest).node.comments.pageInfo;

  expect(newest).toMatchObject({
    node: { comments: { nodes: ids.slice(-3), pageInfo: { hasPreviousPage: true, hasNextPage: false } } },
  });
  expect(await lastThree(`, before: "${startCursor}"`)).toMatchObject({
    node: { comments: { nodes: ids.slice(-6, -3), pageInfo: { hasNextPage: true } } },
  });
});

test('shows what was taken away as the forge does', async () => {
  const store = createStore(2);
  const thread = discussionTitled(store, 'post-0001');
  const [first, second] = thread.comments;
  if (first === undefined || second === undefined) throw new Error('The thread is too short.');
  first.replies.push(second);
  deleteRemark(store, first);
  minimizeRemark(store, second, 'off-topic');
  const [, , gone, moved] = store.discussions;
  if (gone === undefined || moved === undefined) throw new Error('The store is too small.');
  removeDiscussion(store, gone);
  transferDiscussion(store, moved, 'kestrel-quay/handbook');
  forge = await startForge({ store });

  const { data } = await ask(
    forge,
    `query Taken($ids: [ID!]!) { nodes(ids: $ids) {
      ... on DiscussionComment { deletedAt body author { login } isMinimized minimizedReason }
      ... on Discussion { repository { nameWithOwner } }
    } }`,
    { variables: { ids: [first.id, second.id, gone.id, moved.id] } },
  );

  expect(data).toMatchObject({
    nodes: [
      { deletedAt: first.deletedAt, body: '', author: null },
      { deletedAt: null, body: second.body, isMinimized: true, minimizedReason: 'off-topic' },
      null,
      { repository: { nameWithOwner: 'kestrel-quay/handbook' } },
    ],
  });
});

test('lists the categories by the names that they have now', async () => {
  const store = createStore(2);
  renameCategory(categoryNamed(store, 'Questions'), 'Ask & answer');
  addCategory(store, 'Archive');
  forge = await startForge({ store });

  const { data } = await ask(
    forge,
    inRepository('discussionCategories(first: 25) { nodes { name slug isAnswerable } }'),
  );

  expect(data).toEqual({
    at: {
      discussionCategories: {
        nodes: [
          { name: 'Watercooler', slug: 'watercooler', isAnswerable: false },
          { name: 'Ask & answer', slug: 'ask-answer', isAnswerable: true },
          { name: 'Ideas', slug: 'ideas', isAnswerable: false },
          { name: 'Polls', slug: 'polls', isAnswerable: false },
          { name: 'Archive', slug: 'archive', isAnswerable: false },
        ],
      },
    },
  });
});

test('has no discussions where they are switched off', async () => {
  const store = createStore(2);
  store.hasDiscussions = false;
  forge = await startForge({ store });

  const { data, errors } = await ask(
    forge,
    inRepository(
      `hasDiscussionsEnabled discussions(first: 5) { totalCount nodes { id } } discussion(number: ${store.lastNumber}) { id }`,
    ),
  );

  expect(data).toEqual({
    at: { hasDiscussionsEnabled: false, discussions: { totalCount: 0, nodes: [] }, discussion: null },
  });
  expect(errors).toMatchObject([{ type: 'NOT_FOUND', path: ['at', 'discussion'] }]);
});
