import type { GitStream } from './git.ts';
import { noOtherMailmap } from './signatures.ts';

/** Somebody as a commit names them, corrected by `.mailmap`. */
export interface Signature {
  name: string;
  email: string;
}

export interface Commit {
  id: string;
  parents: string[];
  /** The name that git has for the top folder as the commit leaves it. */
  tree: string;
  /** Seconds since 1970, of the committer. */
  time: number;
  author: Signature;
  /** The lines `Co-authored-by`, as they are written. */
  coAuthors: string[];
  /** What stays the same when a commit is made again elsewhere: by whom, when, and in which words. */
  sameness: string;
}

const fields = ['%H', '%P', '%T', '%ct', '%at', '%aN', '%aE', '%s', coAuthorField()] as const;

function coAuthorField(): string {
  return '%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)';
}

// What a person has set for themselves must not change what is read.
const settings = [...noOtherMailmap, '-c', 'log.showSignature=false', '-c', 'i18n.logOutputEncoding=UTF-8'];
const options = ['-z', '--no-patch', '--no-color', '--topo-order', `--format=${fields.join('%x00')}`];

/** Every commit that a commit goes back to, each before its parents. */
export async function readLog(git: GitStream, start: string): Promise<Commit[]> {
  const pieces: Buffer[] = [];
  for await (const piece of git([...settings, 'log', ...options, start, '--'])) pieces.push(piece);
  const tokens = Buffer.concat(pieces).toString().split('\0').values();
  const next = () => tokens.next().value ?? '';
  const commits: Commit[] = [];
  for (let id = next(); id !== ''; id = next()) {
    const [parents, tree, time, authored] = [next(), next(), next(), next()];
    const [name, email, subject, coAuthors] = [next(), next(), next(), next()];
    commits.push({
      id,
      parents: parents.split(' ').filter((parent) => parent !== ''),
      tree,
      time: Number(time),
      author: { name, email },
      coAuthors: coAuthors.split('\u001F').filter((line) => line.trim() !== ''),
      sameness: `${authored}\0${email.toLowerCase()}\0${subject}`,
    });
  }
  return commits;
}
