import { readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepText, keptText } from '../../../src/source/kept-text.ts';
import { readStoredHistory, storedHistory } from '../../../src/source/known-history.ts';
import { rememberedHistory } from '../../../src/source/remembered-history.ts';
import { post, temporaryFolder } from '../../support/content.ts';
import { ada, createRepository, type TestRepository } from '../../support/history.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let blog: TestRepository;
beforeEach(async () => {
  folder = await temporaryFolder();
  blog = await createRepository(folder.dir);
  await blog.commit('2026-01-01', {
    'content/posts/a.md': post({}, 'Some words.\n'),
    '.gitignore': 'cache\n',
  });
  await blog.commit('2026-02-02', { 'content/posts/a.md': post({}, 'Other words.\n') });
});
afterEach(() => folder.remove());

const cacheDir = () => join(folder.dir, 'cache');
const changesFile = () => join(cacheDir(), 'changes.txt');

async function people(fingerprint = 'code'): Promise<string[]> {
  const dir = join(folder.dir, 'content');
  const { files } = await rememberedHistory({ dir, label: 'content', cacheDir: cacheDir(), fingerprint });
  return (files.get('posts/a.md')?.people ?? []).map(({ name, changes }) => `${name} ${changes}`);
}

/** Writes a lie into what is remembered, to see whether it is asked. */
async function plant(): Promise<void> {
  const file = join(cacheDir(), 'history.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('Ada Berg', 'Remembered'));
}

it('is read once for a commit, and again for any other: a new one, an older one, one that was made again', async () => {
  expect(await people()).toEqual(['Ada Berg 1']);
  await plant();
  expect(await people()).toEqual(['Remembered 1']);
  await blog.commit('2026-03-03', { 'content/posts/a.md': post({}, 'Third words.\n') });
  expect(await people()).toEqual(['Ada Berg 2']);
  await plant();
  await blog.git('reset', '--quiet', '--hard', 'HEAD~1');
  expect(await people()).toEqual(['Ada Berg 1']);
  await plant();
  await blog.git('commit', '--quiet', '--amend', '--no-edit', '--author', 'Hana Satō <h@blog.example>');
  expect(await people()).toEqual(['Hana Satō 1']);
});

it('is read again when .mailmap, the list of mechanical commits or the code is another', async () => {
  expect(await people()).toEqual(['Ada Berg 1']);
  await writeFile(join(folder.dir, '.mailmap'), `Ada Nkem ${ada.slice(ada.indexOf('<'))}\n`);
  expect(await people()).toEqual(['Ada Nkem 1']);
  await writeFile(join(folder.dir, '.git-blame-ignore-revs'), `${await blog.git('rev-parse', 'HEAD')}\n`);
  expect(await people()).toEqual([]);
  await writeFile(join(folder.dir, '.git-blame-ignore-revs'), '');
  expect(await people()).toEqual(['Ada Nkem 1']);
  await plant();
  expect(await people('other code')).toEqual(['Ada Nkem 1']);
});

it('is read again when what is remembered is torn, and holds no address', async () => {
  await people();
  const file = join(cacheDir(), 'history.json');
  expect(await readFile(file, 'utf8')).not.toContain('@');
  await writeFile(file, '{"key":');
  expect(await people()).toEqual(['Ada Berg 1']);
});

/** Everything that is told, from what is remembered or else from nothing. */
async function told(cache = cacheDir()): Promise<[string, unknown][]> {
  const dir = join(folder.dir, 'content');
  const { files } = await rememberedHistory({ dir, label: 'content', cacheDir: cache, fingerprint: 'code' });
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1));
}

async function toldFromNothing(): Promise<[string, unknown][]> {
  const other = await temporaryFolder();
  const all = await told(other.dir);
  await other.remove();
  return all;
}

