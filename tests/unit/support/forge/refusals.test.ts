import { afterAll, expect, test } from 'vitest';
import { ask } from '../../../support/forge/ask.ts';
import { createStore } from '../../../support/forge/seed.ts';
import { startForge } from '../../../support/forge/start-forge.ts';

const forge = await startForge({ store: createStore(1) });
afterAll(() => forge.close());

const inRepository = (fields: string): string =>
  `{ repository(owner: "kestrel-quay", name: "watercooler") { ${fields} } }`;
const send = (path: string, init: RequestInit) => fetch(new URL(path, forge.url), init);

test('refuses a field that the published schema does not have', async () => {
  const { status, data, errors } = await ask(forge, inRepository('discussion(number: 1) { isPinned }'));

  expect(status).toBe(200);
  expect(data).toBeNull();
  expect(errors.map(({ message }) => message)).toEqual([
    "Field 'isPinned' doesn't exist on type 'Discussion'",
  ]);
});

test('refuses an argument that the published schema does not have', async () => {
  const { errors } = await ask(forge, inRepository('discussions(first: 1, label: "a") { totalCount }'));

  expect(errors.map(({ message }) => message)).toEqual([
    "Field 'discussions' doesn't accept argument 'label'",
  ]);
});

test.each([
  ['discussions { nodes { id } }', 'MISSING_PAGINATION_BOUNDARIES'],
  [
    'discussions { ... on DiscussionConnection { pageInfo { hasNextPage } } }',
    'MISSING_PAGINATION_BOUNDARIES',
  ],
  ['discussions(first: 101) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
  ['discussions(last: 101) { edges { cursor } }', 'EXCESSIVE_PAGINATION'],
  ['discussions(first: 0) { nodes { id } }', 'INVALID_PAGINATION_BOUNDARIES'],
  ['discussions(first: 3, last: 3) { nodes { id } }', 'INVALID_PAGINATION_BOUNDARIES'],
  ['discussions(first: 3, after: "abc") { nodes { id } }', 'INVALID_CURSOR_ARGUMENTS'],
])('refuses "%s" as %s', async (fields, type) => {
  const { data, errors } = await ask(forge, inRepository(fields));

  expect(data).toEqual({ repository: null });
  expect(errors).toMatchObject([{ type, path: ['repository', 'discussions'] }]);
});

test('counts without being told how many', async () => {
  expect(await ask(forge, inRepository('discussions { totalCount }'))).toMatchObject({
    data: { repository: { discussions: { totalCount: 12 } } },
    errors: [],
  });
});

test('refuses a query that could ask for more than 500,000 things, without answering any of it', async () => {
  const { data, errors } = await ask(
    forge,
    inRepository(
      'discussions(first: 100) { nodes { comments(first: 100) { nodes { replies(first: 100) { nodes { id } } } } } }',
    ),
  );

  expect(data).toBeNull();
  expect(errors).toEqual([
    {
      type: 'MAX_NODE_LIMIT_EXCEEDED',
      message:
        'By the time this query traverses to the replies connection, it is requesting up to 1,010,100 possible nodes which exceeds the maximum limit of 500,000.',
    },
  ]);
});

test('says which of several things it does not have, and gives the others', async () => {
  const [known] = createStore(1).discussions;
  const { data, errors } = await ask(forge, 'query Ids($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: ['D_unknown', known?.id] },
  });

  expect(data).toEqual({ nodes: [null, { id: known?.id }] });
  expect(errors).toMatchObject([
    {
      type: 'NOT_FOUND',
      path: ['nodes', 0],
      message: "Could not resolve to a node with the global id of 'D_unknown'.",
    },
  ]);
});

