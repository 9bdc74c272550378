import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { addSentence, contentEdits, engineEdits } from '../../bench/blog-edits.ts';
import { writeCorpus } from '../../bench/corpus.ts';
import { root } from '../../support/run-watercooler.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-edits-'));
});
afterEach(() => rm(folder, { recursive: true }));

const read = (path: string) => readFile(join(folder, path), 'utf8');

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** What a file says before the edits, and after each of two. */
async function versions(path: string, apply: (number: number) => Promise<void>): Promise<string[]> {
  const before = await read(path);
  await apply(1);
  const first = await read(path);
  await apply(2);
  return [before, first, await read(path)];
}

it('adds another sentence to a post each time, and says which', async () => {
  await write('a.md', 'Words.\n');
  const sentences = [await addSentence(join(folder, 'a.md'), 1), await addSentence(join(folder, 'a.md'), 2)];
  expect(new Set(sentences).size).toBe(2);
  expect(await read('a.md')).toBe(`Words.\n\n${sentences.join('\n\n')}\n`);
});

it('changes what the invented blog says, in other words each time', async () => {
  const posts = await writeCorpus(folder, { posts: 30, words: 60, seed: 1 });
  const [many, tag, author] = contentEdits(folder, posts);
  expect([many, tag, author].map((edit) => edit?.name)).toEqual([
    '30 posts edited',
    'One tag label edited',
    'One author name edited',
  ]);
  const texts = () => Promise.all(posts.map(read));
  const before = await texts();
  await many?.apply(1);
  expect((await texts()).filter((text, index) => text !== before[index])).toHaveLength(30);
  const labels = (await versions('tags.yml', async (number) => tag?.apply(number))).map(
    (text) => /^ {4}label: (.*)$/mu.exec(text)?.[1],
  );
  expect(labels.slice(1)).toEqual(['Topic 1', 'Topic 2']);
  const names = (await versions('authors/ada-abel.yml', async (number) => author?.apply(number))).map(
    (text) => /^name: (.*)$/mu.exec(text)?.[1],
  );
  expect(names).toEqual(['Ada Abel', 'Somebody 1', 'Somebody 2']);
});

it('takes two hundred posts from everywhere in the blog', async () => {
  const posts = Array.from({ length: 1050 }, (_, index) => `posts/p-${index}.md`);
  for (const post of posts) await write(post, 'Words.\n');
  const [many] = contentEdits(folder, posts);
  expect(many?.name).toBe('200 posts edited');
  await many?.apply(1);
  const texts = await Promise.all(posts.map(read));
  const edited = texts.flatMap((text, index) => (text === 'Words.\n' ? [] : [index]));
  expect(edited).toEqual(Array.from({ length: 200 }, (_, index) => index * 5));
});

it('changes the list and the template as they are in the engine', async () => {
  const paths = ['src/components/PostRows.astro', 'src/pages/posts/[slug].astro'];
  for (const path of paths) await write(path, await readFile(join(root, path), 'utf8'));
  const edits = engineEdits(folder);
  expect(edits.map(({ name }) => name)).toEqual(['List component edited', 'Post template edited']);
  for (const [index, { apply }] of edits.entries()) {
    const [before = '', first, second] = await versions(paths[index] ?? '', apply);
    const without = (text = '') => text.replace(/ data-edit="\d"/u, '');
    expect(new Set([before, first, second]).size).toBe(3);
    expect([without(first), without(second)]).toEqual([before, before]);
  }
});

it('refuses an edit that changes nothing', async () => {
  await write('src/components/PostRows.astro', '<ol class="rows"></ol>\n');
  await expect(engineEdits(folder)[0]?.apply(1)).rejects.toThrow(
    `The edit of the benchmark changed nothing in ${join(folder, 'src/components/PostRows.astro')}.`,
  );
});
