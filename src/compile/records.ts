import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FileRecord } from '../source/read-file.ts';
import { digestOf } from '../source/digest.ts';
import type { BodyRecord } from './perform-body.ts';
import type { PictureRecord } from './pictures.ts';
import { appendToLog, parsed, readLog, writeLog, type Line } from './record-log.ts';

interface Kinds {
  file: FileRecord;
  body: BodyRecord;
  picture: PictureRecord;
  /** The digest of a file, by its size and times. */
  seen: string;
}

type Kind = keyof Kinds;

/** What earlier runs found out, by the digest of what they looked at. Everything may be deleted at any time. */
export interface Records {
  recall: <Of extends Kind>(kind: Of, key: string, digest: string) => Kinds[Of] | undefined;
  remember: <Of extends Kind>(kind: Of, key: string, digest: string, record: Kinds[Of]) => void;
  /** Whether there is a record under the key at all. */
  knows: (kind: Kind, key: string) => boolean;
  /** The record under the key, whatever its digest is. */
  latest: <Of extends Kind>(kind: Of, key: string) => Kinds[Of] | undefined;
  /** Writes down what was found out; of the kinds in `complete`, what was not used since the last time is forgotten. */
  save: (complete: readonly Kind[]) => void;
}

interface Kept {
  digest: string;
  /** As it was written down; undefined when this run found it out. */
  json?: string;
  record?: unknown;
  isUsed: boolean;
  isWritten: boolean;
}

type Shelf = Map<string, Kept>;

/**
 * Opens the records in a folder. They hold for one pipeline only: another `fingerprint` finds nothing. What is not there
 * is looked for in the folder `seed`, such as that of another branch, where nothing is written.
 */
export function openRecords(cacheDir: string, fingerprint: string, seed?: string): Records {
  const file = join(cacheDir, 'records.log');
  const shelves: Record<Kind, Shelf> = {
    file: new Map(),
    body: new Map(),
    picture: new Map(),
    seen: new Map(),
  };
  if (seed !== undefined) fill(shelves, readLog(join(seed, 'records.log'), fingerprint).lines, false);
  const { lines, written } = readLog(file, fingerprint);
  fill(shelves, lines, true);
  let linesInFile = written;
  return {
    recall: <Of extends Kind>(kind: Of, key: string, digest: string) => {
      const kept = shelves[kind].get(key);
      if (kept?.digest !== digest) return undefined;
      kept.isUsed = true;
      return recordIn(kept) as Kinds[Of] | undefined;
    },
    remember: (kind, key, digest, record) => {
      shelves[kind].set(key, { digest, record, isUsed: true, isWritten: false });
    },
    knows: (kind, key) => shelves[kind].has(key),
    latest: <Of extends Kind>(kind: Of, key: string) => {
      const kept = shelves[kind].get(key);
      return kept && (recordIn(kept) as Kinds[Of] | undefined);
    },
    save: (complete) => {
      const kinds = Object.keys(shelves) as Kind[];
      const forgotten = complete.flatMap((kind) => forgetUnused(kind, shelves[kind]));
      const found = kinds.flatMap((kind) => linesOf(kind, shelves[kind], ({ isWritten }) => !isWritten));
      const change = [...forgotten, ...found];
      const kept = kinds.flatMap((kind) => [...shelves[kind].values()]);
      for (const one of kept) one.isUsed = false;
      if (change.length === 0) return;
      // Most lines that count nothing any more are those of texts that were edited again and again.
      const isWorn = linesInFile + change.length > 2 * kept.length + fewLines;
      if (linesInFile === 0 || isWorn)
        writeLog(
          file,
          fingerprint,
          kinds.flatMap((kind) => linesOf(kind, shelves[kind])),
        );
      else appendToLog(file, fingerprint, change);
      linesInFile = isWorn ? kept.length : linesInFile + change.length;
      for (const one of kept) one.isWritten = true;
    },
  };
}

/** What is kept; undefined when its line is torn. */
function recordIn(kept: Kept): unknown {
  return (kept.record ??= parsed(kept.json ?? ''));
}

const fewLines = 500;

function fill(shelves: Record<Kind, Shelf>, lines: readonly Line[], isWritten: boolean): void {
  for (const { kind, key, digest, json } of lines) {
    if (!isKind(shelves, kind)) continue;
    if (digest === '') shelves[kind].delete(key);
    else shelves[kind].set(key, { digest, json, isUsed: false, isWritten });
  }
}

function isKind(shelves: Record<Kind, Shelf>, name: string): name is Kind {
  return Object.hasOwn(shelves, name);
}

/** Takes away what was not used, and returns the lines that say so. */
function forgetUnused(kind: Kind, shelf: Shelf): Line[] {
  const forgotten: Line[] = [];
  for (const [key, { isUsed, isWritten }] of shelf) {
    if (isUsed) continue;
    shelf.delete(key);
    if (isWritten) forgotten.push({ kind, key, digest: '', json: '' });
  }
  return forgotten;
}

function linesOf(kind: Kind, shelf: Shelf, isWanted: (kept: Kept) => boolean = () => true): Line[] {
  const lines: Line[] = [];
  for (const [key, kept] of shelf)
    if (isWanted(kept))
      lines.push({ kind, key, digest: kept.digest, json: kept.json ?? JSON.stringify(kept.record) });
  return lines;
}

/** Changes whenever the pipeline does: its own code, the model it uses, and the versions of the packages. */
export function pipelineFingerprint(root: string): string {
  const folders = ['src/markdown', 'src/compile', 'src/model', 'src/source', 'src/lint'];
  const names = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .sort()
      .map((name) => join(root, folder, name)),
  );
  const files = [...names, join(root, 'package-lock.json')].filter((name) => /\.(?:ts|json)$/u.test(name));
  return digestOf(...files.map((name) => readFileSync(name)));
}
