import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../../scripts/commands/review.ts';
import type { Report } from '../../../../scripts/reviewing/report-schema.ts';
import { fakeWorld } from '../../../support/fake-world.ts';
import { startGitForge, type GitForge } from '../../../support/git-forge/start-git-forge.ts';
import { createRepository, type Repository } from '../../../support/repository.ts';
import { hostileTitle } from '../../../support/reviewed-blog.ts';

const users = [{ login: 'reviews', name: 'Reviews', token: 'reviews', may: 'write' }] as const;
const site = (url: string) =>
  `name: A blog\npurpose: To test.\nurl: https://blog.example\nforge:\n  kind: github\n  url: ${url}\n  repository: kestrel-quay/watercooler\n`;

let repository: Repository;
let forge: GitForge;
let folder: string;
let head: string;

beforeAll(async () => {
  repository = await createRepository({ 'content/posts/a.md': 'A.\n', 'engine.ts': 'One.\n' });
  forge = await startGitForge({ repository: repository.bare, users });
  for (const [branch, path] of [
    ['content-only', 'content/posts/b.md'],
    ['engine', 'engine.ts'],
  ] as const) {
    await repository.git(['checkout', '--quiet', '-B', branch, 'main']);
    await repository.write(path, 'Other words.\n');
    await repository.commit(branch);
    await repository.git(['push', '--quiet', 'origin', branch]);
    await forge.as('reviews')('POST', '/pulls', { title: branch, head: branch, base: 'main' });
  }
  await repository.write('content/site.yml', site(forge.url));
  folder = join(repository.dir, 'a report');
});
afterAll(async () => {
  await forge.stop();
  await repository.remove();
});
beforeEach(async () => {
  head = (await repository.remote(['rev-parse', 'content-only'])).trim();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
});

const report = (changes: Partial<Report> = {}): Report => ({
  version: 1,
  base: { name: 'main', commit: '0'.repeat(40) },
  head: { commit: head, isDirty: false },
  ...{ alarms: [], pages: [], unseen: [], others: [], problems: [], silenced: [] },
  ...changes,
});

async function publish(content: unknown, ...args: string[]) {
  if (content !== undefined) await writeFile(join(folder, 'review.json'), JSON.stringify(content));
  const env = { GITHUB_TOKEN: 'reviews', WATERCOOLER_DAY: '2026-11-22' };
  const { world, written } = fakeWorld({ cwd: repository.dir, env });
  const code = await run(['publish', '--report', folder, '--pull', '1', ...args], world);
  const { port } = new URL(forge.url);
  const plain = (text: string) => text.replaceAll(port, 'PORT').replaceAll(repository.dir, 'REPOSITORY');
  return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
}

const commentsOn = (number: number) =>
  forge
    .pulls()
    .find((pull) => pull.number === number)
    ?.comments.map(({ body }) => body) ?? [];

