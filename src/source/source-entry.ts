import type { FieldProblem } from '../model/field-problem.ts';
import type { Problem } from '../model/problem.ts';
import type { Position } from './position.ts';
import { locateIn, placedIn, type DataOf, type FileKind, type FileRecord } from './read-file.ts';

/** One file of the content folder, read and checked against its schema. */
export interface SourceEntry<Data> {
  slug: string;
  path: string;
  data: Data;
  /** Changes whenever a byte of the file does. */
  digest: string;
  /** The whole file. */
  text: () => string;
  /** The Markdown after the frontmatter; empty for files that are data only. */
  body: () => string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  locate: (problem: Pick<FieldProblem, 'path' | 'rule'>) => Position;
  bodyStart: number;
  /** Names the text of a Markdown file, as `textDigest` does. */
  textDigest: string | undefined;
}

export type EntryOf<Kind extends FileKind> = SourceEntry<DataOf<Kind>>;

const utf8 = new TextDecoder();

/**
 * Makes an entry of what is known of a file. `bytes` are read again when they are asked for: most files need no second look,
 * and together they are large.
 */
export function createEntry<Kind extends FileKind>(
  slug: string,
  path: string,
  bytes: () => Uint8Array,
  digest: string,
  { data, bodyStart, bodyLine, textDigest }: FileRecord,
): EntryOf<Kind> {
  const text = () => utf8.decode(bytes());
  // Most entries have no problem, and some have thousands.
  let locate: SourceEntry<unknown>['locate'] | undefined;
  return {
    slug,
    path,
    // The record was made with the schema of this kind, or remembered under a digest of file and code.
    data: data as DataOf<Kind>,
    digest,
    text,
    body: () => text().slice(bodyStart),
    bodyStart,
    bodyLine,
    textDigest,
    locate: (problem) => (locate ??= locateIn(path, bytes()))(problem),
  };
}

/** Stands for a file that may be missing and is. */
export function absentEntry<Kind extends FileKind>(kind: Kind, data: DataOf<Kind>): EntryOf<Kind> {
  const record = { data, bodyStart: 0, bodyLine: 1, problems: [], silences: [] };
  return createEntry<Kind>('', `${kind}.yml`, () => new Uint8Array(), '', record);
}

/** A problem with a field, placed in its file. */
export function placed(file: string, locate: SourceEntry<unknown>['locate'], problem: FieldProblem): Problem {
  return { file, ...placedIn(locate, problem) };
}
