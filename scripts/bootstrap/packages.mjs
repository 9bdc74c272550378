// @ts-check
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { runQuietly, which } from './shell.mjs';
import { explain, Stop } from './stop.mjs';

const neededBytes = 1_000_000_000;

/**
 * Makes node_modules match package-lock.json. Runs `npm ci` only when it does not. True when something changed, or when
 * nobody has checked this installation yet.
 * @param {string} root
 * @returns {Promise<boolean>}
 */
export async function ensurePackages(root) {
  const lockfile = join(root, 'package-lock.json');
  if (!existsSync(lockfile)) {
    throw new Stop(
      'The file package-lock.json is missing, so it is unknown which packages to install. Restore it from git: git checkout package-lock.json',
    );
  }
  const wanted = digest(lockfile);
  if (readStamp(root) === wanted && hasDirectDependencies(root)) return false;
  if (readStamp(root) === undefined && matchesLockfile(root) && hasDirectDependencies(root)) return true;

  assertRoom(root);
  rmSync(stampOf(root), { force: true });
  const { command, args } = npm();
  const result = await runQuietly(
    'Installing the packages with npm ci',
    command,
    // NODE_ENV=production or a user's npm settings must not leave out what the build needs.
    [
      ...args,
      'ci',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--no-progress',
      '--prefer-offline',
      '--loglevel=error',
    ],
    { cwd: root, env: npmEnvironment(root) },
  );
  if (result.code !== 0 || !hasDirectDependencies(root)) {
    throw new Stop(
      explain(
        result.output,
        'npm ci failed, so nothing can run. What npm printed is above; mend what it names and run the command again.',
      ),
      { output: result.output },
    );
  }
  return true;
}

/**
 * Notes that this installation is complete and works.
 * @param {string} root
 */
export function stampPackages(root) {
  try {
    writeFileSync(stampOf(root), digest(join(root, 'package-lock.json')));
  } catch {
    // A read-only installation works as well; it is only checked again next time.
  }
}

/**
 * The npm to start: the one on the path, else the one that started this script.
 * @returns {{ command: string, args: string[] }}
 */
function npm() {
  const command = which('npm');
  if (command !== undefined) return { command, args: [] };
  const script = process.env['npm_execpath'];
  if (script !== undefined && basename(script).startsWith('npm') && existsSync(script)) {
    return { command: process.execPath, args: [script] };
  }
  throw new Stop(
    'npm was not found on the path. It comes with Node: install Node from https://nodejs.org/ (or your system’s npm package) and run the command again.',
  );
}

/**
 * The environment for npm. The Node in node_modules is not on the path, because npm removes that folder while it runs;
 * and what an outer npm told this process about itself is not passed on.
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnvironment(root) {
  const separator = process.platform === 'win32' ? ';' : ':';
  const modules = join(root, 'node_modules');
  const path = (process.env['PATH'] ?? '').split(separator).filter((folder) => !folder.startsWith(modules));
  const names = Object.keys(process.env).filter((name) =>
    /^npm_(?:package|lifecycle|command|node)/iu.test(name),
  );
  const environment = { ...process.env, PATH: path.join(separator) };
  for (const name of names) Reflect.deleteProperty(environment, name);
  return environment;
}

/** @param {string} root */
function assertRoom(root) {
  try {
    accessSync(root, constants.W_OK);
    if (existsSync(join(root, 'node_modules'))) accessSync(join(root, 'node_modules'), constants.W_OK);
  } catch {
    throw new Stop(
      `The folder ${root} is read-only for your user, so the packages cannot be installed. Make it writable, or copy it to a place that is, and run the command again.`,
    );
  }
  const { bavail, bsize } = statfsSync(root);
  if (bavail * bsize < neededBytes && !existsSync(join(root, 'node_modules'))) {
    throw new Stop('There is less than 1 GB free on this disk. Free some space and run the command again.');
  }
}

/** @param {string} root */
function stampOf(root) {
  return join(root, 'node_modules', '.watercooler');
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
function readStamp(root) {
  try {
    return readFileSync(stampOf(root), 'utf8');
  } catch {
    return undefined;
  }
}

/** @param {string} lockfile */
function digest(lockfile) {
  const hash = createHash('sha256').update(readFileSync(lockfile)).digest('hex');
  return `${hash} ${process.platform} ${process.arch}`;
}

/** @param {string} root */
function hasDirectDependencies(root) {
  /** @type {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} */
  const { dependencies = {}, devDependencies = {} } = readJson(join(root, 'package.json'));
  return Object.keys({ ...dependencies, ...devDependencies }).every((name) =>
    existsSync(join(root, 'node_modules', name, 'package.json')),
  );
}

/**
 * Whether npm, started by somebody else, has installed exactly what the lockfile asks for. npm writes the hidden
 * lockfile last, so an interrupted installation has none.
 * @param {string} root
 */
function matchesLockfile(root) {
  const hidden = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hidden)) return false;
  /** @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Package */
  /** @type {{ packages: Record<string, Package> }} */
  const wanted = readJson(join(root, 'package-lock.json'));
  /** @type {{ packages: Record<string, Package> }} */
  const installed = readJson(hidden);
  return Object.entries(wanted.packages).every(([folder, { version, optional, os, cpu, libc }]) => {
    if (folder === '') return true;
    const found = installed.packages[folder];
    if (found !== undefined) return found.version === version;
    const isForThisMachine =
      os?.includes(process.platform) === true && cpu?.includes(process.arch) === true && libc === undefined;
    return optional === true && !isForThisMachine;
  });
}

/**
 * @param {string} file
 * @returns {any}
 */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Stop(
      `${basename(file)} could not be read: ${error instanceof Error ? error.message : String(error)}. Restore it from git.`,
    );
  }
}
