import { afterEach, expect, test } from 'vitest';
import { ask } from '../../../support/forge/ask.ts';
import { createStore } from '../../../support/forge/seed.ts';
import { startForge, type Forge, type ForgeOptions } from '../../../support/forge/start-forge.ts';

let forge: Forge | undefined;
afterEach(() => forge?.close());

async function started(options: Partial<ForgeOptions> = {}): Promise<Forge> {
  forge = await startForge({ store: createStore(1), ...options });
  return forge;
}

const cheap = '{ viewer { login } rateLimit { limit cost remaining used nodeCount } }';

// The two examples of GitHub's documentation, and the points it reckons for the first.
test('reckons points and nodes as GitHub documents them', async () => {
  const { calls, url } = await started();
  await ask(
    { url },
    '{ viewer { login repositories(first: 100) { edges { node { id issues(first: 50) { edges { node { id labels(first: 60) { edges { node { id name } } } } } } } } } } }',
  );
  await ask(
    { url },
    `query Complex { viewer {
      repositories(first: 50) { edges { repository: node { name
        pullRequests(first: 20) { edges { pullRequest: node { title comments(first: 10) { edges { comment: node { bodyHTML } } } } } }
        ...Issues
      } } }
      followers(first: 10) { edges { follower: node { login } } }
    } }
    fragment Issues on Repository { issues(first: 20) { totalCount edges { issue: node { title comments(first: 10) { edges { node { bodyHTML } } } } } } }`,
  );

  expect(calls).toMatchObject([
    { number: 1, operation: '', cost: 51, nodes: 100 + 5_000 + 300_000, status: 200 },
    { number: 2, operation: 'Complex', nodes: 22_060 },
  ]);
});

test('counts lists whose length is a variable, and ids', async () => {
  const { calls, url } = await started();
  await ask(
    { url },
    'query Ids($ids: [ID!]!, $n: Int = 30) { nodes(ids: $ids) { ... on Discussion { comments(first: $n) { nodes { id } } } } }',
    {
      variables: { ids: ['a', 'b'] },
    },
  );

  expect(calls).toMatchObject([{ nodes: 2 + 2 * 30, cost: 1 }]);
});

test('says how many points are left, in the answer and in its head', async () => {
  const { url } = await started();
  await ask({ url }, cheap);
  const { data, headers } = await ask({ url }, cheap);

  expect(data).toMatchObject({ rateLimit: { limit: 5000, cost: 1, remaining: 4998, used: 2, nodeCount: 0 } });
  expect(headers.get('x-ratelimit-remaining')).toBe('4998');
  expect(headers.get('x-ratelimit-resource')).toBe('graphql');
});

test('answers nothing more when the points are used up, until the hour is over', async () => {
  let now = Date.parse('2026-03-01T10:00:00Z');
  const { url } = await started({ limits: { points: 1 }, now: () => now });
  await ask({ url }, cheap);
  const refused = await ask({ url }, cheap);

  expect(refused.status).toBe(200);
  expect(refused.data).toBeNull();
  expect(refused.errors).toEqual([
    { type: 'RATE_LIMIT', message: 'API rate limit already exceeded for user ID 1.' },
  ]);
  expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Date.parse('2026-03-01T11:00:00Z') / 1000));

  now += 3_600_000;
  expect((await ask({ url }, cheap)).data).toMatchObject({ rateLimit: { remaining: 0 } });
});

test('refuses more requests in a minute than it documents', async () => {
  let now = Date.parse('2026-03-01T10:00:00Z');
  const { url } = await started({ limits: { perMinute: 2 }, now: () => now });
  await ask({ url }, cheap);
  await ask({ url }, cheap);
  const { status, headers, body } = await ask({ url }, cheap);

  expect(status).toBe(403);
  expect(headers.get('retry-after')).toBe('60');
  expect(body).toContain('You have exceeded a secondary rate limit.');

  now += 120_000;
  expect((await ask({ url }, cheap)).status).toBe(200);
});

test('refuses more requests at once than it documents', async () => {
  const { url } = await started({ limits: { atOnce: 0 } });

  expect((await ask({ url }, cheap)).status).toBe(403);
});

test('has no limits as an Enterprise Server, which is at another address', async () => {
  const { enterpriseUrl, calls } = await started({ limits: { points: 0, perMinute: 0 } });
  // What octokit does with the address of an Enterprise Server.
  const { data, headers } = await ask({ url: enterpriseUrl.replace('/api/v3', '/api') }, cheap);

  expect(data).toEqual({ viewer: { login: 'copier' }, rateLimit: null });
  expect(headers.has('x-ratelimit-limit')).toBe(false);
  expect(calls).toMatchObject([{ path: '/api/graphql', cost: 1 }]);
});
