import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, readlink, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../../../scripts/commands/release.ts';
import { temporaryFolder, writeFiles, type Files } from '../../../support/content.ts';
import { fakeWorld } from '../../../support/fake-world.ts';
import { root } from '../../../support/run-watercooler.ts';

let home: Awaited<ReturnType<typeof temporaryFolder>>;
let to: string;
let clock: Date;

beforeEach(async () => {
  home = await temporaryFolder();
  to = join(home.dir, 'served here');
  clock = new Date('2026-11-28T10:00:00Z');
});
afterEach(() => home.remove());

/** A built blog whose pages all say the same word. */
async function build(word: string, more: Files = {}): Promise<void> {
  await rm(join(home.dir, 'dist'), { recursive: true, force: true });
  const pages = Object.fromEntries(
    ['index.html', '404.html', 'search/index.html', `_astro/${word}.js`].map((path) => [path, word]),
  );
  await writeFiles(join(home.dir, 'dist'), { ...pages, ...more });
}

async function release(...args: string[]) {
  clock = new Date(clock.getTime() + 60_000);
  const { world, written } = fakeWorld({ cwd: home.dir, now: () => clock });
  const code = await run([...args, '--to', to], world);
  const plain = (text: string) => text.replaceAll(home.dir, 'HOME');
  return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
}

const served = (path: string) => readFile(join(to, 'current', path), 'utf8').catch(() => undefined);

describe('npm run release', () => {
  it('serves what was built, and the next one in its place', async () => {
    await build('one');
    expect(await release()).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Served from now on: release 2026-11-28T100100000Z, at HOME/served here/current.
      ",
      }
    `);
    expect(await served('search/index.html')).toBe('one');
    await build('two', { 'posts/a b/index.html': 'post' });
    await release();
    expect(await served('index.html')).toBe('two');
    expect(await served('posts/a b/index.html')).toBe('post');
  });

  it('keeps scripts of earlier releases within reach, but no page, and not for ever', async () => {
    await build('one', { 'posts/old/index.html': 'gone' });
    await release();
    for (const word of ['two', 'three']) {
      await build(word);
      await release('--keep', '2');
      expect(await served('posts/old/index.html')).toBeUndefined();
    }
    expect(await readdir(join(to, 'current/_astro'))).toEqual(['three.js', 'two.js']);
    expect(await readdir(join(to, 'releases'))).toHaveLength(4);
  });

  it('leaves nothing of earlier releases when one is kept', async () => {
    await build('one');
    await release();
    await build('two');
    await release('--keep', '1');
    expect(await readdir(join(to, 'current/_astro'))).toEqual(['two.js']);
    expect((await readdir(join(to, 'releases'))).map((name) => name.slice(0, 10))).toEqual([
      '2026-11-28',
      '2026-11-28',
    ]);
  });

  it('goes back, and forward with the next release', async () => {
    for (const word of ['one', 'two']) {
      await build(word);
      await release();
    }
    expect(await release('back')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "Served from now on: release 2026-11-28T100100000Z. The next one to be published comes after all of these.
      ",
      }
    `);
    expect(await served('index.html')).toBe('one');
    expect(await release('list')).toMatchInlineSnapshot(`
      {
        "code": 0,
        "stderr": "",
        "stdout": "2 releases, served: *
        2026-11-28T100200000Z
      * 2026-11-28T100100000Z
      ",
      }
    `);
    expect(await release('back')).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "There is no earlier release to go back to. What is served stays as it was.
      ",
        "stdout": "",
      }
    `);
    expect(await served('index.html')).toBe('one');
    await build('three');
    await release();
    expect(await served('index.html')).toBe('three');
  });

  it('keeps what is served, also when it is old and the next one fails', async () => {
    for (const word of ['one', 'two']) {
      await build(word);
      await release();
    }
    await release('back');
    await build('three');
    await symlink('/etc/passwd', join(home.dir, 'dist/passwd.html'));
    expect((await release('--keep', '1')).code).toBe(1);
    expect(await served('index.html')).toBe('one');
  });

  it('publishes as the newest also when the clock was set back', async () => {
    await build('one');
    await release();
    clock = new Date('2025-01-01T00:00:00Z');
    await build('two');
    await release();
    expect(await served('index.html')).toBe('two');
    expect((await release('list')).stdout).toBe(
      '2 releases, served: *\n* 2026-11-28T100100001Z\n  2026-11-28T100100000Z\n',
    );
  });

  it('refuses what is no whole blog, and leaves what is served', async () => {
    await build('one');
    await release();
    await build('two', { '404.html': '' });
    expect(await release()).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "HOME/dist holds no blog that was built to the end. Nothing was published. Run: npm run build
      ",
        "stdout": "",
      }
    `);
    await build('three');
    await symlink('/etc/passwd', join(home.dir, 'dist/passwd.html'));
    expect(await release()).toMatchInlineSnapshot(`
      {
        "code": 1,
        "stderr": "The blog could not be copied, and what is served stays as it was.
      Because: HOME/dist/passwd.html is neither a file nor a folder, and a built blog has nothing else.
      ",
        "stdout": "",
      }
    `);
    expect(await served('index.html')).toBe('one');
    expect((await readdir(join(to, 'releases'))).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('does not touch a folder of somebody else that is called current', async () => {
    await mkdir(join(to, 'current'), { recursive: true });
    await writeFile(join(to, 'current/index.html'), 'theirs');
    await build('one');
    await expect(release()).rejects.toThrow('is not a link that this command made');
    expect(await served('index.html')).toBe('theirs');
  });

  it('says that it is needed only once at a time', async () => {
    await build('one');
    await mkdir(to, { recursive: true });
    const holder = { id: 'other', pid: process.ppid, host: (await import('node:os')).hostname() };
    await writeFile(join(to, '.releasing'), JSON.stringify(holder));
    const { code, stderr } = await release();
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The process \d+ is publishing there just now/u);
  });

  it('says what it needs', async () => {
    const { world } = fakeWorld({ cwd: home.dir });
    await expect(run([], world)).rejects.toThrow(
      '"release" needs --to, the folder in which releases are kept.',
    );
    await expect(release('forward')).rejects.toThrow(
      'takes the word "back", "list" or none, and got "forward"',
    );
  });

  it('serves a whole site at every moment, whenever it is killed', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`posts/${index}/index.html`, 'x']),
    );
    await build('one', many);
    await release();
    let word = 'one';
    for (let round = 0; round < 12; round += 1) {
      await build(`word-${round}`, many);
      const command = join(root, 'scripts/watercooler.ts');
      const args = ['--disable-warning=ExperimentalWarning', command, 'release', '--to', to];
      const child = spawn(process.execPath, args, { cwd: home.dir, stdio: 'ignore' });
      const ended = once(child, 'exit');
      // From before it has begun to after its end, on this machine and on a slower one.
      setTimeout(() => child.kill('SIGKILL'), 80 + round * 60);
      await ended;
      const now = await served('index.html');
      expect([word, `word-${round}`]).toContain(now);
      word = now ?? '';
      expect(await served('search/index.html')).toBe(word);
      expect(await readdir(join(to, 'current/posts'))).toHaveLength(300);
    }
    await build('last');
    await release();
    expect(await served('index.html')).toBe('last');
    const current = await readlink(join(to, 'current'));
    expect(current).toMatch(/^releases\//u);
    expect((await readdir(to)).sort()).toEqual(['current', 'releases']);
  }, 60_000);
});
