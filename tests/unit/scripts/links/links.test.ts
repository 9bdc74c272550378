import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { close, listen } from '../../../../scripts/adapters/listen.ts';
import { runLinks } from '../../../../scripts/commands/links.ts';
import { fakeWorld } from '../../../support/fake-world.ts';
import { startGitForge, type GitForge } from '../../../support/git-forge/start-git-forge.ts';
import { createRepository, type Repository } from '../../../support/repository.ts';

const users = [
  { login: 'links', name: 'Links', token: 'token-of-links', may: 'write' },
  { login: 'ada', name: 'Ada', token: 'token-of-ada', may: 'write' },
] as const;

/** Pages by path: what they answer to HEAD and to GET. */
const pages: Record<string, [head: number, get: number]> = {
  '/here': [200, 200],
  '/no-head': [405, 200],
  '/gone': [404, 404],
  '/robot-says-gone': [404, 200],
  '/also-gone': [410, 410],
  '/login': [401, 401],
  '/broken': [500, 503],
};
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.url}`);
  if (request.url === '/slow') return;
  if (request.url === '/moved') {
    response.writeHead(301, { location: '/gone' }).end();
    return;
  }
  const [head, get] = pages[request.url ?? ''] ?? [404, 404];
  response.writeHead(request.method === 'HEAD' ? head : get).end();
});

let repository: Repository;
let forge: GitForge;
let origin: string;

beforeAll(async () => {
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) throw new Error(address.refused);
  origin = `http://127.0.0.1:${address.port}`;
  repository = await createRepository({});
  forge = await startGitForge({ repository: repository.bare, users });
  await repository.write(
    'content/site.yml',
    `name: A blog\npurpose: To test.\nurl: https://blog.corp\nforge:\n  kind: github\n  url: ${forge.url}\n  repository: kestrel-quay/watercooler\n`,
  );
  await repository.write(
    'content/tags.yml',
    'tags:\n  - slug: a-tag\n    label: A tag\n    description: For tests.\n',
  );
  await repository.write(
    'content/authors/ada.yml',
    `name: Ada\nrole: Trainer\nreach:\n  - label: Page\n    link: ${origin}/gone\n`,
  );
});
afterAll(async () => {
  server.closeAllConnections();
  await close(server);
  await forge.stop();
  await repository.remove();
});
beforeEach(() => {
  asked.length = 0;
});

async function links(body: string, args: string[] = [], env: Record<string, string> = {}) {
  const text = `---\ntitle: One\ndate: 2026-03-01\nauthors: [ada]\ntags: [a-tag]\n---\n\n${body}\n`;
  await repository.write('content/posts/one.md', text);
  const { world, written } = fakeWorld({ cwd: repository.dir, env });
  const code = await runLinks(args, world, { spacing: 0, timeout: 500 });
  const plain = (words: string) => words.replaceAll(origin, 'HOST').replaceAll(forge.url, 'FORGE');
  return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
}

