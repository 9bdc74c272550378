import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pushBranch, type BranchChange } from '../../../../scripts/adapters/branch.ts';
import { createRepository, type Repository } from '../../../support/repository.ts';

const author = { name: 'Inês Carvalho', email: 'ines@kestrelquay.example' };

let repository: Repository;
let base: string;

beforeEach(async () => {
  repository = await createRepository({ 'content/a b.md': 'one\n', 'content/gone.md': 'old\n' });
  base = (await repository.git(['rev-parse', 'HEAD'])).trim();
});

afterEach(() => repository.remove());

function push(files: Record<string, string | Uint8Array | undefined>, change: Partial<BranchChange> = {}) {
  const whole = { base, branch: 'copies', files: new Map(Object.entries(files)), message: 'Copy', author };
  return pushBranch(repository.dir, 'origin', { ...whole, ...change });
}

const changed = (branch: string) =>
  repository.remote(['diff-tree', '-r', '--name-status', '--no-renames', base, branch]);

describe('pushBranch', () => {
  it('changes, adds and removes exactly the files that it is given, bytes as they are', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x00, 0xff, 0x0d, 0x0a]);
    const done = await push({
      'content/a b.md': 'two\r\n',
      'content/größe/p.png': bytes,
      'content/gone.md': undefined,
    });

    expect(done).toBe('pushed');
    expect(await changed('copies')).toBe('M\tcontent/a b.md\nD\tcontent/gone.md\nA\tcontent/größe/p.png\n');
    expect(await repository.remote(['show', 'copies:content/a b.md'])).toBe('two\r\n');
    const blob = await repository.remote(['cat-file', '-s', 'copies:content/größe/p.png']);
    expect(blob.trim()).toBe('6');
    expect(await repository.remote(['log', '-1', '--format=%an <%ae> %s', 'copies'])).toBe(
      'Inês Carvalho <ines@kestrelquay.example> Copy\n',
    );
  });

  it('leaves the checkout, its index and its branch as they were', async () => {
    await repository.write('content/a b.md', 'unsaved\n');
    await repository.write('content/new.md', 'staged\n');
    await repository.git(['add', 'content/new.md']);
    const before = await repository.git(['status', '--porcelain']);

    await push({ 'content/a b.md': 'two\n' });

    expect(await repository.git(['status', '--porcelain'])).toBe(before);
    expect(await readFile(join(repository.dir, 'content/a b.md'), 'utf8')).toBe('unsaved\n');
    expect((await repository.git(['rev-parse', 'HEAD'])).trim()).toBe(base);
  });

  it('pushes nothing when the branch holds the same already', async () => {
    await push({ 'content/a b.md': 'two\n' });
    const first = await repository.remote(['rev-parse', 'copies']);

    expect(await push({ 'content/a b.md': 'two\n' }, { message: 'Copy again' })).toBe('unchanged');
    expect(await repository.remote(['rev-parse', 'copies'])).toBe(first);
  });

  it('makes no branch when nothing differs from its start', async () => {
    expect(await push({ 'content/a b.md': 'one\n' })).toBe('nothing');
    expect(await repository.remote(['branch', '--list', 'copies'])).toBe('');
  });

  it('puts a new commit on the new start in place of what the branch held', async () => {
    await push({ 'content/a b.md': 'two\n' });
    await repository.write('content/other.md', 'other\n');
    const next = await repository.commit('Go on');

    expect(await push({ 'content/a b.md': 'three\n' }, { base: next })).toBe('pushed');
    expect(await repository.remote(['rev-list', '--count', `${next}..copies`])).toBe('1\n');
  });

  it('puts its commit on top of a branch that it may not replace, and nowhere else', async () => {
    const change = { branch: 'main', onTop: true };
    expect(await push({ 'content/a b.md': 'two\n' }, change)).toBe('pushed');
    await expect(push({ 'content/a b.md': 'three\n' }, change)).rejects.toThrow('non-fast-forward');
    expect(await repository.remote(['show', 'main:content/a b.md'])).toBe('two\n');
  });

  it('says what git says when the branch cannot be', async () => {
    await expect(push({ 'content/a b.md': 'two\n' }, { branch: 'bad..name' })).rejects.toThrow(
      /^git push failed in .+bad\.\.name/su,
    );
  });
});
