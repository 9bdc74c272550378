import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { approvalsPath } from '../model/approval.ts';
import type { Problem } from '../model/problem.ts';
import type { Silence } from '../model/silence.ts';
import { isSlug } from '../model/slug.ts';
import { readWordList } from '../model/word-list.ts';
import { each } from './each.ts';
import { guardText, wordListLimits } from './guard.ts';
import { fileStart } from './position.ts';
import { lookAt, type SeenFile } from './seen-file.ts';
import { readFile, schemas, type FileJob, type FileKind, type FileRecord, type Rest } from './read-file.ts';
import { absentEntry, createEntry, type EntryOf, type SourceEntry } from './source-entry.ts';
import { walkContent, type FolderCollection, type Walk } from './walk.ts';
import { eachWhileSame } from './while-same.ts';

/** The content folder as read: what could be read, and everything that is wrong with the rest. */
export interface SourceContent {
  site: EntryOf<'site'> | undefined;
  /** Without a usable site.yml: the fields of it that are right by themselves. */
  soundSite: Rest['sound'];
  tags: EntryOf<'tags'>;
  redirects: EntryOf<'redirects'>;
  policy: EntryOf<'policy'>;
  synonyms: EntryOf<'synonyms'>;
  /** The words of `words.txt`, which are right whatever a dictionary says. */
  words: string[];
  posts: EntryOf<'posts'>[];
  authors: EntryOf<'authors'>[];
  groups: EntryOf<'groups'>[];
  paths: EntryOf<'paths'>[];
  pages: EntryOf<'pages'>[];
  threads: EntryOf<'threads'>[];
  questions: EntryOf<'questions'>[];
  /** Undefined before the first copy. */
  copied: EntryOf<'copied'> | undefined;
  /** Who approved what; undefined before that was asked for. */
  approvals: EntryOf<'approvals'> | undefined;
  /** Entries that are there but cannot be read; what names them is not to blame. */
  unreadable: Unreadable[];
  /** Of those, the ones whose text can be judged although a field or the name is wrong. */
  damaged: Damaged[];
  /** The files that hold nothing but fields, also when one of them is wrong. */
  dataFiles: SourceEntry<unknown>[];
  /** Files that are no entries, relative to the content folder. */
  assets: string[];
  problems: Problem[];
  /** The exceptions that authors made, by path. */
  silences: Map<string, Silence[]>;
  /** The paths of all entries. */
  files: string[];
}

export interface Unreadable {
  collection: FolderCollection | 'tags';
  slug: string;
}

/** An entry with a wrong field or name: what is right about it by itself, and the names of the fields that are not. */
export type Damaged = Unreadable & SourceEntry<Record<string, unknown>> & Pick<Rest, 'wrong'>;

/** Reads one file or gives what is remembered of it. */
export type FileReader = (file: Omit<FileJob, 'bytes'> & SeenFile) => Promise<FileRecord> | FileRecord;

export interface ReadOptions {
  dir: string;
  /** How the content folder is named in messages, such as `content`. */
  label: string;
  /** Is told the paths of all files before the first is read. */
  reader?: (paths: readonly string[]) => FileReader;
  /** Which files there are, if that is known. */
  walk?: Walk;
  /** Looks at a file: its path in the content folder, and the whole one. Undefined when there is none. */
  look?: (path: string, file: string) => SeenFile | undefined;
}

/** A record that is remembered gives the same entry at every look, by which others notice that nothing has changed. */
const entryOfRecord = eachWhileSame<SourceEntry<unknown>>();