describe('npm run links', () => {
  it('says what leads nowhere and where it is written, and what nobody can say', async () => {
    const body = [
      `[Here](${origin}/here#part), [again](${origin}/here), ${origin}/no-head and <${origin}/robot-says-gone>.`,
      `[Gone](${origin}/gone) and [moved there][m]. ![A picture](${origin}/also-gone "Words")`,
      `<a href="${origin}/login">Login</a>, [broken](${origin}/broken), [slow](${origin}/slow),`,
      '[closed](http://127.0.0.1:1/).',
      `\`${origin}/in-code\``,
      `\n[m]: ${origin}/moved`,
    ].join('\n');
    expect(await links(body)).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "",
        "stdout": "Lead nowhere:

      HOST/gone
        The server says that there is no such page (404).
        content/authors/ada.yml:5:11
        content/posts/one.md:9:8

      HOST/also-gone
        The server says that there is no such page (410).
        content/posts/one.md:9:72

      HOST/moved
        The server says that there is no such page (404).
        content/posts/one.md:14:6

      Nobody can say from here:

      HOST/login
        The server lets only some people in (401).
        content/posts/one.md:10:10

      HOST/broken
        The server gives no page at the moment (503).
        content/posts/one.md:10:60

      HOST/slow
        The server takes too long to answer.
        content/posts/one.md:10:99

      http://127.0.0.1:1/
        The server cannot be reached: bad port.
        content/posts/one.md:11:10

      10 links followed: 3 lead somewhere, 3 nowhere, 4 unsure.
      ",
      }
    `);
    expect(asked.filter((question) => question.endsWith('/here'))).toEqual(['HEAD /here']);
    expect(asked.join()).not.toContain('in-code');
  });

  it('asks nobody about the blog itself and about names that are only examples', async () => {
    await repository.write('content/authors/ada.yml', 'name: Ada\nrole: Trainer\n');
    const body =
      '[Own](https://blog.corp/a/) [ex](https://example.com/a) [ex](https://a.example/) [l](http://localhost:1/)';
    expect((await links(body)).stdout).toBe('0 links followed: 0 lead somewhere, 0 nowhere, 0 unsure.\n');
  });

  it('is content when every link leads somewhere', async () => {
    expect(await links(`[Here](${origin}/here)`)).toEqual({
      code: 0,
      stdout: '1 link followed: 1 lead somewhere, 0 nowhere, 0 unsure.\n',
      stderr: '',
    });
  });

  it('gives machines every link with its verdict', async () => {
    const { stdout } = await links(`[Gone](${origin}/gone)`, ['--format', 'json']);
    expect(JSON.parse(stdout)).toEqual([
      {
        url: 'HOST/gone',
        places: ['content/posts/one.md:8:8'],
        verdict: { kind: 'gone', because: 'The server says that there is no such page (404).' },
      },
    ]);
    await expect(links('Words.', ['--format', 'xml'])).rejects.toThrow('There is no format "xml".');
  });

  it('keeps one issue about them, and closes it when they are mended', async () => {
    const env = { GITHUB_TOKEN: 'token-of-links' };
    const decoy = { title: 'Mine', labels: ['links'], body: '<!-- watercooler-links -->\nMine.' };
    await forge.as('ada')('POST', '/issues', decoy);
    const roll = async (body: string) => (await links(body, ['--issue'], env)).stderr;

    expect(await roll(`[Here](${origin}/here)`)).toBe('There is no issue about links, and none is needed.\n');
    expect(await roll(`[Gone](${origin}/gone?a=\`@ada\`) [l](${origin}/login)`)).toBe(
      'Issue 2 is opened: FORGE/kestrel-quay/watercooler/issues/2\n',
    );
    expect(forge.issues()[1]?.body?.replaceAll(origin, 'HOST')).toMatchInlineSnapshot(`
      "<!-- watercooler-links -->
      1 link of the blog leads nowhere. Mend each in a pull request: by the page’s new address, by another page that says the same, or by taking the link away and keeping what it stood for. This list is written anew every time the links are followed.

      - \`HOST/gone?a=%60@ada%60\`
        The server says that there is no such page (404).
        - \`content/posts/one.md:8:8\`


      <details><summary>1 link of which nobody can say from here</summary>

      - \`HOST/login\`
        The server lets only some people in (401).
        - \`content/posts/one.md:8:50\`

      </details>"
    `);
    expect(await roll(`[Gone](${origin}/gone?a=\`@ada\`) [l](${origin}/login)`)).toContain(
      'Issue 2 is unchanged',
    );
    expect(await roll(`[Gone](${origin}/also-gone)`)).toContain('Issue 2 is updated');
    expect(await roll(`[Here](${origin}/here)`)).toContain('Issue 2 is closed');
    expect(await roll(`[Gone](${origin}/gone)`)).toContain('Issue 3 is opened');
    expect(forge.issues().map(({ state }) => state)).toEqual(['open', 'closed', 'open']);
  });

  it('cuts the issue between two links when they are more than fit, and says so', async () => {
    const many = Array.from(
      { length: 250 },
      (_, index) => `[l](${origin}/gone/${'x'.repeat(280)}/${index})`,
    ).join('\n');
    await links(many, ['--issue'], { GITHUB_TOKEN: 'token-of-links' });
    const body = forge.issues().at(-1)?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/:\d+`\n\nThere are more than fit here; the command lists them all\.$/u);
  });

  it('says what it needs before it follows anything', async () => {
    const { code, stderr } = await links(`[Here](${origin}/here)`, ['--issue']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^There is no token\. Make one that may write issues/u);
    expect(asked).toEqual([]);
  });
});
