import { join } from 'node:path';
import type { World } from '../../scripts/world.ts';
import { measureBuilds, writeBlog, type InventedBlog } from './measured-builds.ts';
import { measureDev } from './measured-dev.ts';
import { measureEdits } from './measured-edits.ts';
import type { BenchOptions } from './options.ts';
import type { Report } from './report.ts';
import { measureRival, prepareRival, rivalNotes, type Rival } from './rivals.ts';
import type { More, Rows } from './rows.ts';

/** Measures what was asked for besides the three builds, and puts all of it into one table. */
export async function measureMore(
  options: Pick<BenchOptions, 'all' | 'growth' | 'against' | 'runs'>,
  { builds, corpus }: Report,
  { blog, temporary }: { blog: InventedBlog; temporary: string },
  world: World,
): Promise<More> {
  const { all, growth, against, runs } = options;
  const rows: Rows = new Map([
    ['Cold', builds.cold],
    ['Nothing changed', builds.unchanged],
    ['One post edited', builds['one-edit']],
  ]);
  const notes = against.length > 0 ? [rivalNotes] : [];
  const rivals: Rival[] = [];
  for (const name of against) {
    // The same posts, with the same sentences added to them.
    const rival = await prepareRival(name, join(temporary, name), blog, world);
    if (typeof rival === 'string') notes.push(rival);
    else rivals.push(rival);
  }
  for (let run = 1; run <= runs; run += 1) {
    if (runs > 1) world.stdout.write(`Run ${run} of ${runs}.\n`);
    if (all) await measureEdits(blog, run, rows, world);
    if (all) await measureDev(blog, run, rows, world);
    for (const rival of rivals) {
      const failed = await measureRival(rival, blog.post, run, rows, world);
      if (failed !== undefined) notes.push(failed);
    }
  }
  if (!growth) return { rows, notes };
  const tenth = { ...corpus, posts: Math.ceil(corpus.posts / 10) };
  const few = await measureBuilds(await writeBlog(join(temporary, 'tenth'), tenth, world), runs, world);
  return { rows, notes, growth: { posts: corpus.posts, tenth: tenth.posts, builds, few: few.builds } };
}
