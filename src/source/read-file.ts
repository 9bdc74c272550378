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
import { synonymsSchema } from '../model/synonyms.ts';
import { taxonomySchema } from '../model/tag.ts';
import { approvalsSchema } from '../model/approval.ts';
import { copiedSchema } from '../model/copied.ts';
import { threadSchema } from '../model/thread.ts';
import { escapedProblems } from './escaped-characters.ts';
import { readMarkdownFile } from './frontmatter.ts';
import { guardText, textLimits, threadLimits } from './guard.ts';
import { fileStart } from './position.ts';
import { spaceProblems } from './spaces.ts';
import { textDigest } from './text-digest.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

/** What each kind of file in the content folder is checked against. */
export const schemas = {
  site: siteSchema,
  tags: taxonomySchema,
  redirects: redirectsSchema,
  policy: policySchema,
  synonyms: synonymsSchema,
  posts: postFrontmatterSchema,
  authors: authorSchema,
  groups: groupFrontmatterSchema,
  paths: pathFrontmatterSchema,
  pages: pageFrontmatterSchema,
  threads: threadSchema,
  questions: threadSchema,
  copied: copiedSchema,
  approvals: approvalsSchema,
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
  /** Without usable data: what can be used all the same. Undefined when the text cannot be taken apart. */
  rest?: Rest;
  /** Where the body starts in the text, and on which line. */
  bodyStart: number;
  bodyLine: number;
  /** Names the text of a Markdown file, whatever is written in fields that say how it is kept. */
  textDigest?: string;
  problems: Omit<Problem, 'file'>[];
  silences: Silence[];
}

/** What is left of a file with a wrong field, or with fields that cannot be read at all. */
export interface Rest {
  /** The fields that are right by themselves. */
  sound: Record<string, unknown>;
  /** The names of those that are not. */
  wrong: string[];
}

/** Guards, reads and checks one file. What is wrong with it is in the record; it never throws on account of an author. */
export function readFile({ kind, path, bytes }: FileJob): FileRecord {
  const isCopy = kind === 'threads' || kind === 'questions' || kind === 'approvals';
  const { text, problems: refused } = guardText(bytes, isCopy ? threadLimits : textLimits);
  const nothing = { data: undefined, bodyStart: 0, bodyLine: 1, silences: [] };
  if (refused.length > 0) return { ...nothing, problems: refused };

  const { document, bodyStart, bodyLine } = takeApart(path, text);
  const isBoundless = document.problems.some(({ rule }) => rule === 'unclosed-frontmatter');
  if (isBoundless) return { ...nothing, problems: document.problems };

  const checked = checkedFields(schemas[kind], document);
  const problems = [...checked.problems, ...(isCopy ? [] : escapedProblems(text, document))];
  const result = { data: checked.data, ...(checked.rest !== undefined && { rest: checked.rest }) };
  if (isCopy) return { ...result, bodyStart, bodyLine, problems, silences: [] };

  // Of fields that cannot be read, nobody knows what has to be allowed in them.
  const comments = writtenSilences(text).filter(
    ({ line }) => document.problems.length === 0 || line >= bodyLine,
  );
  const judged = judgeSilences([
    ...comments,
    ...allowed(checked.data ?? checked.rest?.sound ?? {}, document),
  ]);
  problems.push(...judged.problems, ...spaceProblems(text));
  const named = /\.mdx?$/u.test(path) ? { textDigest: textDigest(text) } : {};
  return { ...result, ...named, bodyStart, bodyLine, problems, silences: judged.silences };
}

interface CheckedFields {
  data?: Record<string, unknown>;
  rest?: Rest;
  problems: Omit<Problem, 'file'>[];
}

function checkedFields(schema: z.ZodObject, document: YamlDocument): CheckedFields {
  if (document.problems.length > 0)
    return { rest: { sound: {}, wrong: Object.keys(schema.shape) }, problems: document.problems };
  const fields = document.data ?? {};
  const parsed = schema.safeParse(fields);
  if (parsed.success) return { data: parsed.data, problems: [] };
  const problems = schemaProblems(schema, fields).map((problem) => placedIn(document.locate, problem));
  return { rest: restOf(schema, fields), problems };
}

/** The fields of a group that can be used by themselves, so that what they refer to is judged all the same. */
function restOf(schema: z.ZodObject, fields: unknown): Rest {
  const names = Object.keys(schema.shape);
  if (typeof fields !== 'object' || fields === null) return { sound: {}, wrong: names };
  const results = Object.entries(schema.shape).map(([name, field]) => {
    const written: unknown = Object.hasOwn(fields, name) ? Reflect.get(fields, name) : undefined;
    return [name, (field as z.ZodType).safeParse(written)] as const;
  });
  return {
    sound: Object.fromEntries(
      results.flatMap(([name, { success, data }]) => (success ? [[name, data]] : [])),
    ),
    wrong: results.flatMap(([name, { success }]) => (success ? [] : [name])),
  };
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
    // The reader of YAML knows where it stumbles over it, but it has other words for it.
    const [{ line, column } = fileStart] = again().problems;
    const problem = {
      ...{ line, column },
      rule: 'malformed-json' as const,
      message: 'This file cannot be read as JSON.',
      mend: 'Copy it again, or restore the file from git.',
    };
    return { data: undefined, problems: [problem], locate };
  }
}
