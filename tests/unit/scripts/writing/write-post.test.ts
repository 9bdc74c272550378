import { afterEach, expect, it } from 'vitest';
import { writeNewFiles } from '../../../../scripts/writing/write-post.ts';
import { temporaryFolder, writeFiles } from '../../../support/content.ts';
import { readTree } from '../../../support/run-watercooler.ts';

let remove: (() => Promise<void>) | undefined;
afterEach(() => remove?.());

it('writes all files or none, and never over one that came in between', async () => {
  const folder = await temporaryFolder();
  ({ remove } = folder);
  await writeFiles(folder.dir, { 'posts/a.md': 'Mine.\n' });
  const files = [
    { path: 'authors/ada.yml', text: 'name: Ada\n' },
    { path: 'posts/a.md', text: 'Yours.\n' },
  ];
  await expect(writeNewFiles(folder.dir, files)).rejects.toThrow(
    'The post could not be written. Everything is as it was.',
  );
  const left = [...(await readTree(folder.dir))].map(([path, bytes]) => [path, bytes.toString()]);
  expect(left).toEqual([['posts/a.md', 'Mine.\n']]);
  await writeNewFiles(folder.dir, [{ path: 'posts/ä b/index.md', text: 'Words.\n' }]);
  expect((await readTree(folder.dir)).size).toBe(2);
});
