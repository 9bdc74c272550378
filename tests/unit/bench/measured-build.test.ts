import { expect, it } from 'vitest';
import { builtPages } from '../../bench/measured-build.ts';

it.each([
  ['Built 266 pages into /tmp/a. b/out. 40.7 s\n', { pages: 266, madeAnew: 266 }],
  [
    'Checked 9 files.\nBuilt 266 pages into /tmp/out, 12 of them anew. 40.7 s\n',
    { pages: 266, madeAnew: 12 },
  ],
  ['Built 266 pages into /tmp/out, none of them anew. 0.7 s\n', { pages: 266, madeAnew: 0 }],
  ['', { pages: 0, madeAnew: 0 }],
])('reads from %j how many pages were built', (printed, built) => {
  expect(builtPages(printed)).toEqual(built);
});
