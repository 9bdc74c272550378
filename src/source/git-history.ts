import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { daySchema, type Day } from '../model/day.ts';

const run = promisify(execFile);

/** Asks git in a folder and gives what it prints. */
export type Git = (args: readonly string[], cwd: string) => Promise<string>;

const askGit: Git = async (args, cwd) => (await run('git', [...args], { cwd, maxBuffer: 1 << 30 })).stdout;

/**
 * The day of the last commit that changed each file after the commit that added it, by path relative to `dir`.
 * One pass over the history; files without a later change are absent. Without git or a repository the map is empty.
 */
export async function revisionDays(dir: string, git: Git = askGit): Promise<Map<string, Day>> {
  const format = ['--relative', '--no-renames', '--name-status', '--format=commit %cs'];
  const log = await git(['-c', 'core.quotePath=false', 'log', ...format, '--', '.'], dir).catch(() => '');
  const days = new Map<string, Day>();
  const settled = new Set<string>();
  let day: Day | undefined;
  for (const line of log.split('\n')) {
    const commit = /^commit (.{10})$/u.exec(line)?.[1];
    if (commit !== undefined) day = daySchema.parse(commit);
    const [, change, file = ''] = /^([AM])\t(.+)$/u.exec(line) ?? [];
    if (change === undefined || day === undefined || settled.has(file)) continue;
    // The log runs backwards: what is before the last addition belongs to a file that was deleted.
    settled.add(file);
    if (change === 'M') days.set(file, day);
  }
  return days;
}
