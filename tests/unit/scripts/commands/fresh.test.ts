import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../../scripts/commands/fresh.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { post, writeContent, writeFiles, type Files } from '../../../support/content.ts';
import { fakeWorld } from '../../../support/fake-world.ts';
import { startGitForge, type GitForge } from '../../../support/git-forge/start-git-forge.ts';
import { createRepository, type Repository } from '../../../support/repository.ts';
import { root } from '../../../support/run-watercooler.ts';

const users = [
  { login: 'watercooler', name: 'Watercooler', token: 'fresh', may: 'write' },
  { login: 'ada', name: 'Ada', token: 'ada', may: 'admin' },
] as const;

/** On 22 November 2026 these are due: two of Ada, one whose owner has left, and one that nobody is left to keep. */
const blog: Files = {
  'authors/ada.yml': 'name: Ada Berg\nrole: Trainer\nlogin: ada\n',
  'authors/bo.yml': 'name: Bo Lind\nrole: Rigger\nlogin: "@everyone"\n',
  'authors/eve.yml': 'name: Eve Moss\nrole: Diver\nleft: 2026-06-01\n',
  'groups/divers.md': '---\nname: Divers\npurpose: We dive.\nstewards: [eve, bo]\n---\n\nWe dive.\n',
  'groups/watch.md': '---\nname: Watch\npurpose: We watch.\nstewards: [bo]\naccess: closed\n---\n\nAsk.\n',
  'posts/first.md': post({ title: '"=1+1 [x](y) @all"', reviewBy: '6 months' }),
  'posts/second.md': post({ title: 'A day', reviewBy: '2026-06-10 # by the audit' }),
  'posts/wrecks.md': post({ title: 'Wrecks', authors: '[eve]', group: 'divers', reviewBy: '1 month' }),
  'posts/lonely.md': post({ title: 'Lonely', authors: '[eve]', reviewBy: '1 month' }),
  'posts/secret.md': post({ title: 'Secret', authors: '[bo]', group: 'watch', reviewBy: '1 month' }),
  'posts/draft.md': post({ title: 'Draft', reviewBy: '1 month', draft: 'true' }),
  'posts/soon.md': post({ title: 'Soon', authors: '[bo]', reviewBy: '2026-12-01' }),
  'posts/true.md': post({ title: 'Still so', reviewBy: '6 months', reviewed: '2026-11-01' }),
};
const site = (url: string) =>
  `name: The Harbour Log\npurpose: What we learned.\nurl: https://blog.example\nforge:\n  kind: github\n  url: ${url}\n  repository: kestrel-quay/watercooler\n`;

let repository: Repository;
let forge: GitForge;
let now = '2026-11-22';

beforeAll(async () => {
  repository = await createRepository({ 'README.md': 'A blog.\n' });
  forge = await startGitForge({
    ...{ repository: repository.bare, users },
    now: () => new Date(`${now}T10:00:00Z`),
  });
  const content = join(repository.dir, 'content');
  await writeContent(content, { ...blog, 'site.yml': site(forge.url) });
  await repository.commit('The blog');
  await repository.git(['push', '--quiet', 'origin', 'main']);
});
afterAll(async () => {
  await forge.stop();
  await repository.remove();
});
beforeEach(() => {
  now = '2026-11-22';
});

async function fresh(...args: string[]) {
  const env = {
    CONTENT_DIR: join(repository.dir, 'content'),
    WATERCOOLER_CACHE: join(repository.dir, '..', 'cache'),
    WATERCOOLER_DAY: now,
    GITHUB_TOKEN: 'fresh',
  };
  const { world, written } = fakeWorld({ cwd: root, env });
  const code = await run(args, world);
  const { port } = new URL(forge.url);
  return { code, stdout: written.stdout.replaceAll(port, 'PORT'), stderr: written.stderr };
}

