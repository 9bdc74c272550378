import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../../scripts/commands/propose.ts';
import { fakeWorld } from '../../../support/fake-world.ts';
import { startGitForge, type GitForge } from '../../../support/git-forge/start-git-forge.ts';
import { createRepository, type Repository } from '../../../support/repository.ts';

const users = [{ login: 'copies', name: 'Copies', token: 'token-of-copies', may: 'write' }] as const;

let repository: Repository;
let forge: GitForge;

const siteFor = (url: string, kind = 'github') =>
  `name: A blog\npurpose: To test.\nurl: https://blog.example\nforge:\n  kind: ${kind}\n  url: ${url}\n  repository: kestrel-quay/watercooler\n`;

beforeAll(async () => {
  repository = await createRepository({ 'content/threads/a b.json': '{}\n', 'README.md': 'Read me.\n' });
  forge = await startGitForge({ repository: repository.bare, users });
});
afterAll(async () => {
  await forge.stop();
  await repository.remove();
});
beforeEach(async () => {
  await repository.git(['reset', '--quiet', '--hard', 'origin/main']);
  await repository.git(['clean', '--quiet', '-d', '--force']);
  await repository.write('content/site.yml', siteFor(forge.url));
});

async function propose(args: string[], env: Record<string, string> = { GITHUB_TOKEN: 'token-of-copies' }) {
  const { world, written } = fakeWorld({ cwd: repository.dir, env });
  const code = await run(args, world);
  const { port } = new URL(forge.url);
  return { code, stdout: written.stdout.replaceAll(port, 'PORT'), stderr: written.stderr };
}

const copies = ['--branch', 'copies', '--title', 'Copy conversations', 'content/threads'];

describe('npm run propose', () => {
  it('does nothing when nothing differs', async () => {
    expect(await propose(copies)).toEqual({
      code: 0,
      stdout: 'Nothing differs from the last commit, so there is nothing to propose.\n',
      stderr: '',
    });
  });

  it('opens one pull request with the files named, and brings it up to date', async () => {
    await repository.write('content/threads/a b.json', '{"a":1}\n');
    await repository.write('content/threads/questions/7.json', '{"ä":"\\r"}\r\n');
    await repository.write('README.md', 'Not named.\n');

    expect(await propose(copies)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Pull request 1 is opened: http://127.0.0.1:PORT/kestrel-quay/watercooler/pull/1
      ",
      }
    `);
    const read = (path: string) => repository.remote(['show', `copies:${path}`]);
    expect(await repository.remote(['diff', '--name-only', 'main', 'copies'])).toBe(
      'content/threads/a b.json\ncontent/threads/questions/7.json\n',
    );
    expect(await read('content/threads/questions/7.json')).toBe('{"ä":"\\r"}\r\n');

    expect((await propose(copies)).stdout).toMatch(/^Pull request 1 is unchanged/u);

    await repository.write('content/threads/a b.json', '{"a":2}\n');
    expect((await propose(copies)).stdout).toMatch(/^Pull request 1 is updated/u);
    expect(await read('content/threads/a b.json')).toBe('{"a":2}\n');
    expect(forge.pulls()).toHaveLength(1);
    expect(await readFile(join(repository.dir, 'README.md'), 'utf8')).toBe('Not named.\n');
  });

  it('commits straight onto the published branch when it is told to, and never over somebody’s push', async () => {
    await repository.write('content/threads/new.json', '{}\n');
    const args = [...copies, '--as', 'commit'];
    const before = forge.pulls().length;

    expect(await propose(args)).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Committed 1 file to main.
      ",
      }
    `);
    expect(await repository.remote(['log', '-1', '--format=%an: %s', 'main'])).toBe(
      'Watercooler: Copy conversations\n',
    );
    expect(forge.pulls()).toHaveLength(before);

    await repository.write('content/threads/later.json', '{}\n');
    const late = await propose(args);
    expect(late.code).toBe(1);
    expect(late.stderr).toContain('non-fast-forward');
    await repository.git(['fetch', '--quiet', 'origin']);
  });

  it('takes away what is gone', async () => {
    await repository.git(['rm', '--quiet', 'content/threads/a b.json']);
    await propose(copies);
    expect(await repository.remote(['diff', '--name-status', 'main', 'copies'])).toContain(
      'D\tcontent/threads/a b.json\n',
    );
  });

  it('says what it would do, and writes nothing', async () => {
    await repository.write('content/threads/dry.json', '{}\n');
    const tip = await repository.remote(['rev-parse', 'copies']);
    expect(await propose([...copies, '--dry-run'])).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "1 file would be proposed:
      content/threads/dry.json
      ",
      }
    `);
    expect(await repository.remote(['rev-parse', 'copies'])).toBe(tip);
  });

  it.each([
    ['a title', ['--branch', 'copies', 'content']],
    ['a file', ['--branch', 'copies', '--title', 'T']],
    ['a branch', ['--title', 'T', 'content']],
  ])('says that it needs %s', async (_what, args) => {
    await expect(propose(args)).rejects.toThrow(
      '"propose" needs --branch, --title, and the files or folders to propose.',
    );
  });

  it('knows two ways and no other', async () => {
    await expect(propose([...copies, '--as', 'push'])).rejects.toThrow(
      '--as takes pull-request or commit, and "push" is neither.',
    );
  });

  it('refuses to make a pull request out of the published branch', async () => {
    await repository.write('content/threads/x.json', '{}\n');
    await expect(
      propose(['--branch', 'main', ...copies.slice(2)]),
    ).rejects.toThrowErrorMatchingInlineSnapshot(
      `[UsageError: "main" is the branch that is published. Name one of its own for the pull request.]`,
    );
  });

  it('says what is needed without a token, a forge that it speaks to, and a usable site.yml', async () => {
    await repository.write('content/threads/x.json', '{}\n');
    expect((await propose(copies, {})).stderr).toMatchInlineSnapshot(`
      "There is no token. Make one that may write contents and pull requests, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.
      "
    `);
    await repository.write('content/site.yml', siteFor('https://gitlab.example', 'gitlab'));
    expect((await propose(copies)).stderr).toMatchInlineSnapshot(`
      "This speaks to GitHub only, and content/site.yml says that the forge is GitLab.
      "
    `);
    await repository.write('content/site.yml', 'name: x\n');
    expect((await propose(copies)).stderr).toMatchInlineSnapshot(`
      "content/site.yml cannot be used as it is. What is wrong with it says: npm run check
      "
    `);
  });

  it('hands on what the forge refuses', async () => {
    await repository.write('content/threads/x.json', '{}\n');
    const { code, stderr } = await propose(copies, { GITHUB_TOKEN: 'wrong' });
    expect(code).toBe(1);
    expect(stderr).toContain('token');
  });
});