describe('what earlier runs read of folders and texts', () => {
  /** Makes all texts seem the same, to see whether what is known of them is asked. */
  async function plantDigests(): Promise<void> {
    const known = readStoredHistory(await keptText(changesFile(), 'code'));
    if (known === undefined) throw new Error('Nothing is known.');
    for (const blob of known.digests.keys()) known.digests.set(blob, 'same');
    await keepText(changesFile(), 'code', storedHistory(known));
  }

  it('is not read again for a commit on top of others', async () => {
    await people();
    await plantDigests();
    await blog.commit('2026-03-03', { 'content/posts/b.md': post({}, 'Words.\n') });
    await blog.commit('2026-04-04', { 'content/posts/b.md': post({}, 'New words.\n') });
    expect(await told()).toMatchObject([
      ['posts/a.md', { changes: 0 }],
      ['posts/b.md', { changes: 2 }],
    ]);
  });

  it('is not taken from other code, nor when it is missing, cut off or changed', async () => {
    await people();
    const again = async (spoil: () => Promise<void>): Promise<void> => {
      await plantDigests();
      await spoil();
      await rm(join(cacheDir(), 'history.json'), { force: true });
      expect(await told()).toMatchObject([['posts/a.md', { changes: 1 }]]);
    };
    const size = async () => (await stat(changesFile())).size;
    await again(() => rm(changesFile()));
    await again(() => truncate(changesFile(), 0));
    await again(async () => truncate(changesFile(), (await size()) - 1));
    await again(async () => {
      const text = await readFile(changesFile(), 'utf8');
      await writeFile(changesFile(), text.replace('same', 'sane'));
    });
    await again(async () => keepText(changesFile(), 'code', '{"trees":"","changes":[1]}'));
    await again(async () => keepText(changesFile(), 'old code', await keptText(changesFile(), 'code')));
  });

  it('leads to the same answers after everything that can happen to a branch', async () => {
    const words = (line: string, start = 'A start') =>
      post({}, `${start}.\n\n${'The same line of many words.\n'.repeat(9)}${line}\n`);
    const steps: (() => Promise<unknown>)[] = [
      () =>
        blog.commit('2026-03-01', { 'content/posts/b.md': words('b'), 'content/posts/ü c.md': words('c') }),
      () => blog.commit('2026-03-02', { 'content/posts/b.md': null, 'content/posts/moved.md': words('new') }),
      () => blog.git('checkout', '--quiet', '-b', 'topic', 'HEAD~1'),
      () =>
        blog.commit(
          '2026-03-03',
          { 'content/posts/b.md': words('b', 'Another start') },
          { by: 'Hana Satō <h@blog.example>' },
        ),
      () => blog.git('checkout', '--quiet', 'main'),
      () => blog.merge('2026-03-04', 'topic'),
      () => blog.git('gc', '--quiet', '--prune=now'),
      () => blog.commit('2026-03-05', { 'content/posts/moved.md': words('newer') }),
      () => blog.git('reset', '--quiet', '--hard', 'HEAD~1'),
      () => blog.commit('2026-03-06', { 'content/posts/moved.md': null }),
      () => blog.git('checkout', '--quiet', 'topic'),
      () => blog.git('rebase', '--quiet', 'HEAD~2', '--onto', 'HEAD~1', 'topic'),
    ];
    for (const step of steps) {
      await step();
      expect(await told()).toEqual(await toldFromNothing());
    }
  });

  it('is neither asked nor added to where git shows a commit in place of another one', async () => {
    await people();
    const kept = await readFile(changesFile(), 'utf8');
    const [last, first] = [await blog.git('rev-parse', 'HEAD'), await blog.git('rev-parse', 'HEAD~1')];
    const other = await blog.commit('2026-02-03', { 'content/posts/a.md': post({}, 'Quite other words.\n') });
    await blog.git('reset', '--quiet', '--hard', last);
    await blog.git('replace', '--graft', other, first);
    await blog.git('replace', last, other);
    expect(await told()).toEqual(await toldFromNothing());
    expect(await readFile(changesFile(), 'utf8')).toBe(kept);
    await blog.git('replace', '--delete', last);
    expect(await people()).toEqual(['Ada Berg 1']);
  });

  it('is forgotten after a while', () => {
    const changes = new Map(
      Array.from({ length: 5000 }, (_, index) => [
        `${index} ${index + 1}`,
        [
          {
            kind: 'added' as const,
            path: `${index}.md`,
            from: undefined,
            before: '0',
            after: `blob-${index}`,
          },
        ],
      ]),
    );
    const digests = new Map(Array.from({ length: 5000 }, (_, index) => [`blob-${index}`, `digest-${index}`]));
    const known = readStoredHistory(storedHistory({ changes, digests, needed: 100 }));
    expect(known?.changes.size).toBe(1200);
    expect(known?.digests.size).toBe(1200);
    expect(known?.changes.get('4999 5000')).toEqual(changes.get('4999 5000'));
    expect(known?.digests.get('blob-4999')).toBe('digest-4999');
  });
});
