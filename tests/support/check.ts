import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from '../../scripts/command-line.ts';
import * as command from '../../scripts/commands/check.ts';
import { temporaryFolder, writeContent, type Files } from './content.ts';
import { fakeWorld } from './fake-world.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder that holds a small blog, and the command `check` at work on it. */
export interface CheckedBlog {
  /** The folder that holds `content`. */
  home: string;
  /** The content folder. */
  dir: string;
  check: (...args: string[]) => Promise<Checked>;
  remove: () => Promise<void>;
}

export interface Checked {
  code: number;
  stdout: string;
  stderr: string;
}

/** Writes the minimal blog with changes into a folder of its own. What the command prints calls that folder nothing. */
export async function openCheckedBlog(changes: Files = {}, within = 'content'): Promise<CheckedBlog> {
  const { dir: home, remove } = await temporaryFolder();
  const dir = join(home, within);
  await writeContent(dir, changes);
  const check = async (...args: string[]): Promise<Checked> => {
    const env = { CONTENT_DIR: dir, WATERCOOLER_CACHE: join(home, '.cache'), WATERCOOLER_DAY: '2026-11-22' };
    const { world, written } = fakeWorld({ cwd: root, env });
    const code = await runCommandLine(['check', ...args], { check: () => Promise.resolve(command) }, world);
    const plain = (text: string) => text.replaceAll(`${home}/`, '').replaceAll(/\d+\.\d s$/gmu, '… s');
    return { code, stdout: plain(written.stdout), stderr: plain(written.stderr) };
  };
  return { home, dir, check, remove };
}
