import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { authorSchema, type AuthorFile } from '../model/author.ts';
import { schemaProblems, type FieldProblem } from '../model/field-problem.ts';
import { groupFrontmatterSchema } from '../model/group.ts';
import { pageFrontmatterSchema } from '../model/page.ts';
import { pathFrontmatterSchema } from '../model/path.ts';
import { postFrontmatterSchema, type PostFrontmatter } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';
import { redirectsSchema } from '../model/redirects.ts';
import { siteSchema, type Site } from '../model/site.ts';
import { isSlug } from '../model/slug.ts';
import { taxonomySchema, type Tag } from '../model/tag.ts';
import { threadSchema, type ThreadFile } from '../model/thread.ts';
import { each } from './each.ts';
import { readMarkdownFile } from './frontmatter.ts';
import { fileStart, type Position } from './position.ts';
import { walkContent, type FolderCollection, type FoundEntry } from './walk.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** One file of the content folder, read and checked against its schema. */
export interface SourceEntry<Data> {
  slug: string;
  path: string;
  data: Data;
  /** The Markdown after the frontmatter; empty for files that are data only. */
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  locate: (problem: Pick<FieldProblem, 'path' | 'rule'>) => Position;
}

type Frontmatter<Schema extends z.ZodType> = SourceEntry<z.output<Schema>>;

/** The content folder as read: what could be read, and everything that is wrong with the rest. */
export interface SourceContent {
  site: SourceEntry<Site> | undefined;
  tags: SourceEntry<{ tags: Tag[] }>;
  redirects: SourceEntry<{ redirects: Record<string, string> }>;
  posts: SourceEntry<PostFrontmatter>[];
  authors: SourceEntry<AuthorFile>[];
  groups: Frontmatter<typeof groupFrontmatterSchema>[];
  paths: Frontmatter<typeof pathFrontmatterSchema>[];
  pages: Frontmatter<typeof pageFrontmatterSchema>[];
  threads: SourceEntry<ThreadFile>[];
  /** Entries that are there but cannot be read; what names them is not to blame. */
  unreadable: Unreadable[];
  /** Files that are no entries, relative to the content folder. */
  assets: string[];
  problems: Problem[];
}

export interface Unreadable {
  collection: FolderCollection | 'tags';
  slug: string;
}

interface Reader {
  dir: string;
  /** How the content folder is named in messages, such as `content`. */
  label: string;
  problems: Problem[];
}

/** Reads and checks every file of a content folder. Mistakes of authors end up in `problems`; only a broken disk throws. */
export async function readContent({ dir, label }: { dir: string; label: string }): Promise<SourceContent> {
  const reader: Reader = { dir, label, problems: [] };
  const { entries, assets, problems } = await walkContent(dir);
  for (const { path, ...problem } of problems) reader.problems.push({ ...problem, file: `${label}/${path}` });

  const unreadable: Unreadable[] = [];
  const read = async <Schema extends z.ZodObject>(collection: FolderCollection, schema: Schema) => {
    const found = entries.filter((entry) => entry.collection === collection);
    const results = await each(found, (entry) => readEntry(reader, entry, schema));
    const good = results.flatMap((entry) => (entry !== undefined && isSlug(entry.slug) ? entry : []));
    const readable = new Set(good.map(({ slug }) => slug));
    unreadable.push(...found.filter(({ slug }) => !readable.has(slug)));
    return good;
  };

  const single = (path: string) => ({ collection: 'pages', slug: '', path }) as const;
  const [site, tags, redirects] = await Promise.all([
    readEntry(reader, single('site.yml'), siteSchema),
    readEntry(reader, single('tags.yml'), taxonomySchema),
    readEntry(reader, single('redirects.yml'), redirectsSchema, { redirects: {} }),
  ]);
  if (tags === undefined) unreadable.push({ collection: 'tags', slug: '' });
  const empty = { slug: '', path: '', body: '', bodyLine: 1, locate: () => fileStart };
  return {
    site,
    tags: tags ?? { ...empty, data: { tags: [] } },
    redirects: redirects ?? { ...empty, data: { redirects: {} } },
    posts: await read('posts', postFrontmatterSchema),
    authors: await read('authors', authorSchema),
    groups: await read('groups', groupFrontmatterSchema),
    paths: await read('paths', pathFrontmatterSchema),
    pages: await read('pages', pageFrontmatterSchema),
    threads: await read('threads', threadSchema),
    unreadable,
    assets,
    problems: reader.problems,
  };
}

async function readEntry<Schema extends z.ZodObject>(
  reader: Reader,
  { slug, path }: Pick<FoundEntry, 'slug' | 'path'>,
  schema: Schema,
  ifAbsent?: z.input<Schema>,
): Promise<SourceEntry<z.output<Schema>> | undefined> {
  const file = `${reader.label}/${path}`;
  const text = await readText(join(reader.dir, path));
  if (text === undefined) {
    if (ifAbsent !== undefined)
      return { slug, path, data: schema.parse(ifAbsent), body: '', bodyLine: 1, locate: () => fileStart };
    reader.problems.push({ ...fileStart, file, ...absent(path) });
    return undefined;
  }
  const { document, body, bodyLine } = takeApart(path, text);
  for (const problem of document.problems) reader.problems.push({ ...problem, file });
  if (document.problems.length > 0) return undefined;

  const parsed = schema.safeParse(document.data ?? {});
  if (!parsed.success) {
    for (const problem of schemaProblems(schema, document.data ?? {}))
      reader.problems.push(placed(file, document.locate, problem));
    return undefined;
  }
  // Positions are asked for only where something is wrong, so the parsed document is not kept for each file.
  const locate = (problem: Pick<FieldProblem, 'path' | 'rule'>) =>
    takeApart(path, text).document.locate(problem);
  return { slug, path, data: parsed.data, body, bodyLine, locate };
}

function takeApart(path: string, text: string): { document: YamlDocument; body: string; bodyLine: number } {
  if (path.endsWith('.json')) return { document: readJson(text), body: '', bodyLine: 1 };
  if (path.endsWith('.yml')) return { document: readYaml(text), body: '', bodyLine: 1 };
  const { body, bodyLine, ...document } = readMarkdownFile(text);
  return { document, body, bodyLine };
}

/** JSON is read fast when it is sound; the slower YAML reader, which knows positions, is asked only about mistakes. */
function readJson(text: string): YamlDocument {
  const locate = (problem: Pick<FieldProblem, 'path' | 'rule'>) => readYaml(text).locate(problem);
  try {
    return { data: JSON.parse(text), problems: [], locate };
  } catch {
    const { problems } = readYaml(text);
    const unknown = {
      ...fileStart,
      rule: 'malformed-json' as const,
      message: 'This file cannot be read as JSON.',
      mend: 'Copy the thread again, or restore the file from git.',
    };
    return { data: undefined, problems: problems.length > 0 ? problems : [unknown], locate };
  }
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/u, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`Could not read ${path}.`, { cause: error });
  }
}

function absent(path: string): Pick<Problem, 'rule' | 'message' | 'mend'> {
  return {
    rule: 'missing-file',
    message: `There is no ${path} in the content folder.`,
    mend: 'Create it; the sample blog that comes with Watercooler shows what it holds.',
  };
}

/** A problem with a field, placed in its file. */
export function placed(file: string, locate: SourceEntry<unknown>['locate'], problem: FieldProblem): Problem {
  const { rule, message, mend } = problem;
  return { file, ...locate(problem), rule, message, mend };
}

/** A short name for a text that changes whenever the text does. */
export function digestOf(...texts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\0');
  return hash.digest('hex').slice(0, 20);
}
