import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeCorpus } from '../bench/corpus.ts';
import { temporaryFolder } from '../support/content.ts';
import { readTree, runWatercooler } from '../support/run-watercooler.ts';

// More than one part of the search index, and enough texts that every thread has some.
const posts = 400;

/** Keeps every core busy until the returned function is called. */
function load(): () => void {
  const busy = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  return () => {
    for (const child of busy) child.kill('SIGKILL');
  };
}

it('a build from nothing gives the same bytes when the machine is busy', async () => {
  const { dir, remove } = await temporaryFolder();
  const content = join(dir, 'content');
  await writeCorpus(content, { posts, words: 60, seed: 1 });
  const build = async (name: string) => {
    const out = join(dir, name);
    const { code, printed } = await runWatercooler('build', {
      content,
      out,
      cache: join(dir, `${name}-cache`),
    });
    expect(code, printed).toBe(0);
    return readTree(out);
  };
  const calm = await build('calm');
  const stop = load();
  const busy = await build('busy').finally(stop);
  await remove();
  expect(calm.size).toBeGreaterThan(posts);
  expect([...busy.keys()]).toEqual([...calm.keys()]);
  expect(
    [...calm].filter(([path, bytes]) => busy.get(path)?.equals(bytes) !== true).map(([path]) => path),
  ).toEqual([]);
});
