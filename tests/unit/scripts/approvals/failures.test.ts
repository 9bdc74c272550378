import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGit } from '../../../../src/source/git.ts';
import { brokenAnswer, type Answer } from '../../../support/forge/answers.ts';
import { openApprovedBlog, type ApprovedBlog } from '../../../support/approved-blog.ts';

let blog: ApprovedBlog;
let interrupt: (body: string) => Answer | undefined = () => undefined;
const file = () => join(blog.clone, 'content/approvals.json');
const text = () => readFile(file(), 'utf8').catch(() => 'There is none.');

beforeAll(async () => {
  blog = await openApprovedBlog({ old: 'Old.' }, { interrupt: ({ body }) => interrupt(body) });
  blog.day('2026-02-01');
  const pull = await blog.propose({ title: 'One', commits: [{ posts: { one: 'One.' } }] });
  await blog.merge(pull, 'hana-sato');
}, 60_000);
afterAll(() => blog.close());

describe('a register that cannot be read to its end', () => {
  it('stays as it is when the forge fails, and is whole after the next run', async () => {
    interrupt = (body) => (body.includes('query Pulls') ? brokenAnswer(502) : undefined);
    expect(await blog.read()).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "The forge at http://forge/api is in trouble: it answered 502, again and again.
      The register stays as it was, and the next run goes on from here.
      ",
        "stdout": "",
      }
    `);
    expect(await text()).toBe('There is none.');
    interrupt = () => undefined;
    expect(await blog.read({ dryRun: true })).toMatchObject({ code: 0 });
    expect(await text()).toBe('There is none.');
    expect(await blog.read()).toMatchObject({ code: 0, stderr: '' });
    const whole = await text();
    interrupt = () => brokenAnswer(502);
    expect(await blog.read({ full: true })).toMatchObject({ code: 1 });
    expect(await text()).toBe(whole);
    interrupt = () => undefined;
  });

  it('is not touched when it cannot be understood', async () => {
    const whole = await text();
    await writeFile(file(), whole.slice(0, -20));
    expect(await blog.read()).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "content/approvals.json cannot be used as it is. Restore it from git; what is wrong with it says: npm run check
      ",
        "stdout": "",
      }
    `);
    expect(await text()).toBe(whole.slice(0, -20));
    await writeFile(file(), whole);
  });

  it('says what a token needs, and that there is none', async () => {
    expect((await blog.read({ env: { GITHUB_TOKEN: '' } })).stderr).toMatchInlineSnapshot(`
      "There is no token. Make one that may read the pull requests of the repository, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.
      "
    `);
    expect((await blog.read({ env: { GITHUB_TOKEN: 'wrong' }, full: true })).stderr).toMatchInlineSnapshot(`
      "The forge does not accept the token in GITHUB_TOKEN or GH_TOKEN. It may be mistyped, expired or revoked.
      The register stays as it was, and the next run goes on from here.
      "
    `);
  });
});

describe('commits of which nobody can be sure', () => {
  it('are asked for again: pushed a moment ago, not known to the forge, brought into another branch', async () => {
    blog.day('2026-03-01');
    await blog.push({ pushed: 'Pushed.' });
    const [, pushed = ''] = /^(\w+)/u.exec(await openGit(blog.clone)(['rev-parse', 'HEAD'])) ?? [];
    expect(await blog.read({ now: '2026-03-01T13:00:00Z' })).toMatchObject({ code: 0 });
    expect((await blog.register()).withoutPull).not.toContain(pushed);
    expect(await blog.read({ now: '2026-03-03T13:00:00Z' })).toMatchObject({ code: 0 });
    expect((await blog.register()).withoutPull).toContain(pushed);

    const before = await text();
    const local = { 'content/posts/local.md': '---\ntitle: Local\n---\n\nOnly here.\n' };
    await writeFile(join(blog.clone, 'content/posts/local.md'), local['content/posts/local.md']);
    const git = openGit(blog.clone);
    await git(['add', '--all', 'content/posts']);
    await git(['commit', '--quiet', '--message', 'Not pushed']);
    expect(await blog.read()).toMatchObject({ code: 0 });
    expect(await text()).toBe(before);
    await git(['reset', '--quiet', '--hard', 'HEAD~1']);
  });
});

it('says that a shallow clone has too little history', async () => {
  const git = openGit(blog.clone);
  await git(['clone', '--quiet', '--depth=1', `file://${blog.clone}`, 'shallow']);
  await cp(join(blog.clone, 'content/site.yml'), join(blog.clone, 'shallow/content/site.yml'));
  const env = { CONTENT_DIR: join(blog.clone, 'shallow/content') };
  expect((await blog.read({ env })).stderr).toMatchInlineSnapshot(`
    "Approvals are found by the commits that changed the texts, and this clone is shallow. Fetch the rest with: git fetch --unshallow (in a workflow: fetch-depth: 0).
    "
  `);
});
