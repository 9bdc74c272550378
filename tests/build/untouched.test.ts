import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEditedBlog, type EditedBlog } from '../support/edited-blog.ts';

let blog: EditedBlog;
let first: Map<string, Buffer>;
let records: string;
beforeAll(async () => {
  blog = await createEditedBlog(12, 6);
  first = await blog.build();
  records = join(dirname(blog.outputs.further), 'cache/records.log');
  await settle();
  await blog.build();
  // Whoever reads the content writes down what it says.
  await rm(records);
});
afterAll(() => blog.remove());

/** Until nothing is so new that it could be written again in the same tick of the clock. */
const settle = () => wait(2_200);

it('reads nothing when nothing was touched, and leaves every file', async () => {
  expect(await blog.build()).toEqual(first);
  expect(existsSync(records)).toBe(false);
});

it('makes again what is missing in the output', async () => {
  await rm(join(blog.outputs.further, 'index.html'));
  expect(await blog.build()).toEqual(first);
  expect(existsSync(records)).toBe(true);
});

it('sees a letter that was changed, and another day', async () => {
  const [path = ''] = await blog.list('posts');
  const file = join(blog.content, path);
  await writeFile(file, `${await readFile(file, 'utf8')}\nHerons.\n`);
  const pages = await blog.build();
  expect([...pages.values()].some((bytes) => bytes.includes('Herons.'))).toBe(true);
  blog.day = '2026-11-23';
  const tomorrow = await blog.build();
  expect(tomorrow.get('index.html')?.toString()).toContain('23 November 2026');
});
