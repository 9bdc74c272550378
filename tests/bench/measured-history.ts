import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { plural } from '../../src/model/problem.ts';
import { rememberedHistory } from '../../src/source/remembered-history.ts';
import type { World } from '../../scripts/world.ts';
import { inventEdit, inventHistory, type HistoryOptions } from './invented-history.ts';
import { watchDescendants } from './process-tree.ts';
import { formatChecks, formatTaken } from './report.ts';
import type { Taken } from './taken.ts';

/** Measures how long it takes to read who wrote which text, and when, and gives the figures as a table. */
export async function measureHistory(
  options: HistoryOptions & { runs: number },
  temporary: string,
  { stdout }: Pick<World, 'stdout'>,
): Promise<string> {
  const { posts, words, seed, commits, runs } = options;
  const [dir, cacheDir] = [join(temporary, 'repository'), join(temporary, 'history-cache')];
  stdout.write(`Inventing a history of ${plural(commits, 'commit')}.\n`);
  await inventHistory(dir, options);
  const readings: Record<string, Taken[]> = {};
  const read = async (name: string) => {
    stdout.write(`${name}.\n`);
    const [started, cpu, stop] = [performance.now(), process.cpuUsage(), watchDescendants()];
    const folder = { dir: join(dir, 'content'), label: 'content', cacheDir, fingerprint: 'bench' };
    const { files } = await rememberedHistory(folder);
    const wallSeconds = (performance.now() - started) / 1000;
    const { cpuSeconds = 0, ...usage } = await stop();
    if (files.size < posts) throw new Error(`Only ${files.size} of ${posts} posts have a history.`);
    const { user, system } = process.cpuUsage(cpu);
    const taken = { ...usage, wallSeconds, cpuSeconds: cpuSeconds + (user + system) / 1_000_000 };
    stdout.write(`${formatTaken(taken)}\n`);
    (readings[name] ??= []).push(taken);
  };
  for (let run = 0; run < runs; run += 1) {
    await rm(cacheDir, { recursive: true, force: true });
    await read('From nothing');
    await read('Again, at the same commit');
    await inventEdit(dir);
    await read('After one more commit');
  }
  const title = `History of ${plural(posts, 'post')} of about ${words} words in ${plural(commits, 'commit')}, seed ${seed}, ${runs === 1 ? 'one run' : `medians of ${runs} runs`} (${availableParallelism()} cores, Node ${process.versions.node}); memory is that of git`;
  return formatChecks(title, readings);
}
