import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toolScript } from '../../scripts/adapters/tool.ts';
import type { World } from '../../scripts/world.ts';
import { addSentence } from './blog-edits.ts';
import type { InventedBlog } from './measured-builds.ts';
import { runProgram } from './program.ts';
import { formatTaken } from './report.ts';
import { writeProject, type ProjectPlaces } from './rival-project.ts';
import { addRun, type Rows } from './rows.ts';
import { takenBy } from './taken.ts';

/** The other generators that the same posts can be built with. */
export const rivalNames = ['hugo', 'eleventy'] as const;
export type RivalName = (typeof rivalNames)[number];

/** Another generator, ready to build. */
export interface Rival {
  /** With its version. */
  title: string;
  folder: string;
  places: ProjectPlaces;
  /** The program and its words, which write into the folder `out`. */
  build: readonly string[];
}

interface Kind {
  title: string;
  places: ProjectPlaces;
  /** Installs it into the folder of the project, or finds it, and says how it builds and in which version it is. */
  install: (folder: string, world: World) => Promise<{ version: string; build: readonly string[] }>;
  /** What to do when that fails. */
  help: string;
}

const kinds: Record<RivalName, Kind> = {
  hugo: {
    title: 'Hugo',
    places: {
      posts: 'content/posts',
      pictures: 'static/posts/shared-pictures',
      names: 'data/names.json',
      style: 'static/style.css',
    },
    install: async (folder, world) => {
      const printed = await runProgram(['hugo', 'version'], folder, world);
      const build = ['hugo', '--buildFuture', '--destination', 'out'];
      return { version: /v(\d+\.\d+\.\d+)/u.exec(printed)?.[1] ?? 'of some version', build };
    },
    help: 'Install it, such as with "apt-get install -y hugo" or "brew install hugo".',
  },
  eleventy: {
    title: 'Eleventy',
    places: {
      posts: 'content/posts',
      pictures: 'content/posts/shared-pictures',
      names: 'content/_data/names.json',
      style: 'theme/style.css',
    },
    install: async (folder, world) => {
      await runProgram(['npm', 'install', '--no-audit', '--no-fund', '--ignore-scripts'], folder, world);
      const script = await toolScript(folder, '@11ty/eleventy', 'eleventy');
      const version = await runProgram([process.execPath, script, '--version'], folder, world);
      return { version: version.trim(), build: [process.execPath, script, '--quiet'] };
    },
    help: 'npm has to reach its registry: "npm view @11ty/eleventy version" says whether it does.',
  },
};

/** What has to be known of their figures. */
export const rivalNotes = `Hugo and Eleventy build the same posts in a small theme: a page for each post, with tables and coloured code; lists of posts,
tags and authors in pages of fifty; one feed of thirty posts. Pagefind, in our version, then indexes what they wrote. Neither
keeps anything from one build to the next, so an edit makes every page and the whole index again.

What they do not do here, and this blog does: check spelling, words, links, fields and pictures, and refuse what is wrong;
links between posts by [[name]], alerts, footnotes and task lists (Hugo does the last two); smaller versions of pictures;
related posts, mentions, contents and neighbours on a page; groups, learning paths, questions, copied conversations; who
wrote what; feeds of each tag, author and group; the archive, the sitemap, the write page, the editor; a search of its own.`;

/** Makes a project for another generator and installs that. Returns a sentence when it cannot be had here. */
export async function prepareRival(
  name: RivalName,
  folder: string,
  { folders, posts }: InventedBlog,
  world: World,
): Promise<Rival | string> {
  const { title, places, install, help } = kinds[name];
  world.stdout.write(`Getting ${title} ready.\n`);
  const themes = fileURLToPath(new URL('rivals', import.meta.url));
  await writeProject(folder, { themes, name }, places, { content: folders.content, posts });
  try {
    const { version, build } = await install(folder, world);
    return { title: `${title} ${version}`, folder, places, build };
  } catch (error) {
    world.signal.throwIfAborted();
    return `${title} is left out. ${words(error)} ${help}`;
  }
}

/** Builds from nothing and after an edit of one post, each followed by Pagefind. Returns a sentence when that fails. */
export async function measureRival(
  { title, folder, places, build }: Rival,
  post: string,
  run: number,
  rows: Rows,
  world: World,
): Promise<string | undefined> {
  const out = join(folder, 'out');
  const pagefind = [process.execPath, await toolScript(world.cwd, 'pagefind', 'pagefind')];
  const measure = async (what: string) => {
    const name = `${title} and Pagefind, ${what}`;
    world.stdout.write(`${name}.\n`);
    const taken = await takenBy(async () => {
      await runProgram(build, folder, world);
      await runProgram([...pagefind, '--site', out], folder, world);
    });
    world.stdout.write(`${formatTaken(taken)}\n`);
    addRun(rows, name, { ...taken, pages: await pagesIn(out) });
  };
  try {
    await rm(out, { recursive: true, force: true });
    await measure('cold');
    await addSentence(join(folder, places.posts, post.slice('posts/'.length)), run);
    await measure('one post edited');
    return undefined;
  } catch (error) {
    // Whatever else was measured counts all the same.
    world.signal.throwIfAborted();
    return `${title} failed. ${words(error)}`;
  }
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Hugo writes a second address of each first page of a list, which leads to the other. */
async function pagesIn(out: string): Promise<number> {
  const names = await readdir(out, { recursive: true });
  return names.filter((name) => /(?:^|[\\/])index\.html$/u.test(name) && !/[\\/]page[\\/]1[\\/]/u.test(name))
    .length;
}
