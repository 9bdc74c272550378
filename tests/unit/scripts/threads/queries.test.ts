import { getOperationAST, parse, validate } from 'graphql/index.js';
import { expect, test } from 'vitest';
import { categoriesQuery, indexQuery, whereaboutsQuery } from '../../../../scripts/threads/index-queries.ts';
import { commentsQuery, repliesQuery, threadsQuery } from '../../../../scripts/threads/thread-queries.ts';
import { publishedSchema } from '../../../support/forge/execute.ts';
import { measure, mostNodes } from '../../../support/forge/measure.ts';

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `D_${index}`);

const page = { owner: 'o', name: 'n', id: 'D_0', categoryId: 'DIC_0', cursor: 'c' };

/** Every query with the largest that is asked for. */
const queries = [
  ['Categories', categoriesQuery, {}],
  ['Index', indexQuery, { first: 100 }],
  ['Threads, many short ones', threadsQuery, { ids: ids(20), comments: 12 }],
  ['Threads, a long one', threadsQuery, { ids: ids(1), comments: 100 }],
  ['Comments', commentsQuery, {}],
  ['Replies', repliesQuery, {}],
  ['Whereabouts', whereaboutsQuery, { ids: ids(100) }],
] as const;

test.each(queries)('%s is a query that the published schema allows', (_, { text }) => {
  expect(validate(publishedSchema, parse(text)).map(({ message }) => message)).toEqual([]);
});

test('costs the forge as little as can be, and stays far below the most it allows', () => {
  const prices = queries.map(([name, { text }, variables]) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    if (operation == null) throw new Error(`${name} has more than one operation.`);
    const { cost, nodes, excessive } = measure(publishedSchema, document, operation, {
      ...page,
      ...variables,
    });
    expect(excessive).toBeNull();
    expect(nodes).toBeLessThan(mostNodes / 10);
    return `${name}: ${cost} points, ${nodes} nodes`;
  });

  expect(prices).toMatchInlineSnapshot(`
    [
      "Categories: 1 points, 100 nodes",
      "Index: 2 points, 11100 nodes",
      "Threads, many short ones: 3 points, 7460 nodes",
      "Threads, a long one: 1 points, 2221 nodes",
      "Comments: 1 points, 2100 nodes",
      "Replies: 1 points, 100 nodes",
      "Whereabouts: 1 points, 100 nodes",
    ]
  `);
});