test('is found under a former name, unless that is not wanted', async () => {
  const store = createStore(1);
  store.formerly = ['kestrel-quay/old-name'];
  const renamed = await startForge({ store });
  const { data } = await ask(
    renamed,
    `{
      led: repository(owner: "kestrel-quay", name: "old-name") { nameWithOwner }
      strict: repository(owner: "kestrel-quay", name: "old-name", followRenames: false) { nameWithOwner }
    }`,
  );
  await renamed.close();

  expect(data).toEqual({ led: { nameWithOwner: 'kestrel-quay/watercooler' }, strict: null });
});

test('refuses more than a hundred ids', async () => {
  const { data, errors } = await ask(forge, 'query Ids($ids: [ID!]!) { nodes(ids: $ids) { id } }', {
    variables: { ids: Array.from({ length: 101 }, () => 'D_unknown') },
  });

  expect(data).toBeNull();
  expect(errors).toMatchObject([{ type: 'ARGUMENT_LIMIT', path: ['nodes'] }]);
});

test('refuses a query without a variable that it needs', async () => {
  const { data, errors } = await ask(forge, 'query Ids($ids: [ID!]!) { nodes(ids: $ids) { id } }');

  expect(data).toBeNull();
  expect(errors).toEqual([{ message: 'Variable "$ids" of required type "[ID!]!" was not provided.' }]);
});

test('says that it does not serve a field, though GitHub does', async () => {
  const { errors } = await ask(forge, inRepository('stargazerCount'));

  expect(errors.map(({ message }) => message)).toEqual([
    'The fake forge does not serve Repository.stargazerCount.',
  ]);
});

test('knows nobody by a wrong token', async () => {
  const { status, body } = await ask(forge, '{ viewer { login } }', { token: 'wrong' });

  expect(status).toBe(401);
  expect(JSON.parse(body)).toEqual({
    message: 'Bad credentials',
    documentation_url: 'https://docs.github.com/graphql',
    status: '401',
  });
});

test('has no points for somebody without a token', async () => {
  const { status, headers, body } = await ask(forge, '{ viewer { login } }', { token: null });

  expect(status).toBe(403);
  expect(headers.get('x-ratelimit-limit')).toBe('0');
  expect(body).toContain('API rate limit exceeded for 127.0.0.1.');
});

test.each([
  ['no such repository', 'no-repository', { repository: null }, ['NOT_FOUND']],
  [
    'the discussions',
    'no-discussions',
    { repository: { discussions: { nodes: [null, null] } } },
    ['FORBIDDEN', 'FORBIDDEN'],
  ],
] as const)('shows a token that may not see them %s', async (_, access, data, types) => {
  const closed = await startForge({ store: createStore(1), access });
  const answer = await ask(closed, inRepository('discussions(first: 2) { nodes { id } }'));
  await closed.close();

  expect(answer.status).toBe(200);
  expect(answer.data).toEqual(data);
  expect(answer.errors.map(({ type }) => type)).toEqual(types);
});

test.each([
  ['a body that is not JSON', '{', 'Problems parsing JSON'],
  ['a body without a query', '{}', 'A query attribute must be specified and must be a string.'],
])('refuses %s', async (_, body, message) => {
  const response = await send('/graphql', {
    method: 'POST',
    body,
    headers: { authorization: 'token forge-token' },
  });

  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ message });
});

test('has nothing at other addresses', async () => {
  const headers = { authorization: 'token forge-token' };

  expect((await send('/api/v3/graphql', { method: 'POST', body: '{}', headers })).status).toBe(404);
  expect((await send('/graphql', { headers })).status).toBe(404);
});

test('packs its answers for those who can unpack them', async () => {
  const asked = (encoding: string) =>
    send('/graphql', {
      method: 'POST',
      body: '{ "query": "{ viewer { login } }" }',
      headers: { authorization: 'token forge-token', 'accept-encoding': encoding },
    });
  const [packed, plain] = [await asked('gzip, br'), await asked('identity')];

  expect(packed.headers.get('content-encoding')).toBe('gzip');
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(await packed.json()).toEqual(await plain.json());
});