describe('npm run review -- publish', () => {
  it('writes one comment, leaves it alone, and edits it', async () => {
    expect(await publish(report())).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "The report on pull request 1 is opened: http://127.0.0.1:PORT/kestrel-quay/watercooler/pull/1#issuecomment-1003
      ",
      }
    `);
    expect((await publish(report())).stdout).toContain('is unchanged');
    expect((await publish(report({ unseen: ['/posts/a/'] }), '--head', head)).stdout).toContain('is updated');
    expect(commentsOn(1)).toHaveLength(1);
    expect(commentsOn(1)[0]).toContain(
      '<!-- watercooler-review -->\nNothing that readers see changes.\n\n1 file was',
    );
  });

  it('takes what is not content from the forge, and doubts a report that the branch could have made up', async () => {
    const engine = (await repository.remote(['rev-parse', 'engine'])).trim();
    const lying = report({
      head: { commit: engine, isDirty: false },
      alarms: [{ kind: 'settings', files: ['x'] }],
    });
    const { stdout } = await publish(lying, '--pull', '2', '--dry-run');
    expect(stdout.replaceAll(/[0-9a-f]{10}/gu, 'COMMIT')).toMatchInlineSnapshot(`
      "**Look at this first.** This report was made by code that the pull request changes itself: look at the files before you believe it.

      - It changes the engine and not only content: \`engine.ts\`.

      Nothing that readers see changes.

      <sub>Compared \`COMMIT\` with where it left \`main\` (\`COMMIT\`).</sub>
      "
    `);
    expect(commentsOn(2)).toEqual([]);
  });

  it('writes words that can do nothing', async () => {
    const others = [{ title: hostileTitle, lines: [hostileTitle] }];
    await publish(report({ others }));
    const [body = ''] = commentsOn(1);
    expect(body).toContain('everyone');
    expect(body).not.toMatch(/(?<!\\)<script|<!-- -->|@everyone|#1|(?<!\\)\[x|\*\*bold/u);
  });

  it('leaves a pull request alone that has moved on', async () => {
    const { code, stdout } = await publish(report(), '--head', 'f'.repeat(40));
    expect(code).toBe(0);
    expect(stdout.replace(head.slice(0, 10), 'COMMIT')).toMatchInlineSnapshot(`
      "Pull request 1 is at COMMIT and the report is about ffffffffff, so it was not published: a newer one is on its way.
      "
    `);
  });

  it.each([
    ['another shape', () => ({ ...report(), pages: 'all' })],
    ['another field', () => ({ ...report(), extra: 1 })],
    ['a long line', () => report({ unseen: ['x'.repeat(2_001)] })],
    ['too many', () => report({ unseen: Array.from({ length: 10_001 }, () => '/') })],
    ['a commit that is none', () => report({ base: { name: 'main', commit: '--help' } })],
    ['another rule', () => ({ ...report(), problems: [{ rule: 'no-such-rule' }] })],
    ['no JSON at all', () => undefined],
  ])('refuses a report with %s', async (_what, make) => {
    const made = make();
    if (made === undefined) await writeFile(join(folder, 'review.json'), '{"version":');
    const { code, stderr } = await publish(made);
    expect(code).toBe(1);
    expect(stderr).toMatch(/is not as "npm run review" writes it, so it was not published\.\n/u);
  });

  it('refuses a report for a closed group, a link in place of a file, and nothing', async () => {
    expect((await publish(report({ audience: 'night-watch' }))).stderr).toMatchInlineSnapshot(`
      "The report was written for the members of a closed group, so it was not published.
      "
    `);
    await rm(join(folder, 'review.json'));
    await symlink('/etc/hostname', join(folder, 'review.json'));
    expect((await publish(undefined)).stderr).toMatchInlineSnapshot(`
      "There is no report at REPOSITORY/a report/review.json.
      "
    `);
    await rm(join(folder, 'review.json'));
    expect((await publish(undefined)).code).toBe(1);
  });

  it('finds the pull request by its commit, and says where to see more', async () => {
    await writeFile(join(folder, 'review.json'), JSON.stringify(report()));
    const { world, written } = fakeWorld({ cwd: repository.dir, env: { GITHUB_TOKEN: 'reviews' } });
    const links = ['--run', 'https://forge.example/runs/7', '--preview', 'https://{head}.preview.example'];
    expect(await run(['publish', '--report', folder, '--head', head, ...links], world)).toBe(0);
    expect(written.stdout).toMatch(/^The report on pull request 1 is /u);
    expect(commentsOn(1).at(-1)).toMatch(
      new RegExp(
        `\\n\\[See the blog as it would be\\]\\(https://${head}\\.preview\\.example\\) · \\[.+\\]\\(https://forge\\.example/runs/7\\)\\n?$`,
        'u',
      ),
    );
  });

  it('publishes nothing where no pull request ends with the commit', async () => {
    await writeFile(join(folder, 'review.json'), JSON.stringify(report()));
    const { world, written } = fakeWorld({ cwd: repository.dir, env: { GITHUB_TOKEN: 'reviews' } });
    expect(await run(['publish', '--report', folder, '--head', 'f'.repeat(40)], world)).toBe(0);
    expect(written.stdout).toBe(
      'No open pull request ends with ffffffffff by now, so nothing was published.\n',
    );
  });

  it('takes no address that could become more than a link', async () => {
    const { world } = fakeWorld({ cwd: repository.dir });
    const args = ['publish', '--report', folder, '--head', head, '--run', 'https://a.example/) [x](y'];
    await expect(run(args, world)).rejects.toThrow('--run takes an address that starts with https://');
  });

  it.each([
    [['publish', '--pull', 'x'], '--pull takes a whole number from 1 to 2147483647, and "x" is not one.'],
    [
      ['publish'],
      '"review publish" needs --head and a commit, or --pull and the number of a pull request, and no other words.',
    ],
    [
      ['publish', '--pull', '1', '--head', 'main'],
      '--head takes the whole name of a commit, and "main" is none.',
    ],
  ])('refuses %j', async (args, message) => {
    await expect(run(args, fakeWorld().world)).rejects.toThrow(message);
  });
});
