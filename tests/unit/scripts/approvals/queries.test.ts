import { getOperationAST, parse, validate } from 'graphql/index.js';
import { expect, test } from 'vitest';
import {
  commitsQuery,
  pullCommitsQuery,
  pullsQuery,
  reviewsQuery,
} from '../../../../scripts/approvals/approval-queries.ts';
import { publishedSchema } from '../../../support/forge/execute.ts';
import { measure, mostNodes } from '../../../support/forge/measure.ts';

const numbered = (name: string, count: number, value: string | number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}${index}`, value]));
const variables = {
  ...{ owner: 'o', name: 'n', number: 1, cursor: 'c' },
  ...numbered('c', 50, 'a'.repeat(40)),
  ...numbered('p', 10, 1),
};

const queries = [
  ['Commits', commitsQuery(50)],
  ['Pulls', pullsQuery(10)],
  ['Reviews', reviewsQuery],
  ['PullCommits', pullCommitsQuery],
] as const;

test.each(queries)('%s is a query that the published schema allows', (_, { text }) => {
  expect(validate(publishedSchema, parse(text)).map(({ message }) => message)).toEqual([]);
});

test('costs the forge little, and stays far below the most it allows', () => {
  const prices = queries.map(([name, { text }]) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (operation == null) throw new Error(`${name} has more than one operation.`);
    const { cost, nodes, excessive } = measure(publishedSchema, document, operation, variables);
    expect(excessive).toBeNull();
    expect(nodes).toBeLessThan(mostNodes / 10);
    return `${name}: ${cost} points, ${nodes} nodes`;
  });
  expect(prices).toMatchInlineSnapshot(`
    [
      "Commits: 1 points, 500 nodes",
      "Pulls: 5 points, 6000 nodes",
      "Reviews: 1 points, 100 nodes",
      "PullCommits: 1 points, 1100 nodes",
    ]
  `);
});
