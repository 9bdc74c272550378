import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeProblem, typeScriptFlags } from '../../../scripts/bootstrap/node-version.mjs';

const scripts = fileURLToPath(new URL('../../../scripts', import.meta.url));
let folder: string;

/** A repository with one dependency, a command that says that it ran, and an npm that only this test knows. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'watercooler-bootstrap-'));
  await mkdir(join(folder, 'scripts'));
  await mkdir(join(folder, 'bin'));
  await cp(join(scripts, 'bootstrap'), join(folder, 'scripts', 'bootstrap'), { recursive: true });
  await cp(join(scripts, 'bootstrap.mjs'), join(folder, 'scripts', 'bootstrap.mjs'));
  await write('package.json', '{ "dependencies": { "astro": "1.0.0" } }');
  await write('package-lock.json', '{ "packages": {} }');
  await write(
    'scripts/watercooler.ts',
    'console.log("ran", ...process.argv.slice(2)); process.exitCode = 3;',
  );
  await fakeNpm(
    'mkdir -p node_modules/astro node_modules/node/bin',
    'echo {} > node_modules/astro/package.json',
    fakeNode(),
  );
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function write(name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text);
}

function fakeNode(): string {
  return `ln -sf '${process.execPath}' node_modules/node/bin/node`;
}

async function program(name: string, ...lines: string[]): Promise<void> {
  await write(`bin/${name}`, ['#!/bin/sh', ...lines, ''].join('\n'));
  await chmod(join(folder, 'bin', name), 0o755);
}

async function fakeNpm(...lines: string[]): Promise<void> {
  await program('npm', `echo "$@" >> '${folder}/npm-calls'`, ...lines);
}

async function npmCalls(): Promise<number> {
  const calls = await readFile(join(folder, 'npm-calls'), 'utf8').catch(() => '');
  return calls.split('\n').length - 1;
}

interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

function bootstrap(
  args: string[],
  env: Record<string, string> = {},
  signal?: NodeJS.Signals,
): Promise<Outcome> {
  const path = [join(folder, 'bin'), '/usr/bin', '/bin'].join(delimiter);
  const child = spawn(process.execPath, [join(folder, 'scripts', 'bootstrap.mjs'), ...args], {
    env: { PATH: path, HOME: folder, ...env },
  });
  const outcome = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (outcome.stdout += chunk.toString()));
  if (signal !== undefined) child.stdout.once('data', () => child.kill(signal));
  child.stderr.on('data', (chunk: Buffer) => (outcome.stderr += chunk.toString()));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ code, ...outcome });
    });
  });
}

describe('a fresh folder', () => {
  it('is installed once, and the command runs with its words and its exit code', async () => {
    const first = await bootstrap(['start', '--port', '1']);
    expect([first.code, first.stdout]).toEqual([3, 'ran start --port 1\n']);
    expect(first.stderr).toContain('Installing the packages with npm ci');
    expect(await npmCalls()).toBe(1);

    const second = await bootstrap(['start']);
    expect(second).toEqual({ code: 3, stdout: 'ran start\n', stderr: '' });
    expect(await npmCalls()).toBe(1);
  });

  it('is installed again when the lockfile changes', async () => {
    await bootstrap(['start']);
    await write('package-lock.json', '{ "packages": { "": {} } }');
    await bootstrap(['start']);
    expect(await npmCalls()).toBe(2);
  });

  it('is installed again when a package was deleted', async () => {
    await bootstrap(['start']);
    await rm(join(folder, 'node_modules', 'astro'), { recursive: true });
    await bootstrap(['start']);
    expect(await npmCalls()).toBe(2);
  });

  it('accepts what npm installed before, when it is what the lockfile asks for', async () => {
    await write('package-lock.json', '{ "packages": { "node_modules/astro": { "version": "1.0.0" } } }');
    await bootstrap(['start']);
    await rm(join(folder, 'node_modules', '.watercooler'));
    await write(
      'node_modules/.package-lock.json',
      '{ "packages": { "node_modules/astro": { "version": "1.0.0" } } }',
    );
    expect((await bootstrap(['start'])).stderr).toBe('');
    expect(await npmCalls()).toBe(1);

    await rm(join(folder, 'node_modules', '.watercooler'));
    await write(
      'node_modules/.package-lock.json',
      '{ "packages": { "node_modules/astro": { "version": "0.9.0" } } }',
    );
    await bootstrap(['start']);
    expect(await npmCalls()).toBe(2);
  });
});

describe('when npm did not run install scripts', () => {
  it('runs the install step of Node itself', async () => {
    const step = `require('node:fs').mkdirSync('bin'); require('node:fs').symlinkSync(process.execPath, 'bin/node');`;
    await fakeNpm(
      'mkdir -p node_modules/astro node_modules/node',
      'echo {} > node_modules/astro/package.json',
      `echo "${step}" > node_modules/node/installArchSpecificPackage.js`,
    );
    const { stdout, stderr } = await bootstrap(['start']);
    expect(stdout).toBe('ran start\n');
    expect(stderr).toContain('npm did not run the install step');
  });

  it('goes on with the running Node when that is new enough', async () => {
    await fakeNpm(
      'mkdir -p node_modules/astro node_modules/node',
      'echo {} > node_modules/astro/package.json',
    );
    expect((await bootstrap(['start'])).stdout).toBe('ran start\n');
  });
});

describe('when something is in the way', () => {
  it.each([
    ['npm error code ENOTFOUND', 'The npm registry could not be reached.'],
    ['npm error code ENOSPC', 'The disk is full.'],
    ['npm error code EROFS', 'npm may not write to this folder.'],
    ['npm error code EUSAGE', 'package.json and package-lock.json disagree'],
    ['npm error something new', 'npm ci failed, so nothing can run.'],
  ])('explains "%s" in a sentence after the output of npm', async (output, sentence) => {
    await fakeNpm(`echo "${output}" >&2`, 'exit 1');
    const { code, stdout, stderr } = await bootstrap(['start']);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(output);
    expect(stderr.split('\n').at(-2)).toContain(sentence);
  });

  it('installs again after an installation that failed', async () => {
    await fakeNpm('mkdir -p node_modules/astro', 'echo {} > node_modules/astro/package.json', 'exit 1');
    await bootstrap(['start']);
    await bootstrap(['start']);
    expect(await npmCalls()).toBe(2);
  });

  it('says that the lockfile is missing', async () => {
    await rm(join(folder, 'package-lock.json'));
    const { code, stderr } = await bootstrap(['start']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The file package-lock\.json is missing.*\n$/u);
  });

  it('says that npm is missing', async () => {
    const { code, stderr } = await bootstrap(['start'], { PATH: dirname(folder) });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^npm was not found on the path\..*\n$/u);
  });

  it('says that Node is too old', () => {
    expect(nodeProblem('18.20.4')).toContain('This is Node 18.20.4, and Watercooler needs Node 20 or newer.');
    expect(nodeProblem('20.0.0')).toBeUndefined();
    expect(nodeProblem('24.21.0')).toBeUndefined();
  });

  it('asks a Node that cannot run TypeScript by itself to do so', () => {
    expect(typeScriptFlags('22.12.0')).toContain('--experimental-strip-types');
    expect(typeScriptFlags('22.18.0')).not.toContain('--experimental-strip-types');
    expect(typeScriptFlags('24.21.0')).not.toContain('--experimental-strip-types');
  });
});

describe('the browser for the tests', () => {
  it('is the one that CHROMIUM_PATH names', async () => {
    await program('mine', 'exit 0');
    await write('scripts/watercooler.ts', 'console.log(process.env.CHROMIUM_PATH);');
    const mine = join(folder, 'bin', 'mine');
    expect((await bootstrap(['test'], { CHROMIUM_PATH: mine })).stdout).toBe(`${mine}\n`);
  });

  it('is found on the path, and a stub that does not start is passed over', async () => {
    await program('chromium', 'exit 1');
    await program('google-chrome', 'echo Chrome 1');
    await write('scripts/watercooler.ts', 'console.log(process.env.CHROMIUM_PATH);');
    const path = [join(folder, 'bin'), '/bin-without-browsers'].join(delimiter);
    await bootstrap(['start']);
    expect((await bootstrap(['test'], { PATH: path })).stdout).toBe(
      `${join(folder, 'bin', 'google-chrome')}\n`,
    );
  });

  it('has a message when CHROMIUM_PATH is wrong', async () => {
    const { code, stderr } = await bootstrap(['test'], { CHROMIUM_PATH: '/no/such/browser' });
    expect(code).toBe(1);
    expect(stderr).toContain('CHROMIUM_PATH names /no/such/browser, which is not a program.');
  });

  it('has a message when none can be found or installed', async () => {
    await bootstrap(['start']);
    const { code, stderr } = await bootstrap(['test'], { PATH: join(folder, 'bin') });
    expect(code).toBe(1);
    expect(stderr).toContain('The browser tests need Chromium, and it could neither be found nor installed.');
  });

  it('is not looked for when the command needs none', async () => {
    expect((await bootstrap(['start'], { CHROMIUM_PATH: '/no/such/browser' })).stdout).toBe('ran start\n');
    expect((await bootstrap(['bench'], { CHROMIUM_PATH: '/no/such/browser' })).stdout).toBe('ran bench\n');
    expect((await bootstrap(['bench', 'search'], { CHROMIUM_PATH: '/no/such/browser' })).code).toBe(1);
    expect((await bootstrap(['bench', '--all'], { CHROMIUM_PATH: '/no/such/browser' })).code).toBe(1);
  });
});

describe('signals', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('passes %s on and ends as the command ends', async (signal) => {
    await write(
      'scripts/watercooler.ts',
      `const timer = setInterval(() => {}, 1000);
       process.on('${signal}', () => { clearInterval(timer); process.exitCode = 0; console.log('stopped'); });
       console.log('running');`,
    );
    const { code, stdout, stderr } = await bootstrap(['start'], {}, signal);
    expect([code, stdout]).toEqual([0, 'running\nstopped\n']);
    expect(stderr).not.toContain('at ');
  });
});
