import { readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEditedBlog, withoutIndex, type EditedBlog } from '../support/edited-blog.ts';

let blog: EditedBlog;
let first: Map<string, Buffer>;
let program: string;
beforeAll(async () => {
  blog = await createEditedBlog(12, 5);
  first = await blog.build();
  const programs = join(blog.engine, '.cache/page-programs');
  const [name = ''] = await readdir(programs);
  program = join(programs, name);
}, 60_000);
afterAll(() => blog.remove());

/** When the program was made. */
async function madeAt(): Promise<number> {
  return (await stat(join(program, 'note.json'))).mtimeMs;
}

async function firstIn(folder: string): Promise<string> {
  const [name = ''] = (await readdir(folder)).sort();
  return join(folder, name);
}

describe('the program that a build leaves of its pages', () => {
  it('makes the pages of the next one, without a bundler', async () => {
    const made = await madeAt();
    const post = await firstIn(join(blog.content, 'posts'));
    const text = await readFile(post, 'utf8');
    await writeFile(post, `${text}\nA sentence about herons.\n`);
    const further = [...(await blog.build())].filter(([, bytes]) =>
      bytes.includes('A sentence about herons.'),
    );
    expect(further.map(([path]) => path)).toContainEqual(expect.stringMatching(/^posts\/.*index\.html$/u));
    await writeFile(post, text);
    expect(withoutIndex(await blog.build())).toEqual(withoutIndex(first));
    expect(await madeAt()).toBe(made);
  }, 60_000);

  const damages: [string, () => Promise<void>][] = [
    ['it is gone', () => rm(program, { recursive: true })],
    ['a file of it is torn', async () => truncate(await firstIn(join(program, 'chunks')), 100)],
    ['its note is torn', () => truncate(join(program, 'note.json'), 100)],
    ['a script of the output is gone', async () => rm(await firstIn(join(blog.outputs.further, '_astro')))],
    [
      'an icon of the output is another',
      () => writeFile(join(blog.outputs.further, 'favicon.svg'), '<svg/>'),
    ],
    ['the engine has changed', () => writeFile(join(blog.engine, 'public/new.txt'), 'New.\n')],
  ];
  it.each(damages)(
    'is made anew when %s',
    async (_what, damage) => {
      const made = await madeAt();
      await damage();
      const again = await blog.build();
      again.delete('new.txt');
      expect(withoutIndex(again)).toEqual(withoutIndex(first));
      expect(await madeAt()).toBeGreaterThan(made);
    },
    60_000,
  );
});
