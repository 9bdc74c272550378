import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openRenderedStore, type RenderedStore } from '../../../src/compile/rendered-store.ts';
import { temporaryFolder } from '../../support/content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let store: RenderedStore;
beforeEach(async () => {
  folder = await temporaryFolder();
  store = openRenderedStore(folder.dir);
});
afterEach(() => folder.remove());

const digests = () => [...store.digests()].sort();

it('knows what is stored, by whomever, and what has gone', async () => {
  expect(digests()).toEqual([]);
  store.write('aa1', 'One');
  openRenderedStore(folder.dir).write('ab2', 'Two');
  expect(digests()).toEqual(['aa1', 'ab2']);
  openRenderedStore(folder.dir).write('aa3', 'Three');
  expect(digests()).toEqual(['aa1', 'aa3', 'ab2']);
  await rm(join(folder.dir, 'html/aa/aa1.html'));
  expect(digests()).toEqual(['aa3', 'ab2']);
  await rm(join(folder.dir, 'html/aa'), { recursive: true });
  expect(digests()).toEqual(['ab2']);
  await rm(join(folder.dir, 'html'), { recursive: true });
  expect(digests()).toEqual([]);
  store.write('aa1', 'One');
  expect(digests()).toEqual(['aa1']);
});
