// @ts-check
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Stop } from './stop.mjs';

const windows = process.platform === 'win32';

/**
 * The full path of a program, looked up as a shell would, or undefined.
 * @param {string} name
 * @param {string} [path]
 * @returns {string | undefined}
 */
export function which(name, path = process.env['PATH'] ?? '') {
  const endings = windows ? ['.exe', '.cmd', '.bat'] : [''];
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => endings.map((ending) => join(folder, name + ending)))
    .find(isProgram);
}

/** @param {string} file */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Runs a program to its end without showing what it prints, which is returned. Says how long it takes: as a line that
 * counts on a terminal, as two plain lines elsewhere. Stops when the person interrupts.
 * @param {string} label such as "Installing the packages"
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string, seconds: string }>}
 */
export async function runQuietly(label, command, args, { cwd, env = process.env }) {
  const started = Date.now();
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
  const stopCounting = showProgress(label, seconds);
  try {
    const { code, output } = await run(command, args, { cwd, env });
    return { code, output, seconds: seconds() };
  } finally {
    stopCounting();
  }
}

/**
 * Runs a program to its end and returns what it printed. Passes signals on, and stops when it got one.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { cwd, env = process.env }) {
  return new Promise((resolve, reject) => {
    // npm is a .cmd file on Windows, which only a shell can start.
    const child = spawn(command, args, { cwd, env, shell: windows, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk) => (output += String(chunk)));
    child.stderr.on('data', (chunk) => (output += String(chunk)));
    let interrupted = false;
    const release = onSignal((signal) => {
      interrupted = true;
      child.kill(signal);
    });
    child.on('error', (error) => {
      release();
      resolve({ code: 127, output: `${output}${error.message}` });
    });
    child.on('close', (code) => {
      release();
      if (interrupted) {
        reject(
          new Stop('Stopped before everything was set up. The next run starts where it is safe.', {
            exitCode: 130,
          }),
        );
      } else {
        resolve({ code: code ?? 1, output });
      }
    });
  });
}

/**
 * Calls `listener` for each signal that asks this process to end, until the returned function is called.
 * @param {(signal: NodeJS.Signals) => void} listener
 * @returns {() => void}
 */
export function onSignal(listener) {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}

/**
 * @param {string} label
 * @param {() => string} seconds
 * @returns {() => void}
 */
function showProgress(label, seconds) {
  const { stderr } = process;
  if (!stderr.isTTY) {
    stderr.write(`${label} …\n`);
    return () => stderr.write(`${label}: ${seconds()}\n`);
  }
  const draw = () => stderr.write(`\r\u001b[K${label} … ${seconds()}`);
  draw();
  const timer = setInterval(draw, 500);
  return () => {
    clearInterval(timer);
    stderr.write(`\r\u001b[K${label}: ${seconds()}\n`);
  };
}
