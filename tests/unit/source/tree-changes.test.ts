import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change, TreePair } from '../../../src/source/git-changes.ts';
import { readLog } from '../../../src/source/git-log.ts';
import { openGitStream } from '../../../src/source/git.ts';
import { changedTrees, pairName, readChanges } from '../../../src/source/history-changes.ts';
import type { ObjectFolder } from '../../../src/source/object-places.ts';
import { openTreeChanges } from '../../../src/source/tree-changes.ts';
import { temporaryFolder } from '../../support/content.ts';
import { randomHistory } from '../../support/random-history.ts';

const run = promisify(execFile);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

async function git(dir: string, ...args: string[]): Promise<string> {
  const env = { PATH: process.env['PATH'], GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
  const { stdout } = await run('git', args, { cwd: dir, env, maxBuffer: 1e9 });
  return stdout.trim();
}

/** A repository with a history that was drawn by lot, all of it in one pack. */
async function drawn(seed: string, format = 'sha1'): Promise<string> {
  const dir = join(folder.dir, seed);
  await git(folder.dir, 'init', '--quiet', '--initial-branch=main', `--object-format=${format}`, dir);
  const importing = run('git', ['-c', 'fastimport.unpackLimit=0', 'fast-import', '--quiet', '--done'], {
    cwd: dir,
  });
  importing.child.stdin?.end(randomHistory(seed, 150, format === 'sha1' ? 40 : 64));
  await importing;
  return dir;
}

async function objectsOf(dir: string): Promise<ObjectFolder> {
  const path = await git(dir, 'rev-parse', '--path-format=absolute', '--git-path', 'objects');
  const format = await git(dir, 'rev-parse', '--show-object-format');
  return { path, idLength: format === 'sha256' ? 32 : 20 };
}

const kinds = new Map([
  ['A', 'added'],
  ['D', 'deleted'],
  ['R', 'renamed'],
] as const) as ReadonlyMap<string, Change['kind']>;

/** What `git log` prints of each commit that is no merge, by the two folders. */
async function printed(dir: string): Promise<Map<string, Change[]>> {
  const stream = openGitStream(dir);
  const log = await readLog(stream, 'HEAD');
  const pairs = changedTrees(log, false);
  const options = ['-z', '--raw', '--no-abbrev', '--diff-merges=off', '-M', '-l1000', '--format=%x01%H'];
  const pieces: Buffer[] = [];
  for await (const piece of stream(['log', ...options])) pieces.push(piece);
  const byCommit = new Map<string, Change[]>();
  for (const part of Buffer.concat(pieces).toString().split('\u0001').slice(1)) {
    const [id = '', ...tokens] = part.split('\0').filter((token) => token !== '');
    const changes: Change[] = [];
    for (let token = tokens.shift(); token !== undefined; token = tokens.shift()) {
      const [, before = '', after = '', letter = ''] = /^\n?:\d+ \d+ (\w+) (\w+) (\w)/u.exec(token) ?? [];
      const first = tokens.shift() ?? '';
      const kind = kinds.get(letter) ?? 'changed';
      const path = kind === 'renamed' ? (tokens.shift() ?? '') : first;
      changes.push({ kind, path, from: kind === 'renamed' ? first : undefined, before, after });
    }
    byCommit.set(id, changes);
  }
  return new Map(
    log.flatMap((commit, index) => {
      const pair = pairs[index];
      return pair === undefined ? [] : [[pairName(pair), byCommit.get(commit.id) ?? []]];
    }),
  );
}

function pairsIn(changes: ReadonlyMap<string, unknown>): TreePair[] {
  return [...changes.keys()].map((name) => {
    const [before = '', after = ''] = name.split(' ');
    return { before, after };
  });
}

/** Whether only git can say what changed: files may have been renamed, or a submodule is among them. */
function isForGit(changes: readonly Change[]): boolean {
  const kinds = new Set(changes.map(({ kind }) => kind));
  const isMoved = kinds.has('renamed') || (kinds.has('added') && kinds.has('deleted'));
  return isMoved || changes.some(({ path }) => path.endsWith('module'));
}

/** Compares everything that was printed with what is read, and gives how much of it was read without git. */
async function compared(dir: string): Promise<number> {
  const [expected, objects, stream] = [await printed(dir), await objectsOf(dir), openGitStream(dir)];
  const quick = openTreeChanges(objects);
  let read = 0;
  for (const pair of pairsIn(expected)) {
    const [changes, printedChanges = []] = [quick.changes(pair), expected.get(pairName(pair))];
    if (isForGit(printedChanges)) expect(changes).toBeUndefined();
    else expect(changes).toEqual(printedChanges);
    read += changes === undefined ? 0 : 1;
  }
  quick.close();
  for (const way of [{ objects }, { objects, threadFrom: 1 }, { objects: undefined }]) {
    const read = await readChanges(pairsIn(expected), new Map(), { stream, ...way });
    expect(read).toEqual([...expected.values()]);
  }
  return read;
}

describe('what changed between two folders is what git prints', () => {
  it('where objects lie as they were imported', async () => {
    expect(await compared(await drawn('imported'))).toBeGreaterThan(50);
  });

  it('where git has packed them anew, and knows the commits by heart', async () => {
    const dir = await drawn('packed');
    await git(dir, 'repack', '-a', '-d', '-f', '--quiet');
    await git(dir, 'commit-graph', 'write', '--reachable', '--no-progress');
    expect(await compared(dir)).toBeGreaterThan(50);
  });

  it('where each has a file of its own', async () => {
    const dir = join(folder.dir, 'loose');
    const packs = join(await drawn('for-loose'), '.git/objects/pack');
    const pack = (await readdir(packs)).find((name) => name.endsWith('.pack')) ?? '';
    await git(folder.dir, 'init', '--quiet', '--initial-branch=main', dir);
    const unpacking = run('git', ['unpack-objects', '-q'], { cwd: dir });
    unpacking.child.stdin?.end(await readFile(join(packs, pack)));
    await unpacking;
    await git(dir, 'update-ref', 'HEAD', await git(join(folder.dir, 'for-loose'), 'rev-parse', 'HEAD'));
    expect(await compared(dir)).toBeGreaterThan(50);
  });

  it('where they are borrowed from another repository, and in a second work tree', async () => {
    await drawn('lender');
    const dir = join(folder.dir, 'borrower');
    await git(folder.dir, 'clone', '--quiet', '--shared', '--no-checkout', 'lender', dir);
    expect(await compared(dir)).toBeGreaterThan(50);
    await git(dir, 'worktree', 'add', '--quiet', '--no-checkout', '../second');
    expect(await compared(join(folder.dir, 'second'))).toBeGreaterThan(50);
  });

  it('where they have the long names of SHA-256', async () => {
    expect(await compared(await drawn('long', 'sha256'))).toBeGreaterThan(50);
  });

  it('or is left to git where a pack or its index is cut off, overwritten or of another version', async () => {
    const dir = await drawn('broken');
    const expected = await printed(dir);
    const packs = join(dir, '.git/objects/pack');
    const answers = async () => {
      const quick = openTreeChanges(await objectsOf(dir));
      let read = 0;
      for (const pair of pairsIn(expected)) {
        const changes = quick.changes(pair);
        if (changes !== undefined) expect(changes).toEqual(expected.get(pairName(pair)));
        read += changes === undefined ? 0 : 1;
      }
      quick.close();
      return read;
    };
    const whole = await answers();
    const unchanged = pairsIn(expected).filter(({ before, after }) => before === after).length;
    for (const name of await readdir(packs)) {
      const file = join(packs, name);
      const bytes = await readFile(file);
      await chmod(file, 0o644);
      for (const part of [0, 0.001, 0.5, 0.9]) {
        await truncate(file, Math.floor(bytes.length * part));
        expect(await answers()).toBeLessThan(whole);
        await writeFile(file, bytes);
        await writeFile(file, Buffer.from(bytes).fill(0, Math.floor(bytes.length * part)));
        expect(await answers()).toBeLessThan(whole);
      }
      await writeFile(file, Buffer.from(bytes).fill(9, 4, 8));
      expect(await answers()).toBe(name.endsWith('.rev') ? whole : unchanged);
      await writeFile(file, bytes);
    }
    expect(await answers()).toBe(whole);
    await mkdir(join(packs, 'pack-of-nothing.idx'));
    expect(await answers()).toBe(whole);
  });
});
