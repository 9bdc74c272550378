import { link, mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openKeptFiles, type KeptFiles } from '../../../src/plan/kept-files.ts';
import { temporaryFolder } from '../../support/content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let [out, notes] = ['', ''];
beforeEach(async () => {
  folder = await temporaryFolder();
  out = join(folder.dir, 'dist');
  notes = join(folder.dir, 'cache', 'output.json');
});
afterEach(() => folder.remove());

const long = { key: 'long ago', time: new Date('2026-01-01') };

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(out, path)), { recursive: true });
  await writeFile(join(out, path), text);
}

/** One build: asks for each file under its key, and writes those that are not kept. Returns the names of those. */
async function build(files: Record<string, [key: string, text: string]>, end = true): Promise<string[]> {
  const kept = openKeptFiles(out, notes);
  const made = Object.entries(files).filter(([path, [key]]) => !kept.keep(path, key));
  for (const [path, [, text]] of made) await write(path, text);
  if (end) kept.finish('all');
  return made.map(([path]) => path);
}

const pages = {
  'posts/a/index.html': ['a1', 'A'],
  'posts/b/index.html': ['b1', 'B'],
} satisfies Record<string, [string, string]>;

const text = (path: string) => readFile(join(out, path), 'utf8').catch(() => undefined);

describe('the files of the last build', () => {
  it('stay while they are made from the same', async () => {
    expect(await build(pages)).toEqual(['posts/a/index.html', 'posts/b/index.html']);
    const { ino } = await stat(join(out, 'posts/a/index.html'));
    expect(await build(pages)).toEqual([]);
    expect((await stat(join(out, 'posts/a/index.html'))).ino).toBe(ino);
  });

  it('are made again when they are made from something else, as new files', async () => {
    await build(pages);
    const shared = join(folder.dir, 'shared.html');
    await link(join(out, 'posts/a/index.html'), shared);
    expect(await build({ ...pages, 'posts/a/index.html': ['a2', 'Another A'] })).toEqual([
      'posts/a/index.html',
    ]);
    expect(await text('posts/a/index.html')).toBe('Another A');
    expect(await readFile(shared, 'utf8')).toBe('A');
  });

  it('are written as new ones, and known by what stands there in the end', async () => {
    const kept = openKeptFiles(out, notes);
    kept.write('posts/a/index.html', 'a1', 'A');
    kept.write('posts/b/index.html', 'b1', 'B');
    const shared = join(folder.dir, 'shared.html');
    await link(join(out, 'posts/a/index.html'), shared);
    // Somebody else is quicker than the notes.
    await writeFile(join(out, 'posts/b/index.html'), 'C');
    kept.finish('all');
    const next = openKeptFiles(out, notes);
    expect(next.madeFrom('posts/b/index.html')).toBe('b1');
    next.write('posts/a/index.html', 'a2', 'Another A');
    next.keep('posts/b/index.html', 'b1');
    next.finish('all');
    expect(await text('posts/a/index.html')).toBe('Another A');
    expect(await readFile(shared, 'utf8')).toBe('A');
    expect(await build({ 'posts/a/index.html': ['a2', ''], 'posts/b/index.html': ['b1', ''] })).toEqual([]);
  });

  it('go when nobody asks for them, with the folders that are empty then', async () => {
    await build(pages);
    await build({ 'posts/a/index.html': pages['posts/a/index.html'] });
    await expect(stat(join(out, 'posts/b'))).rejects.toThrow('ENOENT');
    expect(await text('posts/a/index.html')).toBe('A');
  });

  it('are made again when somebody changed, replaced or took them away, also in the same second and of the same size', async () => {
    await build(pages);
    await write('posts/a/index.html', 'X');
    await rm(join(out, 'posts/b/index.html'));
    expect(await build(pages)).toEqual(['posts/a/index.html', 'posts/b/index.html']);
    expect(await text('posts/a/index.html')).toBe('A');
  });

  it('are believed by their bytes where times have changed, as in a copy of the folder', async () => {
    await build(pages);
    await utimes(join(out, 'posts/a/index.html'), long.time, long.time);
    expect(await build(pages)).toEqual([]);
  });
});

