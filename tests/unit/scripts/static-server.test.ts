import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { close, listen } from '../../../scripts/adapters/listen.ts';
import { readBuiltSite } from '../../../scripts/adapters/site-files.ts';
import { createStaticServer } from '../../../scripts/adapters/static-server.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

let folder: string;
let server: Server;
let port: number;

const files = {
  'dist/index.html': '<h1>Home</h1>',
  'dist/404.html': '<h1>Nothing here</h1>',
  'dist/posts/first/index.html': '<h1>First</h1>',
  'dist/write/editor/index.html': '<h1>Editor</h1>',
  'dist/write/editor/0123456789ab/cms.js': '',
  'dist/_astro/site.4f.css': 'body { color: red; }'.repeat(20),
  'dist/pagefind/en.pf_meta': 'bytes',
  'dist/manifest.webmanifest': '{}',
  'dist/film.mp4': '0123456789',
  'dist/.hidden': 'secret',
  'dist/redirects.json': '{"/old/": "/posts/first/"}',
  'secret.txt': 'secret',
  'content/site.yml':
    'name: A\npurpose: B\nurl: https://a.example\nforge:\n  kind: github\n  url: https://forge.example\n  repository: a/b\ncomments:\n  mode: giscus\n  repoId: a\n  category: b\n  categoryId: c\n  host: https://talk.example\nthreads:\n  pictureHosts: [pictures.example]',
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-server-'));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  await symlink(join(folder, 'secret.txt'), join(folder, 'dist', 'link.txt'));
  server = createStaticServer(await readBuiltSite(join(folder, 'dist'), join(folder, 'content')));
  const address = await listen(server, 0, '127.0.0.1');
  if ('refused' in address) throw new Error(address.refused);
  port = address.port;
});

afterAll(async () => {
  await close(server);
  await rm(folder, { recursive: true });
});

/** A raw request: unlike fetch, it does not tidy the path. */
function get(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString('latin1');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('what is at an address', () => {
  it('serves the index of a folder', async () => {
    expect(await get('/posts/first/')).toMatchObject({ status: 200, body: '<h1>First</h1>' });
  });

  it('adds the missing slash of a folder and keeps the query', async () => {
    const { status, headers } = await get('/posts/first?a=1');
    expect([status, headers.location]).toEqual([301, '/posts/first/?a=1']);
  });

  it('answers with the 404 page and the status 404', async () => {
    expect(await get('/nowhere/')).toMatchObject({ status: 404, body: '<h1>Nothing here</h1>' });
    expect((await get('/posts/')).status).toBe(404);
  });

  it('redirects an old address, with and without its slash', async () => {
    for (const path of ['/old/', '/old', '/old/?from=mail']) {
      const { status, headers } = await get(path);
      expect([status, headers.location]).toEqual([301, '/posts/first/']);
    }
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/posts/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%00',
    '/%zz',
  ])('refuses %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body).not.toContain('secret');
  });

  it.each(['/link.txt', '/.hidden', '//posts/first', '/film.mp4/'])('finds nothing at %s', async (path) => {
    const { status, body } = await get(path);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const head = await get('/film.mp4', {}, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body]).toEqual([200, '10', '']);
  });

  it('refuses to be written to', async () => {
    const { status, headers } = await get('/', {}, 'POST');
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('headers', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/_astro/site.4f.css', 'text/css; charset=utf-8'],
    ['/manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['/pagefind/en.pf_meta', 'application/octet-stream'],
    ['/film.mp4', 'video/mp4'],
  ])('names the type of %s', async (path, type) => {
    expect((await get(path)).headers['content-type']).toBe(type);
  });

  it.each(['/', '/nowhere/', '/_astro/site.4f.css', '/old/', '/%zz'])('protects %s', async (path) => {
    const { headers } = await get(path);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval';",
    );
    expect(headers['content-security-policy']).toContain('frame-src https://talk.example;');
    expect(headers['content-security-policy']).toContain("img-src 'self' https://pictures.example;");
  });

  it('lets only files with a digest in their name be kept for good', async () => {
    expect((await get('/_astro/site.4f.css')).headers['cache-control']).toContain('immutable');
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });

  it('sends the page of the editor with headers of its own, and nothing else with them', async () => {
    const asked = async (path: string) => {
      const policy = String((await get(path)).headers['content-security-policy']);
      return /https:\/\/forge\.example/u.test(policy);
    };
    const paths = [
      '/write/editor/',
      '/write/editor/?a=1',
      '/write/editor/index.html',
      '/',
      '/write/editor/0123456789ab/cms.js',
    ];
    const others = ['/write/%65ditor/', '/write/editor', '/posts/first/', '//write/editor/', '/nowhere/'];
    const own = await Promise.all([...paths, ...others].map(async (path) => [path, await asked(path)]));
    expect(own.filter(([, isOwn]) => isOwn).map(([path]) => path)).toEqual(paths.slice(0, 3));
  });

  it('lets the files of the editor be kept for good', async () => {
    expect((await get('/write/editor/0123456789ab/cms.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/write/editor/')).headers['cache-control']).toBe('no-cache');
  });

  it('answers 304 when the reader has the file already', async () => {
    const { headers } = await get('/');
    const tag = headers.etag ?? '';
    expect(await get('/', { 'if-none-match': tag })).toMatchObject({ status: 304, body: '' });
    expect((await get('/', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await get('/', { 'if-modified-since': headers['last-modified'] ?? '' })).status).toBe(304);
  });

  it('never answers 304 for a page that is missing', async () => {
    const { headers } = await get('/nowhere/');
    expect((await get('/nowhere/', { 'if-none-match': headers.etag ?? '' })).status).toBe(404);
  });

  it('compresses text as the reader accepts it, and nothing else', async () => {
    const encodingOf = async (path: string, accepted: string) =>
      (await get(path, { 'accept-encoding': accepted })).headers['content-encoding'];
    expect(await encodingOf('/_astro/site.4f.css', 'gzip, br')).toBe('br');
    expect(await encodingOf('/_astro/site.4f.css', 'gzip, br;q=0')).toBe('gzip');
    expect(await encodingOf('/_astro/site.4f.css', 'identity')).toBeUndefined();
    expect(await encodingOf('/film.mp4', 'gzip, br')).toBeUndefined();
  });
});

describe('ranges', () => {
  it.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-2', '89', 'bytes 8-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('sends the part %s', async (range, body, part) => {
    const answer = await get('/film.mp4', { range });
    expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([206, body, part]);
  });

  it('refuses a part after the end', async () => {
    const { status, headers } = await get('/film.mp4', { range: 'bytes=10-' });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */10']);
  });

  it('sends the whole file when the part belongs to an older file', async () => {
    const answer = await get('/film.mp4', { range: 'bytes=2-4', 'if-range': '"older"' });
    expect([answer.status, answer.body]).toEqual([200, '0123456789']);
  });
});
