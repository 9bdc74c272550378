import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOf } from './digests.ts';
import { indexFiles, linkOrCopy } from './index-output.ts';
import { readTable, unpack, type IndexTable } from './index-files.ts';
import type { DigestedPage } from './page-changes.ts';

/** The main index as it is kept in the cache, with what has to be known of it to make a delta. */
export interface MainIndex {
  /** The folder of the index itself. */
  folder: string;
  /** A digest of what it was made of. */
  digest: string;
  state: MainState;
  table: IndexTable;
  /** The words of each of its pages for the vocabulary, each word once, with spaces between them. */
  words: () => Promise<Buffer[]>;
}

export interface MainState {
  /** Tells it from every index that was kept before. */
  name: string;
  /** What the index was made with besides the pages: code, versions, settings. */
  made: string;
  language: string;
  /** In the order of their numbers. */
  pages: readonly DigestedPage[];
  /** Pages that are in no index: those without a mark, and those without a word. */
  others: readonly DigestedPage[];
  /** How many pages there were when words were last divided into files. */
  divided: number;
  /** On how many pages each word stands. */
  counts: readonly (readonly [string, number])[];
  /** How many of them are offered to readers. */
  offered: number;
  /** Where the words of each page begin in the file of words, and where the last ones end. */
  wordsAt: readonly number[];
  files: Weight;
}

interface Weight {
  count: number;
  bytes: number;
}

/** What is kept below the folder: the index, the words of its pages, and at last its state. */
const names = { index: 'pagefind', words: 'words.txt', state: 'state.json' };

/** A folder for an index that is being made. It takes the place of the main one when it is kept. */
export function newMainFolder(cacheDir: string): { folder: string; index: string } {
  const folder = join(cacheDir, 'search', `new-${randomUUID()}`);
  return { folder, index: join(folder, names.index) };
}

/**
 * Writes down what an index was made of, with the words of each of its pages, parted by spaces, or with those that another has;
 * and puts its folder in the place of the main one.
 */
export async function keepMain(
  cacheDir: string,
  folder: string,
  state: Omit<MainState, 'name' | 'files' | 'wordsAt'>,
  words: readonly Buffer[] | MainIndex,
): Promise<void> {
  const wordsAt = await writeWords(join(folder, names.words), words);
  const files = weigh(join(folder, names.index));
  await writeFile(join(folder, names.state), printState({ ...state, name: randomUUID(), wordsAt, files }));
  const [main, old] = [join(cacheDir, 'search', 'main'), join(cacheDir, 'search', `old-${randomUUID()}`)];
  await rename(main, old).catch(() => undefined);
  await rename(folder, main);
}

/** Returns where those of each page begin, and where the last ones end. */
async function writeWords(file: string, words: readonly Buffer[] | MainIndex): Promise<readonly number[]> {
  if ('state' in words) {
    linkOrCopy(join(words.folder, '..', names.words), file);
    return words.state.wordsAt;
  }
  await writeFile(file, words);
  let end = 0;
  return [0, ...words.map(({ length }) => (end += length))];
}

/**
 * Writes down how pages look now of which the index is given the same, so that they are not looked at again. `pages` are those
 * of the index or others.
 */
export async function noteSources(
  cacheDir: string,
  main: MainIndex,
  pages: readonly DigestedPage[],
): Promise<MainIndex> {
  const now = new Map(pages.map((page) => [page.path, page]));
  const noted = (page: DigestedPage) =>
    now.get(page.path)?.digest === page.digest ? (now.get(page.path) ?? page) : page;
  const state = { ...main.state, pages: main.state.pages.map(noted), others: main.state.others.map(noted) };
  const file = join(cacheDir, 'search', 'main', names.state);
  const unfinished = `${file}.${randomUUID()}`;
  const text = printState(state);
  await writeFile(unfinished, text);
  await rename(unfinished, file);
  return { ...main, state, digest: text.slice(0, text.indexOf('\n')) };
}

/** A line with the digest of the next, so that a state that is torn is noticed. */
function printState(state: MainState): string {
  const text = JSON.stringify(state);
  return `${digestOf(text)}\n${text}`;
}

/** The main index; undefined when there is none that is whole and was made with the same things. */
export async function readMain(cacheDir: string, made: string): Promise<MainIndex | undefined> {
  const folder = join(cacheDir, 'search', 'main');
  try {
    const [digest = '', text = ''] = (await readFile(join(folder, names.state), 'utf8')).split('\n');
    if (digest !== digestOf(text)) return undefined;
    // Its digest says that it was written here, with this type.
    const state = JSON.parse(text) as MainState;
    const index = join(folder, names.index);
    const { count, bytes } = weigh(index);
    if (state.made !== made || count !== state.files.count || bytes !== state.files.bytes) return undefined;
    const table = (await readdir(index)).find((name) => name.endsWith('.pf_meta'));
    if (table === undefined) return undefined;
    return {
      folder: index,
      digest,
      state,
      table: readTable(unpack(await readFile(join(index, table)))),
      words: async () => {
        const all = await readFile(join(folder, names.words));
        return state.pages.map((_, page) => all.subarray(state.wordsAt[page], state.wordsAt[page + 1]));
      },
    };
  } catch {
    return undefined;
  }
}

/** How many files there are, and how much they hold together: what is missing or torn shows in it. */
function weigh(folder: string): Weight {
  const files = indexFiles(folder);
  return {
    count: files.length,
    bytes: files.reduce((sum, file) => sum + statSync(`${folder}/${file}`).size, 0),
  };
}

/** Takes away what builds have left behind: everything except the main index, and what is younger than an hour and not put aside. */
export async function sweepIndexes(cacheDir: string): Promise<void> {
  const folder = join(cacheDir, 'search');
  for (const name of await readdir(folder).catch(() => [])) {
    if (name === 'main') continue;
    const path = join(folder, name);
    const age = Date.now() - (await stat(path)).mtimeMs;
    if (name.startsWith('old-') || age > 3_600_000) await rm(path, { recursive: true, force: true });
  }
}
