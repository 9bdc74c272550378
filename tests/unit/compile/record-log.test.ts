import { appendFile, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRecords } from '../../../src/compile/records.ts';
import { createLook } from '../../../src/compile/seen-files.ts';
import { digestOf } from '../../../src/source/digest.ts';
import { temporaryFolder } from '../../support/content.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const open = (fingerprint = 'code', seed?: string) => openRecords(folder.dir, fingerprint, seed);
const sizeOf = async () => (await stat(join(folder.dir, 'records.log'))).size;
const picture = (width: number) => ({ width, height: 1 });

function keep(count: number, from = open()) {
  for (let index = 0; index < count; index += 1)
    from.remember('picture', `p-${String(index)}`, 'd', picture(index));
  from.save([]);
}

describe('records', () => {
  it('are found again under the same digest, whatever signs are in a key', () => {
    const keys = ['plain', 'ein Öhr/naïve 漢字 🙂.md', 'a\tb\nc', '"quoted\\"', '__proto__'];
    const first = open();
    for (const key of keys) first.remember('seen', key, 'one', `ä ${key}`);
    first.save([]);
    const second = open();
    expect(keys.map((key) => second.recall('seen', key, 'one'))).toEqual(keys.map((key) => `ä ${key}`));
    expect(second.recall('seen', 'plain', 'two')).toBeUndefined();
    expect(second.knows('picture', 'plain')).toBe(false);
  });

  it('are of one pipeline, also when two write to one file', () => {
    keep(3);
    const other = open('mode');
    expect(other.recall('picture', 'p-1', 'd')).toBeUndefined();
    other.remember('picture', 'p-1', 'd', picture(9));
    other.save([]);
    expect(open().recall('picture', 'p-1', 'd')).toEqual(picture(1));
    expect(open('mode').recall('picture', 'p-1', 'd')).toEqual(picture(9));
  });

  it('are forgotten when a run that saw everything did not use them', () => {
    keep(3);
    const second = open();
    second.recall('picture', 'p-1', 'd');
    second.save(['picture']);
    const third = open();
    expect(['p-0', 'p-1', 'p-2'].map((key) => third.knows('picture', key))).toEqual([false, true, false]);
  });

  it('cost as much to write as what is new, and nothing when nothing is', async () => {
    keep(2_000);
    const before = await sizeOf();
    const second = open();
    second.remember('picture', 'p-7', 'e', picture(70));
    second.save([]);
    const [after, changed] = [await sizeOf(), open()];
    expect(after - before).toBeLessThan(100);
    expect(changed.recall('picture', 'p-7', 'e')).toEqual(picture(70));
    changed.save([]);
    expect(await sizeOf()).toBe(after);
  });

  it('do not grow without end', async () => {
    keep(10);
    const few = await sizeOf();
    for (let round = 0; round < 80; round += 1) keep(10);
    expect(await sizeOf()).toBeLessThan(few * 60);
    expect(open().recall('picture', 'p-9', 'd')).toEqual(picture(9));
  });

  it('begin with those of another folder, which stays as it is', async () => {
    const seed = await temporaryFolder();
    try {
      const others = openRecords(seed.dir, 'code');
      keep(2, others);
      const own = open('code', seed.dir);
      expect(own.recall('picture', 'p-1', 'd')).toEqual(picture(1));
      own.remember('picture', 'p-0', 'new', picture(5));
      own.save(['picture']);
      expect(open().recall('picture', 'p-1', 'd')).toEqual(picture(1));
      expect(openRecords(seed.dir, 'code').recall('picture', 'p-0', 'd')).toEqual(picture(0));
    } finally {
      await seed.remove();
    }
  });

  it('survive a line that was torn or damaged', async () => {
    keep(3);
    const file = join(folder.dir, 'records.log');
    await writeFile(file, (await readFile(file, 'utf8')).replace('{"width":1', '{"wi'));
    await appendFile(file, 'code\tpicture\td\t"p-3"\t{"wid');
    const second = open();
    expect(second.recall('picture', 'p-1', 'd')).toBeUndefined();
    second.remember('picture', 'p-4', 'd', picture(4));
    second.save([]);
    const third = open();
    expect(['p-0', 'p-2', 'p-3', 'p-4'].map((key) => third.recall('picture', key, 'd'))).toEqual([
      picture(0),
      picture(2),
      undefined,
      picture(4),
    ]);
  });
});

describe('a file that was looked at', () => {
  const later = Date.now() + 60_000;
  const file = () => join(folder.dir, 'a.md');

  it('is not read again while it looks the same', async () => {
    await writeFile(file(), 'one');
    const first = open();
    const digest = createLook(first, later)('a.md', file())?.digest ?? '';
    expect(digest).toBe(digestOf('one'));
    first.save(['seen']);
    const log = join(folder.dir, 'records.log');
    await writeFile(log, (await readFile(log, 'utf8')).replace(digest, 'remembered'));
    expect(createLook(open(), later)('a.md', file())?.digest).toBe('remembered');
  });

  it('is read again when another of the same size has its time', async () => {
    await writeFile(file(), 'one');
    const old = new Date('2024-01-01');
    await utimes(file(), old, old);
    const first = open();
    createLook(first, later)('a.md', file());
    first.save(['seen']);
    await writeFile(file(), 'two');
    await utimes(file(), old, old);
    expect(createLook(open(), later)('a.md', file())?.digest).toBe(digestOf('two'));
  });

  it('is not trusted when it had just been written', async () => {
    await writeFile(file(), 'one');
    const records = open();
    createLook(records, Date.now())('a.md', file());
    expect(records.knows('seen', 'a.md')).toBe(false);
    createLook(records, later)('a.md', file());
    expect(records.knows('seen', 'a.md')).toBe(true);
  });

  it('may be missing', () => {
    expect(createLook(open())('a.md', file())).toBeUndefined();
  });
});
