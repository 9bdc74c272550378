import { hash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { GitError, type GitStream } from './git.ts';

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

/** Two top folders of a repository, by the names that git has for them; `before` is empty for a commit without parents. */
export interface TreePair {
  before: string;
  after: string;
}

// Of a commit that moves more files than this, only those are followed that it moves unchanged.
const options = ['-r', '-z', '--raw', '--no-abbrev', '--no-color', '--no-ext-diff', '-M', '-l1000'];

/** Asks git what changed between two folders; it answers while others are thought of. */
export interface GitChanges {
  ask: (pair: TreePair) => void;
  /** What git said, in the order in which it was asked. Nothing can be asked any more. */
  answers: () => Promise<Change[][]>;
}

export function openGitChanges(git: GitStream): GitChanges {
  const asked: TreePair[] = [];
  const questions = new PassThrough({ encoding: 'utf8' });
  let reading: Promise<string> | undefined;
  return {
    ask: (pair) => {
      asked.push(pair);
      questions.write(`${pair.before === '' ? emptyTree(pair.after) : pair.before} ${pair.after}\n`);
      if (reading !== undefined) return;
      reading = whole(git(['diff-tree', '--stdin', ...options], linesOf(questions)));
      // Whoever waits for the answers hears of the failure.
      reading.catch(() => undefined);
    },
    answers: async () => {
      questions.end();
      const answers = changesIn((await reading) ?? '');
      if (answers.length !== asked.length) throw new GitError('git diff-tree did not answer everything.', '');
      return answers;
    },
  };
}

async function* linesOf(questions: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const lines of questions) yield String(lines);
}

async function whole(pieces: AsyncIterable<Buffer>): Promise<string> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all).toString();
}

/** git knows the folder without entries by its name, whether it has it or not. */
function emptyTree({ length }: string): string {
  return hash(length === 40 ? 'sha1' : 'sha256', 'tree 0\0', 'hex');
}

function changesIn(text: string): Change[][] {
  const all: Change[][] = [];
  const tokens = text.split('\0').values();
  const next = () => tokens.next().value ?? '';
  for (let token = next(); token !== ''; token = next()) {
    // Each answer begins with a line that says the question; there may be no more to it.
    const [heads = ''] = /^(?:[\da-f]+ [\da-f]+\n)*/u.exec(token) ?? [];
    for (let lines = heads.split('\n').length - 1; lines > 0; lines -= 1) all.push([]);
    const raw = /:\d+ \d+ ([\da-f]+) ([\da-f]+) ([AMDRT])\d*$/u.exec(token.slice(heads.length));
    if (raw === null) continue;
    const [, before = '', after = '', letter = ''] = raw;
    const first = next();
    const isRename = letter === 'R';
    const path = isRename ? next() : first;
    const kind = kinds[letter];
    if (kind !== undefined)
      all.at(-1)?.push({ kind, path, from: isRename ? first : undefined, before, after });
  }
  return all;
}

const kinds: Record<string, Change['kind']> = {
  A: 'added',
  M: 'changed',
  T: 'changed',
  D: 'deleted',
  R: 'renamed',
};
