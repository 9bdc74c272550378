import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { ask } from '../../../support/forge/ask.ts';
import type { Fault, FaultScript } from '../../../support/forge/faults.ts';
import { randomFaults } from '../../../support/forge/random-faults.ts';
import { createStore } from '../../../support/forge/seed.ts';
import { startForge, type Forge } from '../../../support/forge/start-forge.ts';

let forge: Forge | undefined;
afterEach(() => forge?.close());

async function withFaults(...faults: FaultScript): Promise<Forge> {
  forge = await startForge({ store: createStore(1), faults });
  return forge;
}

const first = (fault: Fault): FaultScript[number] => ({ at: 1, fault });
const list =
  'query List { repository(owner: "kestrel-quay", name: "watercooler") { discussions(first: 10) { totalCount pageInfo { hasNextPage } nodes { id comments(first: 5) { nodes { id } } } } } }';
const listed = z.object({
  repository: z.object({
    discussions: z.object({
      totalCount: z.number(),
      pageInfo: z.object({ hasNextPage: z.boolean() }),
      nodes: z.array(z.object({ comments: z.object({ nodes: z.array(z.unknown()) }).nullable() }).nullable()),
    }),
  }),
});
const discussionsIn = (data: unknown) => listed.parse(data).repository.discussions;

test('goes wrong at the call that the script says, and at no other', async () => {
  const started = await withFaults({ at: 2, fault: { kind: 'broken', status: 502 } });

  const statuses = [];
  for (let count = 0; count < 3; count += 1) statuses.push((await ask(started, list)).status);

  expect(statuses).toEqual([200, 502, 200]);
  expect(started.calls.map(({ fault }) => fault)).toEqual([null, 'broken', null]);
  expect(started.calls.map(({ status }) => status)).toEqual(statuses);
});

test('goes wrong whenever an operation is asked for, from one call to another', async () => {
  const started = await withFaults({
    at: { operation: 'List', from: 2, to: 3 },
    fault: { kind: 'broken', status: 503 },
  });

  const statuses = [];
  for (const query of [list, list, '{ viewer { login } }', list])
    statuses.push((await ask(started, query)).status);

  expect(statuses).toEqual([200, 503, 200, 200]);
});

test.each([
  [{ kind: 'secondary-limit', status: 403, retryAfter: 7 }, 403, '7'],
  [{ kind: 'secondary-limit', status: 429, retryAfter: 7 }, 429, '7'],
  [{ kind: 'secondary-limit', status: 200 }, 200, null],
] as const)('asks for a pause: %o', async (fault, status, retryAfter) => {
  const answer = await ask(await withFaults(first(fault)), list);

  expect(answer.status).toBe(status);
  expect(answer.headers.get('retry-after')).toBe(retryAfter);
  expect(answer.body).toContain('You have exceeded a secondary rate limit.');
});

test.each(['RATE_LIMITED', 'RATE_LIMIT'] as const)('has no points left, as %s', async (spelling) => {
  const before = Math.floor(Date.now() / 1000);
  const { status, data, errors, headers } = await ask(
    await withFaults(first({ kind: 'primary-limit', spelling, seconds: 5 })),
    list,
  );

  expect(status).toBe(200);
  expect(data).toBeNull();
  expect(errors.map(({ type }) => type)).toEqual([spelling]);
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(Number(headers.get('x-ratelimit-reset'))).toBeGreaterThanOrEqual(before + 5);
});

test('sends a page for people', async () => {
  const { status, headers, body } = await ask(await withFaults(first({ kind: 'html', status: 200 })), list);

  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(body).toMatch(/^<!DOCTYPE html>/u);
});

test.each([0, 0.01, 0.5, 0.99])('cuts the connection after %d of the answer', async (share) => {
  const started = await withFaults(first({ kind: 'cut', share }));

  await expect(ask(started, list)).rejects.toThrow(share === 0 ? 'fetch failed' : 'terminated');
  expect(started.calls.map(({ fault }) => fault)).toEqual(['cut']);
});

test('sends the whole answer in pieces', async () => {
  const whole = await ask(await withFaults(), list);
  await forge?.close();
  const slow = await ask(await withFaults(first({ kind: 'slow', pieces: 5, pauseMs: 1 })), list);

  expect(slow.body).toBe(whole.body);
  expect(discussionsIn(slow.data).nodes).toHaveLength(10);
});

