import { access, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMdxCompiler } from '../support/astro-mdx.ts';
import { post } from '../support/content.ts';
import { attempts, canary, fileAttempts } from '../support/mdx-attempts.ts';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';
import { everyPage } from '../unit/markdown/blog.ts';

const bodies = attempts.map(({ body }, index): [string, string] => [
  `posts/attempt-${String(index)}.mdx`,
  post({}, body),
]);
const files = fileAttempts.map(({ file }, index): [string, string] => [
  `posts/file-${String(index)}.mdx`,
  file,
]);
const env = { WATERCOOLER_CANARY: canary };

let blog: TestBlog;
beforeAll(async () => {
  blog = await createTestBlog(Object.fromEntries([...bodies, ...files]));
  await writeFile(join(dirname(blog.content), 'canary.txt'), canary);
});
afterAll(() => blog.remove());

describe('a blog of nothing but attempts to run code', () => {
  it.each(['check', 'build'] as const)('is refused by %s, file by file', async (command) => {
    const { code, printed } = await runWatercooler(command, blog, env);
    expect(code).toBe(1);
    const refused = new Set(printed.match(/^content\/posts\/[a-z\d-]+\.mdx(?=:\d+:\d+ )/gmu));
    const all = [...bodies, ...files].map(([path]) => `content/${path}`);
    expect(all.filter((path) => !refused.has(path))).toEqual([]);
    expect(printed).not.toContain(canary);
    expect(printed).toMatch(/Nothing was published\.\n"npm run check -- --fix" would mend \d+ of them\.\n$/u);
    await expect(access(blog.out)).rejects.toThrow('ENOENT');
  });

  it('leaves no canary in the cache', async () => {
    const tree = await readTree(blog.cache);
    const leaks = [...tree].filter(([, bytes]) => bytes.includes(canary)).map(([path]) => path);
    expect(tree.size).toBeGreaterThan(0);
    expect(leaks).toEqual([]);
  });
});

describe('a blog with every component', () => {
  it('is built, and shows each of them but no remark', async () => {
    const body = [
      '<Callout type="warning" title="Before you start">\n\nClose the valve.\n\n</Callout>',
      '<Steps>\n\n1. Look.\n2. Clean.\n\n</Steps>',
      '<Tabs>\n<Tab label="Browser">\n\nOpen it.\n\n</Tab>\n</Tabs>',
      '<Quiz id="zero" question="What first?">\n\n<Option>Adjust</Option>\n<Option correct>Record</Option>\n<Explanation>Because.</Explanation>\n\n</Quiz>',
      '<Video href="https://vimeo.com/123456" title="How to rinse" />',
      '<Figure src="./pump.png" alt="A pump" caption="In Canso" />',
      '{/* Nobody reads this. */}',
      'Press <kbd>S</kbd> \\{twice}.',
    ].join('\n\n');
    const pixels = { width: 8, height: 8, channels: 3, background: '#123456' } as const;
    const png = await sharp({ create: pixels }).png().toBuffer();
    const good = await createTestBlog({ 'posts/a/index.mdx': post({}, body), 'posts/a/pump.png': png });
    const { code, printed } = await runWatercooler('build', good, env);
    const page = (await readTree(good.out)).get('posts/a/index.html')?.toString() ?? printed;
    await good.remove();
    expect(code).toBe(0);
    const words = ['Before you start', 'Close the valve.', 'Clean.', 'Open it.', 'Record', 'Because.'];
    for (const shown of [...words, 'How to rinse', 'alt="A pump"', 'In Canso', '<kbd>S</kbd> {twice}.'])
      expect(page).toContain(shown);
    expect(page).not.toContain('Nobody reads this');
  });
});

describe('the compiler, with its own plugins and nobody before them', () => {
  it('compiles none of the attempts, and says nothing of the canary', async () => {
    const compile = await openMdxCompiler(everyPage);
    const outcomes = await Promise.all(
      attempts.map(({ what, body }) =>
        compile(body).then(
          () => `${what} was compiled`,
          (error: unknown) => String(error),
        ),
      ),
    );
    expect(outcomes.filter((outcome) => / was compiled$/u.test(outcome))).toEqual([]);
    expect(outcomes.filter((outcome) => outcome.includes(canary))).toEqual([]);
  });

  it('compiles most of them without its plugins, or these attempts would prove nothing', async () => {
    const compile = await openMdxCompiler();
    const compiled = await Promise.all(attempts.map(({ body }) => compile(body).then(Boolean, () => false)));
    expect(compiled.filter(Boolean).length).toBeGreaterThan(60);
  });
});
