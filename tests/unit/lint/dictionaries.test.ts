import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDictionary } from '../../../src/lint/dictionaries.ts';
import { temporaryFolder } from '../../support/content.ts';
import { root } from '../../support/run-watercooler.ts';

let dir: string;
let remove: () => Promise<void>;
beforeEach(async () => ({ dir, remove } = await temporaryFolder()));
afterEach(() => remove());

const kept = async () => (await readdir(dir)).map((name) => join(dir, name));

const words =
  "colour color Colour london London naïve O’Brien don't gonna Typescript TypeScript teh xyzzy HTTP dont Alzheimer's façade facade Siemens kubectl".split(
    ' ',
  );

it('says the same of words from what was kept of it as from its packages', async () => {
  const fromPackages = openDictionary(dir);
  expect(await kept()).toHaveLength(2);
  const fromKept = openDictionary(dir);
  const texts = await readFile(join(root, 'content/posts/git-for-people-who-write.mdx'), 'utf8');
  const all = [...words, ...texts.split(/[^\p{Letter}'’]+/u)];
  expect(all.map((word) => [word, fromKept(word)])).toEqual(all.map((word) => [word, fromPackages(word)]));
  expect(['colour', 'color', 'London', 'london', 'xyzzy'].map(fromKept)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

it.each([
  ['is torn', async (file: string) => truncate(file, 1000)],
  ['is another', async (file: string) => writeFile(file, (await readFile(file)).fill(1, 4000, 4040))],
])('does not believe what was kept when it %s', async (_words, harm) => {
  openDictionary(dir);
  for (const file of await kept()) await harm(file);
  const dictionary = openDictionary(dir);
  expect(['colour', 'color', 'xyzzy'].map(dictionary)).toEqual([true, true, false]);
  for (const file of await kept()) expect((await stat(file)).size).toBeGreaterThan(500_000);
});

it('is loaded where nothing can be kept', () => {
  expect(openDictionary('/dev/null/dictionaries')('colour')).toBe(true);
});
