import type { z } from 'zod';
import { authorSchema } from '../model/author.ts';
import { schemaProblems, type FieldProblem } from '../model/field-problem.ts';
import { groupFrontmatterSchema } from '../model/group.ts';
import { pageFrontmatterSchema } from '../model/page.ts';
import { pathFrontmatterSchema } from '../model/path.ts';
import { policySchema } from '../model/policy.ts';
import { postFrontmatterSchema } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';
import { redirectsSchema } from '../model/redirects.ts';
import { judgeSilences, writtenSilences, type Silence, type WrittenSilence } from '../model/silence.ts';
import { siteSchema } from '../model/site.ts';
import { taxonomySchema } from '../model/tag.ts';
import { threadSchema, tooLongThread, type ThreadFile } from '../model/thread.ts';
import { readMarkdownFile } from './frontmatter.ts';
import { guardText, textLimits, threadLimits } from './guard.ts';
import { fileStart } from './position.ts';
import { spaceProblems } from './spaces.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** What each kind of file in the content folder is checked against. */
export const schemas = {
  site: siteSchema,
  tags: taxonomySchema,
  redirects: redirectsSchema,
  policy: policySchema,
  posts: postFrontmatterSchema,
  authors: authorSchema,
  groups: groupFrontmatterSchema,
  paths: pathFrontmatterSchema,
  pages: pageFrontmatterSchema,
  threads: threadSchema,
} satisfies Record<string, z.ZodObject>;

export type FileKind = keyof typeof schemas;
export type DataOf<Kind extends FileKind> = z.output<(typeof schemas)[Kind]>;

/** A file to read: its path relative to the content folder, its bytes, and what it should be. */
export interface FileJob {
  kind: FileKind;
  path: string;
  bytes: Uint8Array;
}

/** What one file says on its own. Plain data: it is kept between runs and passed between threads. */
export interface FileRecord {
  /** What the schema made of the fields; undefined when one of them cannot be used. */
  data: unknown;
  /** Without usable data: the fields that are right by themselves. Undefined when the text cannot be taken apart. */
  sound?: Record<string, unknown>;
  /** Where the body starts in the text, and on which line. */
  bodyStart: number;
  bodyLine: number;
  problems: Omit<Problem, 'file'>[];
  silences: Silence[];
}

/** Guards, reads and checks one file. What is wrong with it is in the record; it never throws on account of an author. */
export function readFile({ kind, path, bytes }: FileJob): FileRecord {
  const { text, problems: refused } = guardText(bytes, kind === 'threads' ? threadLimits : textLimits);
  const nothing = { data: undefined, bodyStart: 0, bodyLine: 1, silences: [] };
  if (refused.length > 0) return { ...nothing, problems: refused };

  const { document, bodyStart, bodyLine } = takeApart(path, text);
  if (document.problems.length > 0) return { ...nothing, problems: document.problems };

  const fields = document.data ?? {};
  const schema: z.ZodObject = schemas[kind];
  const parsed = schema.safeParse(fields);
  if (!parsed.success) {
    const problems = schemaProblems(schema, fields).map((problem) => placedIn(document.locate, problem));
    return {
      data: undefined,
      sound: soundFields(schema, fields),
      bodyStart,
      bodyLine,
      problems,
      silences: [],
    };
  }
  const long = kind === 'threads' ? tooLongThread(parsed.data as ThreadFile) : undefined;
  if (long !== undefined) return { ...nothing, problems: [longThread(long)] };
  const comments = kind === 'threads' ? [] : writtenSilences(text);
  const { silences, problems } = judgeSilences([...comments, ...allowed(parsed.data, document)]);
  if (kind !== 'threads') problems.push(...spaceProblems(text));
  return { data: parsed.data, bodyStart, bodyLine, problems, silences };
}

function longThread(message: string): FileRecord['problems'][number] {
  return {
    ...fileStart,
    rule: 'too-large',
    message: `${message}.`,
    mend: 'Close the discussion, start another one, and delete this copy.',
  };
}

/** The fields of a group that can be used by themselves, so that what they refer to is judged all the same. */
function soundFields(schema: z.ZodObject, fields: unknown): Record<string, unknown> {
  if (typeof fields !== 'object' || fields === null) return {};
  const results = Object.entries(schema.shape).map(([name, field]) => {
    const written: unknown = Object.hasOwn(fields, name) ? Reflect.get(fields, name) : undefined;
    return [name, (field as z.ZodType).safeParse(written)] as const;
  });
  return Object.fromEntries(results.flatMap(([name, { success, data }]) => (success ? [[name, data]] : [])));
}

/** The exceptions that the field `allow` makes, each at its place. */
function allowed(data: Record<string, unknown>, { locate }: YamlDocument): WrittenSilence[] {
  const { allow } = data;
  if (!Array.isArray(allow)) return [];
  return allow.map((one: { rule: string; because: string; clause?: string }, index) => ({
    ...one,
    ...locate({ path: ['allow', index], rule: 'unknown-rule' }),
  }));
}

/** Where a problem with a field of a file stands. */
export function locateIn(path: string, bytes: Uint8Array): YamlDocument['locate'] {
  return takeApart(path, guardText(bytes, threadLimits).text).document.locate;
}

/** A problem with a field, with its place. */
export function placedIn(
  locate: YamlDocument['locate'],
  { path, rule, message, mend, instead }: FieldProblem,
): Omit<Problem, 'file'> {
  const start = locate({ path, rule });
  const problem = { ...start, rule, message, mend };
  if (instead === undefined) return problem;
  const end = { ...start, column: start.column + instead.written.length };
  return { ...problem, fix: { kind: 'replace', start, end, text: instead.right } };
}

function takeApart(
  path: string,
  text: string,
): { document: YamlDocument; bodyStart: number; bodyLine: number } {
  if (path.endsWith('.json')) return { document: readJson(text), bodyStart: text.length, bodyLine: 1 };
  if (path.endsWith('.yml')) return { document: readYaml(text), bodyStart: text.length, bodyLine: 1 };
  const { body, bodyLine, ...document } = readMarkdownFile(text);
  return { document, bodyStart: text.length - body.length, bodyLine };
}

// A thread with a thousand comments; the YAML reader needs seconds and gigabytes for one that is many times longer.
const mostToLocate = 500_000;

/** JSON is read fast when it is sound; the slower YAML reader, which knows positions, is asked only about mistakes. */
function readJson(text: string): YamlDocument {
  let reread: YamlDocument | undefined;
  const again = () => (reread ??= readYaml(text.length > mostToLocate ? '' : text));
  const locate: YamlDocument['locate'] = (problem) => again().locate(problem);
  try {
    return { data: JSON.parse(text), problems: [], locate };
  } catch {
    const { problems } = again();
    const unknown = {
      ...fileStart,
      rule: 'malformed-json' as const,
      message: 'This file cannot be read as JSON.',
      mend: 'Copy the thread again, or restore the file from git.',
    };
    return { data: undefined, problems: problems.length > 0 ? problems : [unknown], locate };
  }
}
