import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { rememberedHistory } from '../../../src/source/remembered-history.ts';
import { post, temporaryFolder } from '../../support/content.ts';
import { ada, createRepository, type TestRepository } from '../../support/history.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let blog: TestRepository;
beforeEach(async () => {
  folder = await temporaryFolder();
  blog = await createRepository(folder.dir);
  await blog.commit('2026-01-01', {
    'content/posts/a.md': post({}, 'Some words.\n'),
    '.gitignore': 'cache\n',
  });
  await blog.commit('2026-02-02', { 'content/posts/a.md': post({}, 'Other words.\n') });
});
afterEach(() => folder.remove());

const cacheDir = () => join(folder.dir, 'cache');

async function people(fingerprint = 'code'): Promise<string[]> {
  const dir = join(folder.dir, 'content');
  const { files } = await rememberedHistory({ dir, label: 'content', cacheDir: cacheDir(), fingerprint });
  return (files.get('posts/a.md')?.people ?? []).map(({ name, changes }) => `${name} ${changes}`);
}

/** Writes a lie into what is remembered, to see whether it is asked. */
async function plant(): Promise<void> {
  const file = join(cacheDir(), 'history.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('Ada Berg', 'Remembered'));
}

it('is read once for a commit, and again for any other: a new one, an older one, one that was made again', async () => {
  expect(await people()).toEqual(['Ada Berg 1']);
  await plant();
  expect(await people()).toEqual(['Remembered 1']);
  await blog.commit('2026-03-03', { 'content/posts/a.md': post({}, 'Third words.\n') });
  expect(await people()).toEqual(['Ada Berg 2']);
  await plant();
  await blog.git('reset', '--quiet', '--hard', 'HEAD~1');
  expect(await people()).toEqual(['Ada Berg 1']);
  await plant();
  await blog.git('commit', '--quiet', '--amend', '--no-edit', '--author', 'Hana Satō <h@blog.example>');
  expect(await people()).toEqual(['Hana Satō 1']);
});

it('is read again when .mailmap, the list of mechanical commits or the code is another', async () => {
  expect(await people()).toEqual(['Ada Berg 1']);
  await writeFile(join(folder.dir, '.mailmap'), `Ada Nkem ${ada.slice(ada.indexOf('<'))}\n`);
  expect(await people()).toEqual(['Ada Nkem 1']);
  await writeFile(join(folder.dir, '.git-blame-ignore-revs'), `${await blog.git('rev-parse', 'HEAD')}\n`);
  expect(await people()).toEqual([]);
  await writeFile(join(folder.dir, '.git-blame-ignore-revs'), '');
  expect(await people()).toEqual(['Ada Nkem 1']);
  await plant();
  expect(await people('other code')).toEqual(['Ada Nkem 1']);
});

it('is read again when what is remembered is torn, and holds no address', async () => {
  await people();
  const file = join(cacheDir(), 'history.json');
  expect(await readFile(file, 'utf8')).not.toContain('@');
  await writeFile(file, '{"key":');
  expect(await people()).toEqual(['Ada Berg 1']);
});