describe('npm run fresh', () => {
  it('lists what is due by who keeps it true, the longest overdue first', async () => {
    const { code, stdout } = await fresh();
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Nobody is left who keeps these true
        Lonely
          by 12 April 2026, 224 days ago  https://blog.example/posts/lonely/

      Bo Lind
        Wrecks
          by 12 April 2026, 224 days ago  https://blog.example/posts/wrecks/

      Ada Berg
        A day
          by 10 June 2026, 165 days ago  https://blog.example/posts/second/
        =1+1 [x](y) @all
          by 12 September 2026, 71 days ago  https://blog.example/posts/first/

      4 posts of 3 people.
      "
    `);
  });

  it('looks ahead, and into a closed group when it is told to', async () => {
    const files = async (...args: string[]) => {
      const rows: unknown = JSON.parse((await fresh('--format', 'json', ...args)).stdout);
      return JSON.stringify(rows).match(/posts\/\w+\.md/gu);
    };
    expect(await files()).not.toContain('posts/soon.md');
    expect(await files('--days', '9')).toContain('posts/soon.md');
    expect(await files()).not.toContain('posts/secret.md');
    expect(await files('--for', 'watch')).toContain('posts/secret.md');
  });

  it('writes a table in which no cell is a formula', async () => {
    expect((await fresh('--format', 'csv')).stdout).toMatchInlineSnapshot(`
      "title,page,file,due,"days over",keeper,login
      Lonely,https://blog.example/posts/lonely/,posts/lonely.md,2026-04-12,224,,
      Wrecks,https://blog.example/posts/wrecks/,posts/wrecks.md,2026-04-12,224,"Bo Lind",'@everyone
      "A day",https://blog.example/posts/second/,posts/second.md,2026-06-10,165,"Ada Berg",ada
      "'=1+1 [x](y) @all",https://blog.example/posts/first/,posts/first.md,2026-09-12,71,"Ada Berg",ada
      "
    `);
  });

  it.each([
    [['--format', 'pdf'], 'There is no format "pdf". The formats are: text, json, csv.'],
    [['--days', '1000'], '--days takes a whole number from 0 to 999, and "1000" is not one.'],
    [['--dry-run'], '--dry-run is for "fresh propose"; "fresh" by itself writes nothing.'],
    [['propose', '--format', 'csv'], '"fresh propose" opens pull requests and has no --format.'],
    [['everything'], '"fresh" takes the word "propose" or none, and got "everything".'],
    [['--for', '../x'], '--for takes the slug of a group, and "../x" is none.'],
  ])('refuses %j', async (args, message) => {
    await expect(fresh(...args)).rejects.toThrow(message);
  });
});

describe('npm run fresh -- propose', () => {
  const pulls = () => forge.pulls().map(({ number, title, pull }) => `${number} ${pull.head}: ${title}`);

  it('says what it would propose, and writes nothing', async () => {
    expect((await fresh('propose', '--dry-run')).stdout).toMatchInlineSnapshot(`
      "Still true? 2 posts of Ada Berg  (still-true/ada)
        posts/second.md
        posts/first.md
      Still true? 1 post of Bo Lind  (still-true/bo)
        posts/wrecks.md
      Still true? 1 post that nobody keeps  (still-true/nobody)
        posts/lonely.md
      "
    `);
    expect(pulls()).toEqual([]);
    expect((await repository.remote(['branch', '--list'])).trim()).toBe('* main');
  });

  it('asks each of them in one pull request that moves the dates and nothing else', async () => {
    const { code, stdout, stderr } = await fresh('propose');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "Still true? 2 posts of Ada Berg: pull request 1 is opened. http://127.0.0.1:PORT/kestrel-quay/watercooler/pull/1
      Still true? 1 post of Bo Lind: pull request 2 is opened. http://127.0.0.1:PORT/kestrel-quay/watercooler/pull/2
      Still true? 1 post that nobody keeps: pull request 3 is opened. http://127.0.0.1:PORT/kestrel-quay/watercooler/pull/3
      "
    `);
    const diff = await repository.remote(['diff', '--unified=0', 'main', 'still-true/ada']);
    expect(diff.match(/^[+-](?![+-]).*/gmu)).toMatchInlineSnapshot(`
      [
        "+reviewed: 2026-11-22",
        "-reviewBy: 2026-06-10 # by the audit",
        "+reviewBy: 2027-02-20 # by the audit",
        "+reviewed: 2026-11-22",
      ]
    `);
    const body = forge.pulls().find(({ pull }) => pull.head === 'still-true/ada')?.body ?? '';
    expect(body.replaceAll(new URL(forge.url).port, 'PORT')).toMatchInlineSnapshot(`
      "@ada, somebody should have looked at these posts again. Are they still true?

      - [ ] **A day**, due on 10 June 2026: [read it](https://blog.example/posts/second/), [change it](http://127.0.0.1:PORT/kestrel-quay/watercooler/edit/still-true/ada/content/posts/second.md)
      - [ ] **\\=1\\+1 \\[x\\]\\(y\\) \\@&#8203;all**, due on 12 September 2026: [read it](https://blog.example/posts/first/), [change it](http://127.0.0.1:PORT/kestrel-quay/watercooler/edit/still-true/ada/content/posts/first.md)

      **Yes:** merge this, or approve it so that somebody can. The review dates move on, and nothing else changes.

      **Not quite:** change it on this branch first, with the link beside it. The change is reviewed with the rest.

      **No, and nobody needs it any more:** add \`expires:\` with a day of last week to its frontmatter on this branch, and it disappears from the blog. Its old address keeps leading somewhere when you name another page in \`redirects.yml\`.

      **Not yours any more:** set \`owner:\` to whoever keeps it true, on this branch."
    `);
  });

  it('tells nobody by a name that is no name', () => {
    const body = forge.pulls().find(({ pull }) => pull.head === 'still-true/bo')?.body ?? '';
    expect(body).toMatch(/^Somebody should have looked/u);
    expect(body).not.toContain('@everyone');
  });

  it('asks again without another pull request or commit, on the next day too', async () => {
    const before = { pulls: pulls(), tip: await repository.remote(['rev-parse', 'still-true/ada']) };
    expect((await fresh('propose')).stdout.match(/is (?:opened|updated|unchanged)/gu)).toEqual(
      Array.from({ length: 3 }, () => 'is unchanged'),
    );
    now = '2026-11-23';
    await fresh('propose');
    expect({ pulls: pulls(), tip: await repository.remote(['rev-parse', 'still-true/ada']) }).toEqual(before);
  });

  it('overwrites nobody’s answer', async () => {
    const branch = 'still-true/bo';
    await repository.git(['fetch', '--quiet', 'origin', branch]);
    await repository.git(['checkout', '--quiet', '-b', 'answer', 'FETCH_HEAD']);
    await repository.write('content/posts/wrecks.md', post({ title: 'Wrecks, corrected', group: 'divers' }));
    const answer = await repository.commit('Correct it');
    await repository.git(['push', '--quiet', 'origin', `HEAD:${branch}`]);
    await repository.git(['checkout', '--quiet', 'main']);
    expect((await fresh('propose')).stdout).toContain(
      'pull request 2 is left alone, because somebody works on its branch.',
    );
    expect((await repository.remote(['rev-parse', branch])).trim()).toBe(answer);
  });

  it('does not ask again at once when somebody closed the question', async () => {
    await forge.as('ada')('PATCH', '/pulls/3', { state: 'closed' });
    expect((await fresh('propose')).stdout).toContain(
      'Still true? 1 post that nobody keeps: nobody is asked, because the last pull request was closed on 2026-11-22.\n',
    );
    expect(pulls()).toHaveLength(3);
    now = '2026-12-24';
    await fresh('propose');
    expect(pulls()).toHaveLength(4);
  });

  it('asks anew when the question has been open for so long that the answer would be old', async () => {
    now = '2027-01-22';
    await fresh('propose');
    expect(await repository.remote(['show', 'still-true/ada:content/posts/first.md'])).toContain(
      'reviewed: 2027-01-22\n',
    );
  });

  it('is answered by merging it', async () => {
    now = '2027-01-22';
    const { number = 0 } = forge.pulls().find(({ pull }) => pull.head === 'still-true/ada') ?? {};
    const merged = await forge.as('ada')('PUT', `/pulls/${number}/merge`, {});
    expect(merged.status).toBe(200);
    await repository.git(['pull', '--quiet', '--rebase', 'origin', 'main']);
    const { stdout } = await fresh();
    expect(stdout).not.toContain('Ada Berg');
    const dir = join(repository.dir, 'content');
    const { problems } = await readContent({ dir, label: 'content' });
    expect(problems).toEqual([]);
    expect((await fresh('propose')).stdout).not.toContain('Ada Berg');
  });

  it('says what is missing without a token', async () => {
    const { world, written } = fakeWorld({
      cwd: root,
      env: { CONTENT_DIR: join(repository.dir, 'content'), WATERCOOLER_DAY: '2026-11-22' },
    });
    expect(await run(['propose'], world)).toBe(1);
    expect(written.stderr).toMatchInlineSnapshot(`
      "There is no token. Make one that may write contents and pull requests, and put it into the environment variable GITHUB_TOKEN or GH_TOKEN.
      "
    `);
  });

  it('has nobody to ask when nothing is due', async () => {
    await writeFiles(join(repository.dir, 'content'), {
      'posts/wrecks.md': null,
      'posts/lonely.md': null,
      'posts/soon.md': null,
    });
    now = '2026-11-22';
    expect((await fresh('propose')).stdout).toBe('Nothing has to be looked at again, so nobody is asked.\n');
  });
});
