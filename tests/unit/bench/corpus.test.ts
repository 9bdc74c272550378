import { mkdtemp, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { run as check } from '../../../scripts/commands/check.ts';
import { authors } from '../../bench/company.ts';
import { corpusFiles, writeCorpus, type CorpusOptions } from '../../bench/corpus.ts';
import { inventedWords } from '../../bench/words.ts';
import { fakeWorld } from '../../support/fake-world.ts';
import { wordFindings } from '../lint/helpers.ts';

const options: CorpusOptions = { posts: 100, words: 200, seed: 1 };
const folders: string[] = [];

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'watercooler-corpus-'));
  folders.push(folder);
  return folder;
}

async function made(changes: Partial<CorpusOptions> = {}): Promise<{ digest: string; posts: string[] }> {
  const hash = createHash('sha256');
  const posts: string[] = [];
  for await (const { path, content } of corpusFiles({ ...options, ...changes })) {
    hash.update(path).update('\0').update(content).update('\0');
    if (path.startsWith('posts/') && path.endsWith('.md')) posts.push(String(content));
  }
  return { digest: hash.digest('hex'), posts };
}

const { digest, posts } = await made();

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

describe('the invented blog', () => {
  it('has the same bytes for the same seed', async () => {
    expect((await made()).digest).toBe(digest);
  });

  it('has other bytes for another seed', async () => {
    expect((await made({ seed: 2 })).digest).not.toBe(digest);
  });

  it('has as many posts as were asked for, about as long as was asked for', () => {
    const words = posts.map((text) => text.split(/\s+/u).length);
    const mean = words.reduce((sum, count) => sum + count, 0) / words.length;
    expect(posts).toHaveLength(100);
    expect(mean).toBeGreaterThan(options.words);
    expect(mean).toBeLessThan(options.words * 2);
    expect(Math.max(...words)).toBeGreaterThan(Math.min(...words) * 3);
  });

  it.each([
    ['tables', /^\| --- /mu, 5, 30],
    ['code', /^```[a-z]+$/mu, 12, 40],
    ['footnotes', /^\[\^1\]: /mu, 3, 20],
    ['wiki links', /\[\[/u, 50, 100],
  ])('has %s in some posts', (_what, pattern, least, most) => {
    const count = posts.filter((text) => pattern.test(text)).length;
    expect(count).toBeGreaterThanOrEqual(least);
    expect(count).toBeLessThanOrEqual(most);
  });

  it('has words that the check knows and finds kind, in short sentences', () => {
    const words = [...inventedWords, ...authors.flatMap(({ name }) => name.split(' '))];
    const bodies = posts.slice(0, 30).map((text) => text.split('\n---\n').slice(1).join('\n---\n'));
    expect(wordFindings(bodies.join('\n\n'), { words })).toBe('');
  }, 30_000);

  it('has nothing to mend', async () => {
    const [content, cache] = [await temporaryFolder(), await temporaryFolder()];
    await writeCorpus(content, options);
    const { world, written } = fakeWorld({
      cwd: process.cwd(),
      env: { CONTENT_DIR: content, WATERCOOLER_CACHE: cache },
    });
    expect([await check([], world), written.stderr]).toEqual([0, '']);
    expect(written.stdout).toContain(': no problems.');
    // A hundred posts render in two seconds on a quiet machine.
  }, 30_000);
});
