// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureChromium } from './chromium.mjs';
import { memoryFlags, typeScriptFlags } from './node-version.mjs';
import { ensurePackages, stampPackages } from './packages.mjs';
import { ensureNode } from './runtime.mjs';
import { onSignal } from './shell.mjs';
import { explain, Stop } from './stop.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const commandsWithBrowser = ['test', 'lighthouse', 'relevance', 'bench search', 'bench --all'];
const graceMilliseconds = 150;
const parentCheckMilliseconds = 300;
const isRunByNpm = process.env['npm_lifecycle_event'] !== undefined;

/**
 * Makes this folder ready (packages, Node, for some commands a Chromium), then runs the command.
 * @param {string[]} args the command and its arguments
 * @returns {Promise<number>} the exit code
 */
export async function bootstrap(args) {
  const started = Date.now();
  try {
    const changed = await ensurePackages(root);
    const node = await ensureNode(root, changed);
    if (changed) stampPackages(root);
    const isForHelp = args.includes('--help') || args.includes('-h');
    const needsBrowser = commandsWithBrowser.some((words) => isAskedFor(words, args)) && !isForHelp;
    const chromium = needsBrowser ? await ensureChromium(root, node) : undefined;
    const seconds = Math.round((Date.now() - started) / 1000);
    if (seconds > 0) process.stderr.write(`Everything is installed. That took ${seconds} s.\n`);
    return await launch(node, args, chromium);
  } catch (error) {
    if (error instanceof Stop) {
      process.stderr.write(`${error.output}\n${error.message}\n`.replace(/^\n/u, ''));
      return error.exitCode;
    }
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `${explain(message, `Setting up failed: ${message}. Delete node_modules and run the command again.`)}\n`,
    );
    return 1;
  }
}

/**
 * Whether the first of these words is the command, and the others stand somewhere behind it.
 * @param {string} words
 * @param {string[]} args
 */
function isAskedFor(words, [asked, ...others]) {
  const [command, ...rest] = words.split(' ');
  return asked === command && rest.every((word) => others.includes(word));
}

/**
 * Runs scripts/watercooler.ts in the foreground, passes signals on to it, and ends when it has ended.
 * @param {string} node
 * @param {string[]} args
 * @param {string | undefined} chromium
 * @returns {Promise<number>}
 */
function launch(node, args, chromium) {
  const version = node === process.execPath ? process.versions.node : '24.0.0';
  const flags = [...typeScriptFlags(version), ...memoryFlags(args[0] ?? '')];
  const child = spawn(node, [...flags, join('scripts', 'watercooler.ts'), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: {
      // Node keeps what it has made of the TypeScript, which is half of the work of a small command.
      NODE_COMPILE_CACHE: join(root, '.cache', 'node'),
      ...process.env,
      PATH: [dirname(node), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter),
      ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }),
    },
  });
  return new Promise((resolve, reject) => {
    /** @type {NodeJS.Timeout[]} */
    const timers = [];
    // A terminal sends Ctrl-C to the command as well. One that has ended by itself must not be hit while it tidies up.
    const stopForwarding = onSignal((signal) =>
      timers.push(setTimeout(() => child.kill(signal), graceMilliseconds)),
    );
    const parent = process.ppid;
    // npm starts this through a shell, which ends without a word to its child when npm is asked to end.
    const watch = setInterval(() => {
      if (isRunByNpm && process.ppid !== parent) child.kill('SIGTERM');
    }, parentCheckMilliseconds);
    const release = () => {
      stopForwarding();
      clearInterval(watch);
      timers.forEach(clearTimeout);
    };
    child.on('error', (error) => {
      release();
      reject(
        new Stop(`The command could not be started: ${error.message}. Delete node_modules and run it again.`),
      );
    });
    child.on('close', (code, signal) => {
      release();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
