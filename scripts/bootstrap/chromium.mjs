// @ts-check
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { isProgram, run, runQuietly, which } from './shell.mjs';
import { Stop } from './stop.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const installers = [
  {
    tool: 'apt-get',
    steps: [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
      // The same without a window, which halves the time of the tests. Where there is none, they go on without it.
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium-headless-shell'],
    ],
  },
  { tool: 'dnf', steps: [['dnf', 'install', '-y', 'chromium']] },
  { tool: 'apk', steps: [['apk', 'add', '--no-cache', 'chromium']] },
  { tool: 'pacman', steps: [['pacman', '-Sy', '--noconfirm', 'chromium']] },
];

/**
 * The path of a Chromium for the browser tests: the one that CHROMIUM_PATH names, one that is installed, else one that
 * the system's package manager or Playwright installs.
 * @param {string} root
 * @param {string} node the program that runs Playwright's download
 * @returns {Promise<string>}
 */
export async function ensureChromium(root, node) {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Stop(
      `CHROMIUM_PATH names ${named}, which is not a program. Correct it, or unset it to let the blog look for a browser itself.`,
    );
  }
  const installed = installedChromium() ?? playwrightChromium(root);
  if (installed !== undefined) return installed;

  const attempts = [await installFromSystem(root)];
  const fromSystem = installedChromium();
  if (fromSystem !== undefined) return fromSystem;

  attempts.push(await downloadWithPlaywright(root, node));
  const downloaded = playwrightChromium(root);
  if (downloaded !== undefined) return downloaded;

  throw new Stop(
    'The browser tests need Chromium, and it could neither be found nor installed. Install Chromium or Chrome (on Debian: apt-get install chromium), or set CHROMIUM_PATH to the program, and run the command again.',
    { output: attempts.join('') },
  );
}

/** @returns {string | undefined} */
function installedChromium() {
  const onPath = names.map((name) => which(name));
  return [...onPath, ...usualPlaces()].find(
    (program) => program !== undefined && isProgram(program) && starts(program),
  );
}

/**
 * Ubuntu's chromium-browser may be a script that only asks for a snap; Windows browsers open a window instead
 * of printing their version.
 * @param {string} program
 */
function starts(program) {
  return process.platform === 'win32' || spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}

function usualPlaces() {
  const { env } = process;
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
      apps.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
    );
  }
  if (process.platform !== 'win32') return [];
  return [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].flatMap((folder) =>
    folder === undefined
      ? []
      : [
          join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
          join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
        ],
  );
}

/**
 * @param {string} root
 * @returns {string | undefined}
 */
function playwrightChromium(root) {
  try {
    const { chromium } = createRequire(join(root, 'package.json'))('@playwright/test');
    const program = chromium.executablePath();
    return isProgram(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {string} root
 * @returns {Promise<string>} what the package manager printed
 */
async function installFromSystem(root) {
  if (process.platform === 'darwin') {
    if (which('brew') === undefined) return '';
    process.stderr.write(
      'The browser tests need Chromium, and there is none. Installing it with Homebrew.\n',
    );
    const brewed = await runQuietly(
      'brew install --cask chromium',
      'brew',
      ['install', '--cask', 'chromium'],
      { cwd: root },
    );
    return brewed.output;
  }
  const installer = installers.find(({ tool }) => which(tool) !== undefined);
  const prefix = installer && (await administrator(root));
  if (installer === undefined || prefix === undefined) return '';
  process.stderr.write(
    `The browser tests need Chromium, and there is none. Installing the system’s package with ${installer.tool}.\n`,
  );
  let output = '';
  for (const step of installer.steps) {
    const [command = '', ...args] = [...prefix, ...step];
    const result = await runQuietly(step.join(' '), command, args, {
      cwd: root,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    output += result.output;
  }
  return output;
}

/**
 * What to write before a command to run it as administrator, or undefined when that would need a password.
 * @param {string} root
 * @returns {Promise<string[] | undefined>}
 */
async function administrator(root) {
  if (process.getuid?.() === 0) return [];
  if (which('sudo') === undefined) return undefined;
  const { code } = await run('sudo', ['-n', 'true'], { cwd: root });
  return code === 0 ? ['sudo', '-n', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

/**
 * @param {string} root
 * @param {string} node
 * @returns {Promise<string>} what the download printed
 */
async function downloadWithPlaywright(root, node) {
  const cli = join(root, 'node_modules', '@playwright', 'test', 'cli.js');
  const result = await runQuietly(
    'Downloading Chromium with Playwright',
    node,
    [cli, 'install', 'chromium'],
    { cwd: root },
  );
  return result.output;
}
