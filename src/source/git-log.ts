import type { GitStream } from './git.ts';
import { noOtherMailmap } from './signatures.ts';

/** A file that a commit changed. Paths are relative to the top of the repository. */
export interface Change {
  kind: 'added' | 'changed' | 'deleted' | 'renamed';
  path: string;
  /** Its name before, when it was renamed. */
  from: string | undefined;
  /** The names that git has for what it held before and after. */
  before: string;
  after: string;
}

/** Somebody as a commit names them, corrected by `.mailmap`. */
export interface Signature {
  name: string;
  email: string;
}

export interface Commit {
  id: string;
  parents: string[];
  /** Seconds since 1970, of the committer. */
  time: number;
  author: Signature;
  /** The lines `Co-authored-by`, as they are written. */
  coAuthors: string[];
  /** What stays the same when a commit is made again elsewhere: by whom, when, and in which words. */
  sameness: string;
  /** Empty for a merge: what it brings is in the commits that it brings. */
  changes: Change[];
}

const fields = ['%H', '%P', '%ct', '%at', '%aN', '%aE', '%s', coAuthorField()] as const;

function coAuthorField(): string {
  return '%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)';
}

// What a person has set for themselves must not change what is read.
const settings = [...noOtherMailmap, '-c', 'log.showSignature=false', '-c', 'i18n.logOutputEncoding=UTF-8'];
const options = [
  ...['-z', '--raw', '--no-abbrev', '--no-color', '--no-ext-diff', '--diff-merges=off', '--topo-order'],
  // Of a commit that moves more files than this, only those are followed that it moves unchanged.
  ...['-M', '-l1000'],
  `--format=commit%x00${fields.join('%x00')}`,
];

export interface LogOptions {
  start: string;
  /** How many commits there are. */
  commits: number;
  /** How many processes may share the work. */
  processes: number;
}

// To compare two commits takes git as long as their folders are large. Below the first, one process is as fast; what is
// said of as many commits as the second are 10 MB.
const [fewestCommits, mostCommits] = [1000, 50_000];

/** Every commit that a commit goes back to, each before its parents. */
export async function* readLog(git: GitStream, log: LogOptions): AsyncGenerator<Commit> {
  const { start, commits, processes } = log;
  const share = Math.min(Math.max(Math.ceil(commits / processes), fewestCommits), mostCommits);
  const ask = (skip: number) =>
    whole(git([...settings, 'log', ...options, `--skip=${skip}`, `--max-count=${share}`, start, '--']));
  const starts = Array.from({ length: Math.ceil(commits / share) }, (_, index) => index * share);
  const asked = starts.slice(0, processes).map(ask);
  for (const [index] of starts.entries()) {
    const text = await asked[index];
    const later = starts[index + processes];
    if (later !== undefined) asked.push(ask(later));
    if (text !== undefined) yield* commitsIn(text);
  }
}

/** All that is said, collected also while nobody waits for it, so that the process goes on. */
function whole(pieces: AsyncIterable<Buffer>): Promise<string> {
  const collected = (async () => {
    const all: Buffer[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all).toString();
  })();
  // Whoever waits for it hears of the failure.
  collected.catch(() => undefined);
  return collected;
}

function* commitsIn(text: string): Generator<Commit> {
  const tokens = text.split('\0').values();
  const next = () => tokens.next().value ?? '';
  let token = tokens.next();
  const isStart = () => token.value?.trim() === 'commit';
  while (token.done !== true) {
    if (!isStart()) {
      token = tokens.next();
      continue;
    }
    const [id, parents, time, authored] = [next(), next(), next(), next()];
    const [name, email, subject, coAuthors] = [next(), next(), next(), next()];
    const changes: Change[] = [];
    for (token = tokens.next(); token.done !== true && !isStart(); token = tokens.next()) {
      const raw = /:\d+ \d+ ([\da-f]+) ([\da-f]+) ([AMDRT])\d*$/u.exec(token.value);
      if (raw === null) continue;
      const [, before = '', after = '', letter = ''] = raw;
      const first = next();
      const isRename = letter === 'R';
      const path = isRename ? next() : first;
      const kind = kinds[letter];
      if (kind !== undefined) changes.push({ kind, path, from: isRename ? first : undefined, before, after });
    }
    yield {
      id,
      parents: parents.split(' ').filter((parent) => parent !== ''),
      time: Number(time),
      author: { name, email },
      coAuthors: coAuthors.split('\u001F').filter((line) => line.trim() !== ''),
      sameness: `${authored}\0${email.toLowerCase()}\0${subject}`,
      changes,
    };
  }
}

const kinds: Record<string, Change['kind']> = {
  A: 'added',
  M: 'changed',
  T: 'changed',
  D: 'deleted',
  R: 'renamed',
};
