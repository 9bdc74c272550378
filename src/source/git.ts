import { spawn } from 'node:child_process';

/** Asks git in one folder, and gives what it prints. Rejects with a `GitError` when git fails or is missing. */
export type Git = (args: readonly string[], input?: string | Uint8Array) => Promise<string>;

/** Asks git in one folder, and gives what it prints piece by piece. Throws a `GitError` at the end when git fails. */
export type GitStream = (
  args: readonly string[],
  input?: string | AsyncIterable<string>,
) => AsyncIterable<Buffer>;

type Env = Readonly<Record<string, string | undefined>>;

/** git is missing, or said no. */
export class GitError extends Error {
  override readonly name = 'GitError';
  /** What git printed about it, trimmed; empty when there is no git. */
  readonly said: string;

  constructor(message: string, said: string) {
    super(message);
    this.said = said;
  }
}

/**
 * git in a folder, made to answer a program: it asks nobody for a password, its messages are English, and paths come as
 * they are written. Use `-z` wherever a path is printed.
 */
export function openGit(dir: string, env: Env = process.env): Git {
  return async (args, input) => {
    const { child, done } = start(dir, env, args);
    const printed: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
    child.stdin.end(input);
    await done;
    return Buffer.concat(printed).toString();
  };
}

/** The same for answers that are too large to hold. What is not read to its end is stopped. */
export function openGitStream(dir: string, env: Env = process.env): GitStream {
  return async function* (args, input = '') {
    const { child, done } = start(dir, env, args);
    // Whoever reads may stop early, and then nobody waits for the end.
    done.catch(() => undefined);
    const feeding = feed(child.stdin, input);
    try {
      for await (const chunk of child.stdout) if (Buffer.isBuffer(chunk)) yield chunk;
      await feeding;
      await done;
    } finally {
      child.kill();
    }
  };
}

async function feed(
  stdin: ReturnType<typeof start>['child']['stdin'],
  input: string | AsyncIterable<string>,
): Promise<void> {
  if (typeof input === 'string') {
    stdin.end(input);
    return;
  }
  for await (const text of input) {
    if (stdin.destroyed) return;
    if (!stdin.write(text))
      await new Promise<void>((resolve) => {
        stdin.once('drain', resolve).once('close', resolve);
      });
  }
  stdin.end();
}

function start(dir: string, env: Env, args: readonly string[]) {
  const quiet = { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C.UTF-8' };
  const child = spawn('git', ['-c', 'core.quotePath=false', ...args], { cwd: dir, env: quiet });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  // git may end before it has read everything, and says why on its own.
  child.stdin.on('error', () => undefined);
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', (cause) => {
      reject(Object.assign(new GitError(`git cannot be run in ${dir}.`, ''), { cause }));
    });
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
        return;
      }
      const words = Buffer.concat(said).toString().trim();
      reject(new GitError(`git ${args[0] ?? ''} failed in ${dir}: ${words}`, words));
    });
  });
  return { child, done };
}
