import { afterAll, expect, test } from 'vitest';
import { ask } from '../../../support/forge/ask.ts';
import { createStore } from '../../../support/forge/seed.ts';
import { startForge } from '../../../support/forge/start-forge.ts';

const forge = await startForge({ store: createStore(1) });
afterAll(() => forge.close());

const inRepository = (fields: string): string =>
  `{ repository(owner: "kestrel-quay", name: "watercooler") { ${fields} } }`;

test('refuses a field that the published schema does not have', async () => {
  const { status, data, errors } = await ask(forge, inRepository('discussion(number: 1) { isPinned }'));

  expect(status).toBe(200);
  expect(data).toBeNull();
  expect(errors.map(({ message }) => message)).toEqual([
    "Field 'isPinned' doesn't exist on type 'Discussion'",
  ]);
});

test.each([
  ['discussions { nodes { id } }', 'MISSING_PAGINATION_BOUNDARIES'],
  ['discussions(first: 101) { nodes { id } }', 'EXCESSIVE_PAGINATION'],
  ['discussions(last: 101) { edges { cursor } }', 'EXCESSIVE_PAGINATION'],
  ['discussions(first: 3, after: "abc") { nodes { id } }', 'INVALID_CURSOR_ARGUMENTS'],
])('refuses "%s" as %s', async (fields, type) => {
  const { data, errors } = await ask(forge, inRepository(fields));

  expect(data).toEqual({ repository: null });
  expect(errors).toMatchObject([{ type, path: ['repository', 'discussions'] }]);
});
