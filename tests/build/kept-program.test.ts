import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
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

  it('is made anew when the engine has changed', async () => {
    const made = await madeAt();
    await writeFile(join(blog.engine, 'public/new.txt'), 'New.\n');
    await withSentence(() => blog.build());
    expect(await madeAt()).toBeGreaterThan(made);
    const again = await blog.build();
    again.delete('new.txt');
    expect(withoutIndex(again)).toEqual(withoutIndex(first));
  });
});

it('says which page could not be made, and why', async () => {
  const foot = join(blog.engine, 'src/components/PostFoot.astro');
  const text = await readFile(foot, 'utf8');
  await writeFile(foot, text.replace('---\n', "---\nthrow new Error('No foot.');\n"));
  await expect(blog.build()).rejects.toThrow(
    /The page \/posts\/\S+ could not be made\.[\s\S]*Error: No foot\./u,
  );
});
