import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What is kept under a kind and a key. Without a digest, it was forgotten. */
export interface Line {
  kind: string;
  key: string;
  digest: string;
  json: string;
}

/** A file of lines, of which the last under each kind and key counts. */
export interface RecordLog {
  lines: Line[];
  /** How many lines there are in the file, those of other pipelines included. */
  written: number;
}

/**
 * Reads the lines that a pipeline wrote; none when there is no file. Every line says whose it is, and is taken apart no
 * further than to its key: one that is torn, or was written by other code at the same time, harms no other.
 */
export function readLog(file: string, fingerprint: string): RecordLog {
  const text = textOf(file);
  const lines: Line[] = [];
  let [start, written] = [0, 0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    const line = readLine(text.slice(start, end), fingerprint);
    if (line !== undefined) lines.push(line);
    start = end + 1;
    written += 1;
  }
  return { lines, written };
}

/** Adds lines to the end, which is what an ordinary run needs: it costs as much as what is new. */
export function appendToLog(file: string, fingerprint: string, lines: readonly Line[]): void {
  mkdirSync(dirname(file), { recursive: true });
  appendFileSync(file, textFor(fingerprint, lines), 'latin1');
}

/** Writes the file anew. It is whole at any moment. */
export function writeLog(file: string, fingerprint: string, lines: readonly Line[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const unfinished = `${file}.${String(process.pid)}`;
  writeFileSync(unfinished, textFor(fingerprint, lines), 'latin1');
  renameSync(unfinished, file);
}

// JSON writes tabs and line breaks in another way, so that none stands in a key or a record.
const between = '\t';

// It begins with the end of a line, because the last one may have been torn.
function textFor(fingerprint: string, lines: readonly Line[]): string {
  const written = lines.map(({ kind, key, digest, json }) =>
    [fingerprint, kind, digest, JSON.stringify(key), json].join(between),
  );
  return `\n${written.join('\n')}\n`.replaceAll(beyondAscii, asEscape);
}

// One sign of another kind would make the engine keep the whole text in twice the memory.
const beyondAscii = /[\u0080-\uFFFF]/g;

function asEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function readLine(line: string, fingerprint: string): Line | undefined {
  if (!line.startsWith(fingerprint + between)) return undefined;
  const afterKind = line.indexOf(between, fingerprint.length + 1);
  const afterDigest = line.indexOf(between, afterKind + 1);
  const afterKey = line.indexOf(between, afterDigest + 1);
  const key = keyIn(line.slice(afterDigest + 1, afterKey));
  if (afterKind === -1 || afterDigest === -1 || afterKey === -1 || key === undefined) return undefined;
  const kind = line.slice(fingerprint.length + 1, afterKind);
  return { kind, key, digest: line.slice(afterKind + 1, afterDigest), json: line.slice(afterKey + 1) };
}

function keyIn(json: string): string | undefined {
  if (!json.includes('\\')) return json.slice(1, -1);
  const key = parsed(json);
  return typeof key === 'string' ? key : undefined;
}

/** What a JSON text says; undefined when it is none. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return '';
  }
}