test('does not answer until the other side gives up, and can still be closed', async () => {
  const started = await withFaults(first({ kind: 'silence' }));
  const asked = fetch(`${started.url}/graphql`, { method: 'POST', signal: AbortSignal.timeout(200) });

  await expect(asked).rejects.toThrow('aborted due to timeout');
  await started.close();
  expect(started.calls).toMatchObject([{ status: 0, fault: 'silence' }]);
});

test('leaves things out with an error for each', async () => {
  const fault: Fault = { kind: 'partial', share: 0.5, seed: 3, type: 'RESOURCE_LIMITS_EXCEEDED' };
  const { status, data, errors } = await ask(await withFaults(first(fault)), list);
  const { nodes } = discussionsIn(data);
  const missing = nodes.flatMap((node, index) => (node === null ? [index] : []));

  expect(status).toBe(200);
  expect(nodes).toHaveLength(10);
  expect(missing.length).toBeGreaterThan(0);
  const ofDiscussions = errors.filter(({ path }) => path?.length === 4);
  expect(ofDiscussions.map(({ path }) => path?.at(-1))).toEqual(missing);
  expect(new Set(errors.map(({ type }) => type))).toEqual(new Set(['RESOURCE_LIMITS_EXCEEDED']));
});

test.each([
  [
    { says: 'all', ends: true },
    { totalCount: 12, pageInfo: { hasNextPage: false } },
  ],
  [
    { says: 'left', ends: false },
    { totalCount: 2, pageInfo: { hasNextPage: true } },
  ],
] as const)('leaves things out and says nothing: %o', async (how, seen) => {
  const fault: Fault = { kind: 'shrunken', share: 1, seed: 3, lists: 'outer', ...how };
  const { data, errors } = await ask(await withFaults(first(fault)), list);

  expect(errors).toEqual([]);
  expect(discussionsIn(data)).toEqual({ ...seen, nodes: [] });
});

test('leaves things out of the lists in lists', async () => {
  const fault: Fault = { kind: 'shrunken', share: 0.5, seed: 4, lists: 'all', says: 'all', ends: false };
  const whole = discussionsIn((await ask(await withFaults(), list)).data);
  await forge?.close();
  const { nodes } = discussionsIn((await ask(await withFaults(first(fault)), list)).data);
  const remarks = (some: typeof nodes): number =>
    some.reduce((sum, node) => sum + (node?.comments?.nodes.length ?? 0), 0);

  expect(nodes.length).toBeLessThan(10);
  expect(nodes.length).toBeGreaterThan(0);
  expect(remarks(nodes)).toBeLessThan(remarks(whole.nodes.slice(0, nodes.length)));
});

test('lets people do things before it answers', async () => {
  const store = createStore(1);
  const told = (): string => JSON.stringify([store.now, store.discussions.map(({ updatedAt }) => updatedAt)]);
  const before = told();
  forge = await startForge({ store, faults: [first({ kind: 'changes', count: 20 })] });

  expect((await ask(forge, list)).status).toBe(200);
  expect(told()).not.toBe(before);
  expect(forge.calls.map(({ fault }) => fault)).toEqual(['changes']);
});

test('calls back before it answers', async () => {
  const seen: string[] = [];
  forge = await startForge({
    store: createStore(1),
    onCall: ({ number, operation, status }) => seen.push(`${number} ${operation} ${status}`),
  });
  await ask(forge, list);

  expect(seen).toEqual(['1 List 0']);
});

test('makes the same random script from the same seed, with everything that can go wrong in some of them', () => {
  expect(randomFaults(5, { calls: 40 })).toEqual(randomFaults(5, { calls: 40 }));
  expect(randomFaults(5, { calls: 40 })).not.toEqual(randomFaults(6, { calls: 40 }));

  const scripts = Array.from({ length: 30 }, (_, seed) => randomFaults(seed, { calls: 30 })).flat();
  expect(new Set(scripts.map(({ fault }) => fault.kind))).toEqual(
    new Set([
      ...['secondary-limit', 'primary-limit', 'broken', 'html', 'cut'],
      ...['slow', 'silence', 'partial', 'shrunken', 'changes'],
    ]),
  );
  expect(Math.max(...scripts.map(({ at }) => (typeof at === 'number' ? at : Infinity)))).toBe(30);
});

test('leaves out silences where they would take too long', () => {
  const scripts = Array.from({ length: 30 }, (_, seed) =>
    randomFaults(seed, { calls: 30, silences: false }),
  ).flat();

  expect(scripts.length).toBeGreaterThan(100);
  expect(scripts.filter(({ fault }) => fault.kind === 'silence')).toEqual([]);
});
