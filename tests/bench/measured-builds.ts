import { rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { plural } from '../../src/model/problem.ts';
import type { World } from '../../scripts/world.ts';
import { addSentence } from './blog-edits.ts';
import { writeCorpus, type CorpusOptions } from './corpus.ts';
import { foldersIn, measuredBuild, type Folders, type Measured } from './measured-build.ts';
import { formatTaken, type Report } from './report.ts';
import { measureSizes } from './sizes.ts';

/** An invented blog in a folder of its own. */
export interface InventedBlog {
  folders: Folders;
  corpus: CorpusOptions;
  /** Paths relative to the content. */
  posts: string[];
  /** The one that is edited alone, by its path relative to the content. */
  post: string;
}

export async function writeBlog(
  folder: string,
  { posts: count, words, seed }: CorpusOptions,
  world: World,
): Promise<InventedBlog> {
  const folders = foldersIn(folder);
  const corpus = { posts: count, words, seed };
  world.stdout.write(`Writing an invented blog of ${plural(count, 'post')}.\n`);
  const posts = await writeCorpus(folders.content, corpus);
  return { folders, corpus, posts, post: posts[Math.floor(posts.length / 2)] ?? '' };
}

/** Builds a blog from nothing, again, and after an edit, as often as there are runs, and weighs what came of it. */
export async function measureBuilds(blog: InventedBlog, runs: number, world: World): Promise<Report> {
  const builds: Report['builds'] = { cold: [], unchanged: [], 'one-edit': [] };
  for (let run = 1; run <= runs; run += 1) {
    if (runs > 1) world.stdout.write(`Run ${run} of ${runs}.\n`);
    await measureOnce(blog, run, builds, world);
  }
  world.stdout.write('Weighing the pages.\n');
  return {
    date: world.now().toISOString().slice(0, 10),
    node: process.versions.node,
    cores: availableParallelism(),
    corpus: blog.corpus,
    builds,
    sizes: await measureSizes(blog.folders.out, blog.folders.cache),
  };
}

async function measureOnce(
  { folders, post }: InventedBlog,
  run: number,
  builds: Report['builds'],
  world: World,
): Promise<void> {
  // A blog is not written in the second before it is built; of files as new as that, nothing is noted by their times.
  await wait(2_500);
  await rm(folders.cache, { recursive: true, force: true });
  await rm(folders.out, { recursive: true, force: true });
  builds.cold.push(await announcedBuild('Building from nothing.', folders, world));
  builds.unchanged.push(await announcedBuild('Building again with nothing changed.', folders, world));
  await addSentence(join(folders.content, post), run);
  builds['one-edit'].push(await announcedBuild('Building again with one sentence more.', folders, world));
}

export async function announcedBuild(title: string, folders: Folders, world: World): Promise<Measured> {
  world.stdout.write(`${title}\n`);
  const build = await measuredBuild(folders, world);
  world.stdout.write(`${formatTaken(build)}\n`);
  return build;
}
