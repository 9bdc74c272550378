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
});
afterAll(() => blog.remove());

/** When the program was made. */
async function madeAt(): Promise<number> {
  return (await stat(join(program, 'note.json'))).mtimeMs;
}

async function firstIn(folder: string): Promise<string> {
  const [name = ''] = (await readdir(folder)).sort();
  return join(folder, name);
}

const sentence = 'A sentence about herons.';

/** Does something while one of the posts has a sentence more. */
async function withSentence<Result>(act: () => Promise<Result>): Promise<Result> {
  const post = await firstIn(join(blog.content, 'posts'));
  const text = await readFile(post, 'utf8');
  await writeFile(post, `${text}\n${sentence}\n`);
  try {
    return await act();
  } finally {
    await writeFile(post, text);
  }
}

describe('the program that a build leaves of its pages', () => {
  it('makes the pages of the next one, without a bundler', async () => {
    const made = await madeAt();
    const further = await withSentence(() => blog.build());
    const changed = [...further].filter(([, bytes]) => bytes.includes(sentence)).map(([path]) => path);
    expect(changed).toContainEqual(expect.stringMatching(/^posts\/.*index\.html$/u));
    expect(withoutIndex(await blog.build())).toEqual(withoutIndex(first));
    expect(await madeAt()).toBe(made);
  });

  it('is not asked when nothing has changed, and no file is touched', async () => {
    const times = async () =>
      Promise.all(
        [...first.keys()].map(async (path) => (await stat(join(blog.outputs.further, path))).mtimeMs),
      );
    const before = await times();
    expect(await blog.build()).toEqual(first);
    expect(await times()).toEqual(before);
  });

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
  it.each(damages)('is made anew when %s', async (_what, damage) => {
    const made = await madeAt();
    await damage();
    await withSentence(() => blog.build());
    expect(await madeAt()).toBeGreaterThan(made);
    const again = await blog.build();
    again.delete('new.txt');
    expect(withoutIndex(again)).toEqual(withoutIndex(first));
  });
});

it('says which page could not be made, and why', async () => {
  const layout = join(blog.engine, 'src/components/PostFoot.astro');
  const text = await readFile(layout, 'utf8');
  await writeFile(layout, text.replace('---\n', "---\nthrow new Error('No foot.');\n"));
  await expect(blog.build()).rejects.toThrow(
    /The page \/posts\/\S+ could not be made\.[\s\S]*Error: No foot\./u,
  );
});
