import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textDigest } from '../../src/source/text-digest.ts';
import { post, writeFiles } from '../support/content.ts';
import { createRepository } from '../support/history.ts';
import { createTestBlog, readTree, runWatercooler, type TestBlog } from '../support/run-watercooler.ts';

let blog: TestBlog;
let built: { code: number; printed: string };

const text = (words: string, fields: Record<string, string> = {}) =>
  post({ date: '2026-01-02', ...fields }, `${words} about pumps and valves.\n`);
const table = `---\nname: Table\npurpose: To talk.\naccess: closed\nstewards: [ada]\n---\n\nWords.\n`;
const forge = `forge:\n  kind: github\n  url: https://forge.example\n  repository: harbour/log\n`;

/** What the register keeps of a pull request that changed posts. */
function pull(number: number, title: string, texts: Record<string, string>, approvals: object[]) {
  const ada = { login: 'ada-b', name: 'Ada Berg' };
  return {
    ...{ number, title, url: `https://forge.example/harbour/log/pull/${number}`, author: ada },
    ...{
      mergedAt: '2026-03-04T09:00:00Z',
      mergedBy: { login: 'tomasz-krol', name: 'Tomasz Król' },
      approvals,
    },
    commits: ['a'.repeat(39) + String(number % 10)],
    texts: Object.entries(texts).map(([slug, words]) => ({
      path: `posts/${slug}.md`,
      digest: textDigest(words),
    })),
  };
}

const approval = (standing: string) => ({
  ...{ by: { login: 'hana-sato', name: 'Hana Satō' }, at: '2026-03-03T08:00:00Z', standing },
});

beforeAll(async () => {
  const [approved, hurried, early] = [text('Approved words'), text('Hurried words'), text('Early words')];
  const closed = text('Closed words', { group: 'table' });
  const register = {
    pulls: [
      pull(1, 'Say <b>what</b> goes on last', { approved }, [approval('counts')]),
      pull(2, 'Hurry', { hurried }, []),
      pull(3, 'Walrus canary', { early, closed }, [approval('earlier')]),
      pull(4, 'Of another text', { unknown: text('Words that were approved') }, [approval('counts')]),
    ],
    withoutPull: [],
  };
  blog = await createTestBlog({
    'site.yml': `name: The Harbour Log\npurpose: What we learned.\nurl: https://blog.example\n${forge}`,
    'authors/hana.yml': 'name: Hana Satō\nrole: Engineer\nlogin: hana-sato\n',
    'groups/table.md': table,
    'pages/about.md': '---\ntitle: About\n---\n\nWords about us.\n',
    'posts/approved.md': text('First words'),
    'posts/hurried.md': hurried,
    'posts/early.md': early,
    'posts/closed.md': closed,
    'posts/unknown.md': text('Words that are others by now'),
    'approvals.json': JSON.stringify(register),
  });
  const repository = await createRepository(dirname(blog.content));
  await writeFiles(repository.dir, { '.git/info/exclude': 'dist\ncache\n' });
  await repository.commit('2026-01-02', {});
  const robot = 'github-actions[bot] <41898282+github-actions[bot]@users.noreply.github.com>';
  await repository.commit(
    '2026-02-02',
    { 'content/posts/approved.md': text('Second words') },
    { by: robot, with: ['Zoë <zoe@private.example>'] },
  );
  await repository.commit(
    '2026-03-02',
    {
      'content/posts/approved.md': approved,
      'content/pages/about.md': '---\ntitle: About\n---\n\nOther words about us.\n',
    },
    { by: 'H <7+hana-sato@users.noreply.forge.example>' },
  );
  built = await runWatercooler('build', blog);
}, 120_000);
afterAll(() => blog.remove());

/** The words of a page about where it comes from, a line for each paragraph. */
async function told(path: string, box = 'facts'): Promise<string[]> {
  const html = await readFile(join(blog.out, path, 'index.html'), 'utf8');
  const [, inside = ''] = new RegExp(`<div class="${box}"[^>]*>(.*?)</div>`, 'su').exec(html) ?? [];
  return [...inside.matchAll(/<p(?: [^>]*)?>(.*?)<\/p>/gsu)].map(([, line = '']) =>
    line
      .replaceAll(/<(?!\/?(?:a|b)\b)[^>]*>/gu, '')
      .replaceAll(/ (?:class="[^"]*"|data-astro-cid-\w+)/gu, '')
      .trim(),
  );
}

describe('a built blog', () => {
  it('says of a page who approved it, in which pull request, and who wrote it', async () => {
    expect(built.code, built.printed).toBe(0);
    expect(await told('posts/approved')).toMatchInlineSnapshot(`
      [
        "By <a href="/authors/ada/">Ada Berg</a>. Published 2 January 2026, revised 2 March 2026. 1 minute to read. <a href="https://forge.example/harbour/log/commits/main/content/posts/approved.md">See what changed</a>",
        "Approved by <a href="/authors/hana/">Hana Satō</a> on 3 March 2026 in <a href="https://forge.example/harbour/log/pull/1">pull request 1</a>, “Say &lt;b&gt;what&lt;/b&gt; goes on last”.",
        "3 changes: <a href="/authors/ada/">Ada Berg</a> (1), Zoë (1), <a href="/authors/hana/">Hana Satō</a> (1).",
        "https://blog.example/posts/approved/",
      ]
    `);
    expect(await told('about', 'page-provenance')).toMatchInlineSnapshot(`
      [
        "Last revised 2 March 2026. <a href="https://forge.example/harbour/log/commits/main/content/pages/about.md">See what changed</a>",
        "2 changes: <a href="/authors/ada/">Ada Berg</a> (1), <a href="/authors/hana/">Hana Satō</a> (1).",
      ]
    `);
  });

  it('says that a page was merged without approval, or approved before its last change', async () => {
    expect((await told('posts/hurried'))[1]).toMatchInlineSnapshot(
      `"Merged without approval by Tomasz Król on 4 March 2026 in <a href="https://forge.example/harbour/log/pull/2">pull request 2</a>, “Hurry”."`,
    );
    expect((await told('posts/early'))[1]).toMatchInlineSnapshot(
      `"Approved by <a href="/authors/hana/">Hana Satō</a> on 3 March 2026, before its last change, in <a href="https://forge.example/harbour/log/pull/3">pull request 3</a>."`,
    );
  });

  it('says nothing of a text that is not the one that was approved', async () => {
    expect((await told('posts/unknown')).join(' ')).not.toMatch(/approv/iu);
  });

  it('names no address, no machine, and no pull request that also changed what is closed', async () => {
    const pages = [...(await readTree(blog.out)).values()].map((bytes) => bytes.toString()).join('\n');
    expect(pages).toContain('Zoë');
    for (const secret of ['private.example', 'blog.example>', 'actions[bot]', 'Walrus canary'])
      expect(pages).not.toContain(secret);
  });
});
