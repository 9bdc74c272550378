// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runsTheBuild } from './node-version.mjs';
import { npmEnvironment } from './packages.mjs';
import { isProgram, runQuietly } from './shell.mjs';
import { Stop } from './stop.mjs';

/**
 * The Node that runs the commands: the one that the lockfile pins, else the running one when it is new enough. With
 * `verify`, it is started once, and its install step is made up for when npm did not run it (install scripts
 * are blocked by ignore-scripts, and by npm versions that do not read allowScripts).
 * @param {string} root
 * @param {boolean} verify
 * @returns {Promise<string>} the path of the program
 */
export async function ensureNode(root, verify) {
  const pinned = join(
    root,
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (isProgram(pinned) && (!verify || starts(pinned))) return pinned;

  const folder = join(root, 'node_modules', 'node');
  const result = await runQuietly(
    'Fetching Node 24 for this blog (npm did not run the install step)',
    process.execPath,
    ['installArchSpecificPackage.js'],
    { cwd: folder, env: { ...npmEnvironment(root), npm_config_loglevel: 'error' } },
  );
  if (isProgram(pinned) && starts(pinned)) return pinned;

  if (runsTheBuild(process.versions.node)) return process.execPath;
  throw new Stop(
    `The build needs Node 22.12 or newer; this is Node ${process.versions.node}, and the newer one could not be fetched. Check the network and run the command again, or install Node 24 from https://nodejs.org/.`,
    { output: result.output },
  );
}

/** @param {string} program */
function starts(program) {
  return spawnSync(program, ['--version'], { timeout: 20_000 }).status === 0;
}
