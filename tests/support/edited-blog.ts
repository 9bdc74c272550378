import { readdir, readFile, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { writeCorpus } from '../bench/corpus.ts';
import { openColdBuilds } from './cold-builds.ts';
import { temporaryFolder } from './content.ts';
import { copyEngine } from './copied-engine.ts';
import { buildOnce } from './engine-builds.ts';
import { readTree } from './run-watercooler.ts';

/** An invented blog whose content, engine and day may be changed, built again after each change. */
export interface EditedBlog {
  /** Absolute. */
  content: string;
  /** The folder of the engine, as a copy. */
  engine: string;
  /** The day that it is built on. */
  day: string;
  read: (path: string) => Promise<string>;
  write: (path: string, text: string) => Promise<void>;
  /** The paths of the files in a folder of the content, in order. */
  list: (folder: string) => Promise<string[]>;
  /** Builds on what the last build has left, and returns every file of the output. */
  build: () => Promise<Map<string, Buffer>>;
  /** Builds without any of that. Only when the engine is as it was may the program of pages be that of the last such build. */
  buildFromNothing: (program: 'bundled' | 'as bundled before') => Promise<Map<string, Buffer>>;
  /** Where the outputs of both lie. */
  outputs: { further: string; fromNothing: string };
  remove: () => Promise<void>;
}

/** The post with teaching components, from the first build on: one that is new has nothing that could be compiled before. */
export const teachingPost = 'posts/with-a-callout.mdx';

export async function createEditedBlog(posts: number, seed: number): Promise<EditedBlog> {
  const { dir, remove } = await temporaryFolder(await quickestPlace());
  const [content, engine] = [join(dir, 'content'), join(dir, 'engine')];
  await writeCorpus(content, { posts, words: 60, seed });
  await addTeachingPost(content);
  await shrinkPictures(content);
  await copyEngine(engine);
  const left = { out: join(dir, 'out'), cache: join(dir, 'cache') };
  const cold = openColdBuilds({ dir, content, engine });
  const blog: EditedBlog = {
    ...{ content, engine, day: '2026-11-22' },
    outputs: { further: left.out, fromNothing: cold.out },
    read: (path) => readFile(join(dir, path), 'utf8'),
    write: (path, text) => writeFile(join(dir, path), text),
    list: async (folder) =>
      (await readdir(join(content, folder), { recursive: true })).sort().map((name) => `${folder}/${name}`),
    build: async () => {
      await buildOnce(engine, { content, ...left }, blog.day);
      return readTree(left.out);
    },
    buildFromNothing: (program) => (program === 'bundled' ? cold.bundle(blog.day) : cold.build(blog.day)),
    remove: () => {
      cold.close();
      return remove();
    },
  };
  return blog;
}

/** With the fields of another post, but for those that belong to it alone. */
async function addTeachingPost(content: string): Promise<void> {
  const [like = ''] = (await readdir(join(content, 'posts'))).filter((name) => name.endsWith('.md')).sort();
  const text = await readFile(join(content, 'posts', like), 'utf8');
  const [fields = ''] = /^---\n[\s\S]*?\n---\n/u.exec(text) ?? [];
  const own = fields.replace(/^title: .*$/mu, 'title: With a callout').replace(/^formerly: .*\n/mu, '');
  await writeFile(join(content, teachingPost), `${own}\n<Callout type="tip">\n\nWords.\n\n</Callout>\n`);
}

// Of a picture that is a little wider than the narrowest that readers get, two are made.
const pictureWidth = 600;

/** To make pictures smaller would take a tenth of the time of a build. */
async function shrinkPictures(content: string): Promise<void> {
  const folder = join(content, 'posts/shared-pictures');
  for (const name of await readdir(folder)) {
    const file = join(folder, name);
    await writeFile(
      file,
      await sharp(await readFile(file))
        .resize(pictureWidth)
        .png()
        .toBuffer(),
    );
  }
}

const memory = '/dev/shm';
const enough = 2e9;

/** A build writes a thousand files and folders, which takes a disk longer than it takes to make them. */
async function quickestPlace(): Promise<string> {
  const free = await statfs(memory).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return free > enough ? memory : tmpdir();
}

/** The index that was built further has a delta beside it; what matters is what it finds. */
export function withoutIndex(tree: Map<string, Buffer>): Map<string, Buffer> {
  return new Map([...tree].filter(([path]) => !path.startsWith('pagefind/')));
}
