import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  authorFiles,
  groupFiles,
  namesFor,
  pageFiles,
  pathFiles,
  siteFile,
  tagFile,
  wordsFile,
  type CorpusFile,
} from './company.ts';
import { pictureFiles } from './pictures.ts';
import { planPosts, postFile, type PlannedPost } from './posts.ts';
import { threadFile } from './threads.ts';

export interface CorpusOptions {
  posts: number;
  /** About how many words a post has; lengths vary. */
  words: number;
  /** The same seed gives the same bytes. */
  seed: number;
}

const [tagCount, groupCount, pathCount] = [60, 6, 3];
const postsPerThread = 10;

/** An invented blog, file by file: a whole content folder in which `check` finds nothing to mend. */
export async function* corpusFiles(options: CorpusOptions): AsyncGenerator<CorpusFile> {
  const { seed, posts: count } = options;
  const tags = namesFor('tags', seed, tagCount);
  const groups = namesFor('groups', seed, groupCount);
  const plan = planPosts(seed, count, tags);
  const slugs = plan.map(({ slug }) => slug);

  yield siteFile;
  yield wordsFile;
  yield tagFile(seed, tags, firstOfEachTag(plan));
  yield* authorFiles(seed);
  yield* groupFiles(seed, groups);
  yield* pathFiles(seed, pathCount, slugs);
  yield* pageFiles(seed);
  yield* await pictureFiles(seed);
  for (const [index, post] of plan.entries()) {
    yield postFile(options, post, plan, groups);
    if (index % postsPerThread === 0) yield threadFile(seed, post, index + 1);
  }
}

/** Writes the invented blog into a folder, and returns the paths of its posts relative to it. */
export async function writeCorpus(dir: string, options: CorpusOptions): Promise<string[]> {
  const posts: string[] = [];
  for await (const { path, content } of corpusFiles(options)) {
    const file = join(dir, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    if (path.startsWith('posts/') && path.endsWith('.md')) posts.push(path);
  }
  return posts;
}

function firstOfEachTag(plan: readonly PlannedPost[]): Map<string, string[]> {
  const pinned = new Map<string, string[]>();
  for (const { slug, tags } of plan)
    for (const tag of tags) {
      const found = pinned.get(tag) ?? [];
      if (found.length < 2) pinned.set(tag, [...found, slug]);
    }
  return pinned;
}
