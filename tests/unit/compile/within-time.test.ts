import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { equip, type Outfit } from '../../../src/compile/perform-bodies.ts';
import { withinTime } from '../../../src/compile/within-time.ts';
import { openThread, type Task } from '../../../src/compile/worker-pool.ts';
import { temporaryFolder } from '../../support/content.ts';

const root = join(import.meta.dirname, '../../..');
const module = pathToFileURL(join(root, 'src/compile/within-time.ts')).href;

describe('work with a time limit', () => {
  it('gives its result', () => {
    expect(withinTime(1_000, () => 42)).toBe(42);
  });

  it('is stopped in a loop, and in a regular expression that tries everything', () => {
    const forever = (): unknown => {
      for (;;);
    };
    const stopped: unknown = withinTime<unknown>(20, forever);
    expect(stopped).toBeUndefined();
    expect(withinTime(20, () => /^(a+)+$/u.test(`${'a'.repeat(40)}!`))).toBeUndefined();
  });

  it('throws what the work throws, and can be used again', () => {
    expect(() => withinTime(1_000, () => BigInt('x'))).toThrow(SyntaxError);
    expect(withinTime(1_000, () => withinTime(1_000, () => 'inner'))).toBe('inner');
  });

  it('is stopped in another thread too', async () => {
    const code = `
      import { parentPort } from 'node:worker_threads';
      const { withinTime } = await import(${JSON.stringify(module)});
      const stopped = withinTime(20, () => /^(a+)+$/u.test('a'.repeat(40) + '!'));
      parentPort.postMessage({ stopped: stopped === undefined });
    `;
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
    const told = await new Promise((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    await worker.terminate();
    expect(told).toEqual({ stopped: true });
  });
});

describe('bodies', () => {
  it('are judged although one of them takes too long, and that one is named', async () => {
    const { dir, remove } = await temporaryFolder();
    const outfit: Outfit = {
      addresses: {
        ...{ byPath: new Map(), bySlug: new Map(), byTitle: new Map(), slugs: [], files: new Map() },
        conversations: { people: new Map(), discussions: new Map(), pictureHosts: new Set() },
      },
      pictures: new Map(),
      attachments: new Map(),
      lint: { words: [], names: [], policy: { clauses: [] } },
      render: true,
      cacheDir: dir,
      patience: 100,
    };
    const job = (text: string) => ({
      path: 'posts/a.md',
      format: 'md' as const,
      text,
      bodyStart: 0,
      bodyLine: 7,
    });
    const slow = `| a | b |\n|---|---|\n${'| *a* | [b](#c) |\n'.repeat(4_900)}`;
    const perform = equip(outfit);
    await perform([job('Words.')]);
    const records = await perform([job('Words.'), job(slow), job('More words.')]);
    await remove();
    expect(records.map(({ messages }) => messages)).toMatchInlineSnapshot(`
      [
        [],
        [
          {
            "column": 1,
            "line": 7,
            "mend": "Look for signs of Markdown that are repeated very often, and put data into a code block.",
            "message": "This text takes longer than 0.1 seconds to render.",
            "rule": "too-slow",
          },
        ],
        [],
      ]
    `);
  });
});

describe('a thread that has no memory left', () => {
  let thread: ReturnType<typeof openThread> | undefined;
  afterEach(async () => {
    await thread?.end();
  });

  it(
    'fails what it was asked and what it is asked later, with the names of the files',
    { timeout: 60_000 },
    async () => {
      thread = openThread(join(root, 'src/compile/worker.ts'), {
        maxOldGenerationSizeMb: 24,
        maxYoungGenerationSizeMb: 2,
      });
      const list = Array.from({ length: 4_000 }, (_, index) => `  - author-${index}`).join('\n');
      const bytes = Buffer.from(`---\ntitle: A\nauthors:\n${list}\n---\n\nWords.\n`);
      const jobs = Array.from({ length: 40 }, () => ({
        kind: 'posts' as const,
        path: 'posts/bad.md',
        bytes,
      }));
      const task: Task = { kind: 'read', jobs };
      const message = (asked: Promise<unknown>) =>
        asked.then(
          () => 'It did it.',
          (error: unknown) => (error instanceof Error ? error.message : String(error)),
        );
      expect(await message(thread.ask(task))).toMatchInlineSnapshot(
        `"A thread that reads and judges files ended before its work did, perhaps because it had no memory left. Look at posts/bad.md first."`,
      );
      expect(await message(thread.ask(task))).toContain('ended before its work did');
    },
  );
});
