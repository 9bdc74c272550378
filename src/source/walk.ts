import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleName } from '../model/rules/rules.ts';
import { isWindowsDevice } from '../model/file-name.ts';
import { lookAlikes } from '../model/similar.ts';
import { isSlug } from '../model/slug.ts';
import { fileStart, type Position } from './position.ts';

/** The kinds of folders in the content folder, and the endings of the entries they hold. */
const endings = {
  posts: ['md', 'mdx'],
  authors: ['yml'],
  groups: ['md'],
  paths: ['md'],
  pages: ['md'],
  threads: ['json'],
} as const;

export type FolderCollection = keyof typeof endings;

export interface FoundEntry {
  collection: FolderCollection;
  slug: string;
  /** Relative to the content folder, with forward slashes. */
  path: string;
}

export interface WalkProblem extends Position {
  path: string;
  rule: RuleName;
  message: string;
  mend: string;
}

export interface Walk {
  entries: FoundEntry[];
  /** Everything else that lies beside entries: pictures, documents. Relative paths. */
  assets: string[];
  problems: WalkProblem[];
}

/** Finds the entries of a content folder in the order of their names. Symlinks, bad names and twins are problems. */
export async function walkContent(dir: string): Promise<Walk> {
  const walk: Walk = { entries: [], assets: [], problems: [] };
  const links = (await itemsOf(dir)).filter((item) => item.isSymbolicLink()).map(({ name }) => name);
  walk.problems.push(...links.filter(isOurs).map(symlink));
  for (const collection of Object.keys(endings) as FolderCollection[])
    if (!links.includes(collection)) await walkFolder(dir, collection, collection, walk);
  walk.problems.push(...twins(walk.entries), ...disguises(walk.entries));
  return walk;
}

/** What lies in a folder, in the order of the names; nothing when there is no such folder. */
async function itemsOf(folder: string): Promise<Dirent[]> {
  const items = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  return items.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whether a name at the top of the content folder is one that is read. */
function isOurs(name: string): boolean {
  return Object.hasOwn(endings, name) || name.endsWith('.yml');
}

async function walkFolder(
  dir: string,
  folder: string,
  collection: FolderCollection,
  walk: Walk,
): Promise<void> {
  for (const item of await itemsOf(join(dir, folder))) {
    const path = `${folder}/${item.name}`;
    if (item.name.startsWith('.')) continue;
    if (item.isSymbolicLink()) walk.problems.push(symlink(path));
    else if (item.isDirectory()) await walkFolder(dir, path, collection, walk);
    else classify(path, collection, walk);
  }
}

function classify(path: string, collection: FolderCollection, walk: Walk): void {
  const [, ending = ''] = /\.([a-z0-9]+)$/iu.exec(path) ?? [];
  const known: readonly string[] = endings[collection];
  if (!known.includes(ending.toLowerCase())) {
    walk.assets.push(path);
    return;
  }
  const parts = path
    .slice(collection.length + 1)
    .replace(/\.[^.]+$/u, '')
    .split('/');
  const [slug = '', inner] = parts;
  const isIndex = collection === 'posts' && parts.length === 2 && inner === 'index';
  if (parts.length > 1 && !isIndex) walk.problems.push(misplaced(path, collection));
  else {
    if (isWindowsDevice(slug)) walk.problems.push(device(path, slug));
    else if (!isSlug(slug)) walk.problems.push(badSlug(path, slug));
    walk.entries.push({ collection, slug, path });
  }
}

function at(path: string, rule: RuleName, message: string, mend: string): WalkProblem {
  return { ...fileStart, path, rule, message, mend };
}

function symlink(path: string): WalkProblem {
  return at(
    path,
    'symbolic-link',
    'This is a symbolic link, which could publish a file that was never meant to be read.',
    'Put the file itself here; links are not followed.',
  );
}

function misplaced(path: string, collection: string): WalkProblem {
  const mend =
    collection === 'posts'
      ? 'Name it posts/<slug>.md, or posts/<slug>/index.md with pictures beside it.'
      : `Put it directly into ${collection}/.`;
  return at(path, 'misplaced-file', 'No page is made from a file in this place.', mend);
}

function device(path: string, slug: string): WalkProblem {
  return at(
    path,
    'reserved-slug',
    `Windows keeps the name "${slug}" for a device, so the repository could not be checked out there.`,
    'Rename the file.',
  );
}

// The letters of other scripts that are drawn like a–z, with the letter that a reader takes them for.
const drawnAlike = new Map(
  Object.entries({
    ...{
      а: 'a',
      е: 'e',
      о: 'o',
      р: 'p',
      с: 'c',
      у: 'y',
      х: 'x',
      і: 'i',
      ѕ: 's',
      ј: 'j',
      ԁ: 'd',
      һ: 'h',
      ԛ: 'q',
    },
    ...{
      ԝ: 'w',
      ʋ: 'v',
      ο: 'o',
      ν: 'v',
      ι: 'i',
      α: 'a',
      κ: 'k',
      ɡ: 'g',
      ı: 'i',
      ɑ: 'a',
      ꞓ: 'c',
      ո: 'n',
      օ: 'o',
    },
  }),
);

/** A name with the Latin letters that its reader sees. */
function inLatin(name: string): string {
  return Array.from(name, (sign) => drawnAlike.get(sign) ?? sign).join('');
}

/** Slugs in disguise: with letters that only look like a–z, or that look like the slug of another entry. */
function disguises(entries: readonly FoundEntry[]): WalkProblem[] {
  const foreign = entries.flatMap(({ path, slug }) => {
    const letter = Array.from(slug).find((sign) => drawnAlike.has(sign));
    if (letter === undefined) return [];
    return at(
      path,
      'homoglyph-slug',
      `The letter "${letter}" in this file name is not the "${drawnAlike.get(letter) ?? ''}" of the Latin alphabet, although it looks like it.`,
      `Type the name again: "${inLatin(slug)}".`,
    );
  });
  const collections = Object.keys(endings) as FolderCollection[];
  const alike = collections.flatMap((collection) =>
    lookAlikes(entries.filter((entry) => entry.collection === collection)).map(({ path, slug, other }) =>
      at(
        path,
        'homoglyph-slug',
        `Readers could take the slug "${slug}" for "${other.slug}", which is ${other.path}.`,
        'Give it a name of its own.',
      ),
    ),
  );
  return [...foreign, ...alike];
}

function badSlug(path: string, slug: string): WalkProblem {
  const better = inLatin(slug)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, 80)
    .replace(/^-|-$/gu, '');
  return at(
    path,
    'bad-slug',
    `The file name "${slug}" cannot be an address: it may hold only a–z, 0–9 and single hyphens, up to 80 characters.`,
    better === '' ? 'Rename the file.' : `Rename it, for example to "${better}".`,
  );
}

/** Entries whose names differ only in ending, folder, case or Unicode form would overwrite each other. */
function twins(entries: readonly FoundEntry[]): WalkProblem[] {
  const seen = new Map<string, FoundEntry>();
  const problems: WalkProblem[] = [];
  for (const entry of entries) {
    const key = `${entry.collection}/${entry.slug.normalize('NFKC').toLowerCase()}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, entry);
    else
      problems.push(
        at(
          entry.path,
          'duplicate-slug',
          `This file has the same address as ${first.path}, so one of them would be lost.`,
          'Rename or delete one of the two.',
        ),
      );
  }
  return problems;
}
