import { execFile } from 'node:child_process';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { World } from '../../scripts/world.ts';
import { writeCorpus, type CorpusOptions } from './corpus.ts';
import { measured, type Folders } from './measured-build.ts';
import { formatChecks, formatTaken } from './report.ts';
import type { Taken } from './taken.ts';

const run = promisify(execFile);

/** Measures the check on an invented blog in a git repository of its own, and gives the figures as a table. */
export async function measureChecks(
  { posts, words, seed, runs }: CorpusOptions & { runs: number },
  folders: Folders,
  world: World,
): Promise<string> {
  world.stdout.write('Writing an invented blog.\n');
  const paths = await writeCorpus(folders.content, { posts, words, seed });
  await commitAll(folders.content);
  // While the system writes eleven thousand new files to the disk, a check waits.
  await run('sync').catch(() => undefined);
  const post = join(folders.content, paths[Math.floor(paths.length / 2)] ?? '');
  const written = await readFile(post, 'utf8');
  const checks: Record<string, Taken[]> = {};
  const check = async (name: string, ...flags: string[]) => {
    world.stdout.write(`${name}.\n`);
    const taken = await measured(['check', ...flags], folders, world);
    world.stdout.write(`${formatTaken(taken)}\n`);
    (checks[name] ??= []).push(taken);
  };
  for (let run = 0; run < runs; run += 1) {
    await rm(folders.cache, { recursive: true, force: true });
    await writeFile(post, written);
    await check('From nothing');
    await check('Again');
    await appendFile(post, '\nA sentence that was added to see how long one edit takes.\n');
    await check('After an edit');
    await appendFile(post, '\nAnd another sentence.\n');
    await check('What a branch touched', '--changed', 'main');
    await rm(folders.cache, { recursive: true, force: true });
    await check('What a branch touched, from nothing', '--changed', 'main');
  }
  const title = `Check of ${posts.toLocaleString('en-GB')} posts of about ${words} words, seed ${seed}, ${runs === 1 ? 'one run' : `medians of ${runs} runs`} (${availableParallelism()} cores, Node ${process.versions.node})`;
  return formatChecks(title, checks);
}

async function commitAll(folder: string): Promise<void> {
  const git = (...args: string[]) =>
    run('git', ['-c', 'user.name=Bench', '-c', 'user.email=bench@blog.example', ...args], { cwd: folder });
  await git('init', '--quiet', '--initial-branch=main');
  await git('add', '--all');
  await git('commit', '--quiet', '--message=Start');
}
