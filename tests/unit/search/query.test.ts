import { expect, it } from 'vitest';
import { parseQuery, printQuery } from '../../../src/search/query.ts';

it.each([
  ['pump hose', { words: ['pump', 'hose'], phrases: [], without: [] }],
  ['pump "old hose" clip', { words: ['pump', 'clip'], phrases: ['old hose'], without: [] }],
  ['pump -hose', { words: ['pump'], phrases: [], without: ['hose'] }],
  ['pump -"old hose"', { words: ['pump'], phrases: [], without: ['old hose'] }],
  ['"still being ty', { words: ['still', 'being', 'ty'], phrases: [], without: [] }],
  [
    'git push --force-with-lease -m',
    { words: ['git', 'push', '--force-with-lease', '-m'], phrases: [], without: [] },
  ],
  ['HR-204 v2.1 C++ .env', { words: ['HR-204', 'v2.1', 'C++', '.env'], phrases: [], without: [] }],
  ['on-call -rota', { words: ['on-call'], phrases: [], without: ['rota'] }],
  ['"" " "', { words: [], phrases: [], without: [] }],
  ['', { words: [], phrases: [], without: [] }],
])('takes %j apart', (text, query) => {
  expect(parseQuery(text)).toEqual(query);
});

it.each(['pump hose "old clip" -rust -"no rust"', '"old clip"', '-rust', 'a --b'])(
  'prints %j as it was typed',
  (text) => {
    expect(printQuery(parseQuery(text))).toBe(text);
  },
);