describe('a whole output', () => {
  const isKept = (key: string) => openKeptFiles(out, notes).keepAll(key);

  it('is kept while all of it is made from the same', async () => {
    await build(pages);
    const kept = openKeptFiles(out, notes);
    expect(kept.keepAll('all')).toBe(true);
    expect(kept.paths()).toEqual(Object.keys(pages));
    kept.finish('all');
    expect(isKept('all')).toBe(true);
  });

  it.each([
    ['it is made from something else', () => Promise.resolve(), 'another'],
    ['a file of it is gone', () => rm(join(out, 'posts/b/index.html')), 'all'],
    ['a file of it is another', () => write('posts/b/index.html', 'X'), 'all'],
    ['something lies in it besides', () => write('posts/c/index.html', 'C'), 'all'],
    ['its notes are gone, as after a build that was stopped', () => rm(notes), 'all'],
  ])('is not when %s', async (_what, change, key) => {
    await build(pages);
    await change();
    expect(isKept(key)).toBe(false);
  });
});

describe('what a program writes under names that nobody knows before', () => {
  it('is taken away by its key, and known once it is written', async () => {
    await build(pages);
    const kept = openKeptFiles(out, notes);
    kept.takeAway('b');
    expect(await text('posts/b/index.html')).toBeUndefined();
    kept.keep('posts/a/index.html', 'a1');
    await write('posts/c/index.html', 'C');
    kept.written('posts/c/index.html', 'c1');
    kept.finish('all');
    expect(await build({ 'posts/a/index.html': ['a1', 'A'], 'posts/c/index.html': ['c1', 'C'] })).toEqual([]);
  });
});

describe('what the notes do not know', () => {
  it('goes before a build starts, except for a repository of git', async () => {
    await build(pages);
    await write('_astro/old.css', 'p {}');
    await write('.git/config', '[core]');
    openKeptFiles(out, notes);
    expect([await text('_astro/old.css'), await text('.git/config')]).toEqual([undefined, '[core]']);
  });

  it.each<[string, (kept: string) => string | undefined]>([
    ['missing', () => undefined],
    ['torn', (kept) => kept.slice(0, 40)],
    ['of another version', (kept) => kept.replace('"ino"', '"node"')],
    ['about another folder', (kept) => kept.replace('/dist"', '/other"')],
  ])('is everything when they are %s', async (_words, spoil) => {
    await build(pages);
    const spoilt = spoil(await readFile(notes, 'utf8'));
    if (spoilt === undefined) await rm(notes);
    else await writeFile(notes, spoilt);
    expect(await build(pages)).toEqual(Object.keys(pages));
  });

  it('is everything after a build that was stopped', async () => {
    await build(pages);
    await build({ ...pages, 'posts/a/index.html': ['a2', 'Half of'] }, false);
    const whole: [string, string] = ['a2', 'Half of it, and the rest'];
    expect(await build({ ...pages, 'posts/a/index.html': whole })).toEqual(Object.keys(pages));
  });
});

describe('folders in which nothing else stood some builds ago', () => {
  beforeEach(async () => {
    // Long enough after they were made for their times to say something.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 10_000 });
    await build(pages);
    await mkdir(join(out, 'posts/a/empty'));
    await build(pages);
    await build(pages);
  });
  afterEach(() => vi.useRealTimers());

  it.each<[string, string, () => Promise<void>]>([
    ['a file is put into one', 'posts/b/other.html', () => write('posts/b/other.html', 'X')],
    ['one gets a folder', 'posts/b/deep/er/other.html', () => write('posts/b/deep/er/other.html', 'X')],
    ['an empty one gets a file', 'posts/a/empty/other.html', () => write('posts/a/empty/other.html', 'X')],
    [
      'another takes the place of one',
      'posts/b/other.html',
      async () => {
        await rename(join(out, 'posts/b'), join(folder.dir, 'b'));
        await write('posts/b/index.html', 'B');
        await write('posts/b/other.html', 'X');
      },
    ],
    [
      'one becomes a file',
      'posts/b',
      async () => {
        await rm(join(out, 'posts/b'), { recursive: true });
        await write('posts/b', 'X');
      },
    ],
  ])('are looked through again when %s', async (_words, strange, change) => {
    await change();
    const kept = openKeptFiles(out, notes);
    expect(kept.keepAll('all')).toBe(false);
    expect(await text(strange)).toBeUndefined();
    expect(await text('posts/a/index.html')).toBe('A');
  });

  it('say nothing about the files in them', async () => {
    const shared = join(folder.dir, 'shared.html');
    await link(join(out, 'posts/a/index.html'), shared);
    await write('posts/a/index.html', 'X');
    expect(await build(pages)).toEqual(['posts/a/index.html']);
    expect(await text('posts/a/index.html')).toBe('A');
    expect(await readFile(shared, 'utf8')).toBe('X');
  });
});

it('fails when a file that was to be made is not there at the end', () => {
  const kept: KeptFiles = openKeptFiles(out, notes);
  kept.keep('posts/a/index.html', 'a1');
  expect(() => {
    kept.finish('all');
  }).toThrow('ENOENT');
});
