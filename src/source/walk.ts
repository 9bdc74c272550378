import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { approvalsPath } from '../model/approval.ts';
import type { RuleName } from '../model/rules/rules.ts';
import { isWindowsDevice } from '../model/file-name.ts';
import { isSlug } from '../model/slug.ts';
import { disguisedSlugs, inLatin } from './disguised-slugs.ts';
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

type Folder = keyof typeof endings;
/** Questions are threads that stand by themselves, in the folder `threads/questions`. */
export type FolderCollection = Folder | 'questions';

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
  for (const collection of Object.keys(endings) as Folder[])
    if (!links.includes(collection)) await walkFolder(dir, collection, collection, walk);
  walk.problems.push(...twins(walk.entries));
  for (const { path, message, mend } of disguisedSlugs(walk.entries))
    walk.problems.push(at(path, 'homoglyph-slug', message, mend));
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
  return Object.hasOwn(endings, name) || name.endsWith('.yml') || name === approvalsPath;
}

async function walkFolder(dir: string, folder: string, collection: Folder, walk: Walk): Promise<void> {
  for (const item of await itemsOf(join(dir, folder))) {
    const path = `${folder}/${item.name}`;
    if (item.name.startsWith('.')) continue;
    if (item.isSymbolicLink()) walk.problems.push(symlink(path));
    else if (item.isDirectory()) await walkFolder(dir, path, collection, walk);
    else classify(path, collection, walk);
  }
}

function classify(path: string, collection: Folder, walk: Walk): void {
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
  if (collection === 'threads' && parts.length === 2 && slug === 'questions' && isNumber(inner)) {
    walk.entries.push({ collection: 'questions', slug: inner, path });
    return;
  }
  const isIndex = collection === 'posts' && parts.length === 2 && inner === 'index';
  if (parts.length > 1 && !isIndex) walk.problems.push(misplaced(path, collection));
  else {
    if (isWindowsDevice(slug)) walk.problems.push(device(path, slug));
    else if (!isSlug(slug)) walk.problems.push(badSlug(path, slug));
    walk.entries.push({ collection, slug, path });
  }
}

function isNumber(text: string | undefined): text is string {
  return /^[1-9]\d*$/u.test(text ?? '');
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