/** Reads and checks every file of a content folder. Mistakes of authors end up in `problems`; only a broken disk throws. */
export async function readContent({
  dir,
  label,
  reader = () => readNow,
  walk,
  look = (_path, file) => lookAt(file),
}: ReadOptions): Promise<SourceContent> {
  const { entries: found, assets, problems: misplaced } = walk ?? (await walkContent(dir));
  const problems: Problem[] = misplaced.map(({ path, ...problem }) => ({
    ...problem,
    file: `${label}/${path}`,
  }));
  const silences = new Map<string, Silence[]>();
  const read = reader(found.map(({ path }) => path));
  const damaged: Damaged[] = [];
  const dataFiles: SourceEntry<unknown>[] = [];
  let soundSite: Rest['sound'] = {};
  const unreadable: Unreadable[] = [];

  const entryOf = async <Kind extends FileKind>(kind: Kind, slug: string, path: string) => {
    const seen = look(path, join(dir, path));
    if (seen === undefined) return undefined;
    const record = await read({ kind, path, ...seen });
    for (const problem of record.problems) problems.push({ ...problem, file: `${label}/${path}` });
    if (record.silences.length > 0) silences.set(path, record.silences);
    const { digest } = seen;
    // Its data is of the kind that the record was made for.
    const made = entryOfRecord(record, [dir, path, digest], () =>
      createEntry(slug, path, () => readFileSync(join(dir, path)), digest, record),
    ) as EntryOf<Kind>;
    const { data, rest } = record;
    if (path.endsWith('.yml') && (data !== undefined || rest !== undefined)) dataFiles.push(made);
    if (kind === 'site') soundSite = rest?.sound ?? {};
    if (rest !== undefined && isCollection(kind))
      damaged.push({ ...made, collection: kind, data: rest.sound, wrong: rest.wrong });
    return data === undefined ? undefined : made;
  };
  const collect = async <Kind extends FolderCollection>(kind: Kind): Promise<EntryOf<Kind>[]> => {
    const mine = found.filter(({ collection }) => collection === kind);
    const entries = await each(mine, ({ slug, path }) => entryOf(kind, slug, path));
    const whole = entries.flatMap((one) => one ?? []);
    const good = whole.filter(({ slug }) => isSlug(slug));
    for (const one of whole) if (!isSlug(one.slug)) damaged.push({ ...one, collection: kind, wrong: [] });
    const readable = new Set(good.map(({ slug }) => slug));
    unreadable.push(...mine.filter(({ slug }) => !readable.has(slug)));
    return good;
  };
  const single = async <Kind extends SingleKind>(kind: Kind) => {
    const path = kind === 'approvals' ? approvalsPath : `${kind}.yml`;
    const one = await entryOf(kind, '', path);
    const isAbsent = one === undefined && !problems.some(({ file }) => file === `${label}/${path}`);
    if (isAbsent && (kind === 'site' || kind === 'tags'))
      problems.push({ ...fileStart, file: `${label}/${path}`, ...absent(path) });
    return one;
  };

  const wordsIn = () => {
    const seen = lookAt(join(dir, 'words.txt'));
    if (seen === undefined) return [];
    const guarded = guardText(seen.bytes(), wordListLimits);
    for (const problem of guarded.problems) problems.push({ ...problem, file: `${label}/words.txt` });
    return readWordList(guarded.text);
  };

  const [site, tags, redirects] = [await single('site'), await single('tags'), await single('redirects')];
  const [policy, synonyms] = [await single('policy'), await single('synonyms')];
  const copied = await single('copied');
  const approvals = await single('approvals');
  if (tags === undefined) unreadable.push({ collection: 'tags', slug: '' });
  return {
    site,
    soundSite,
    tags: tags ?? absentEntries.tags,
    redirects: redirects ?? absentEntries.redirects,
    policy: policy ?? absentEntries.policy,
    synonyms: synonyms ?? absentEntries.synonyms,
    words: wordsIn(),
    posts: await collect('posts'),
    authors: await collect('authors'),
    groups: await collect('groups'),
    paths: await collect('paths'),
    pages: await collect('pages'),
    threads: await collect('threads'),
    questions: await collect('questions'),
    copied,
    approvals,
    unreadable,
    damaged,
    dataFiles,
    assets,
    problems,
    silences,
    files: found.map(({ path }) => path),
  };
}

const absentEntries = {
  tags: absentEntry('tags', { tags: [] }),
  redirects: absentEntry('redirects', schemas.redirects.parse({ redirects: {} })),
  policy: absentEntry('policy', schemas.policy.parse({ clauses: [] })),
  synonyms: absentEntry('synonyms', { synonyms: [] }),
};

type SingleKind = Exclude<FileKind, FolderCollection>;
const singles: readonly FileKind[] = [
  'site',
  'tags',
  'redirects',
  'policy',
  'synonyms',
  'copied',
  'approvals',
] satisfies SingleKind[];

function isCollection(kind: FileKind): kind is FolderCollection {
  return !singles.includes(kind);
}

/** Reads a file that nothing is remembered of. */
export function readNow({ kind, path, bytes }: Parameters<FileReader>[0]): FileRecord {
  return readFile({ kind, path, bytes: bytes() });
}

function absent(path: string): Pick<Problem, 'rule' | 'message' | 'mend'> {
  return {
    rule: 'missing-file',
    message: `There is no ${path} in the content folder.`,
    mend: 'Create it; the sample blog that comes with Watercooler shows what it holds.',
  };
}
