import { spawn } from 'node:child_process';

/** Asks git in one folder, and gives what it prints. Rejects with a `GitError` when git fails or is missing. */
export type Git = (args: readonly string[], input?: string | Uint8Array) => Promise<string>;

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
export function openGit(dir: string, env: Readonly<Record<string, string | undefined>> = process.env): Git {
  const quiet = { ...env, GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C.UTF-8' };
  return (args, input) =>
    new Promise((resolve, reject) => {
      const child = spawn('git', ['-c', 'core.quotePath=false', ...args], { cwd: dir, env: quiet });
      const printed: Buffer[] = [];
      const said: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
      child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
      child.on('error', (cause) => {
        reject(Object.assign(new GitError(`git cannot be run in ${dir}.`, ''), { cause }));
      });
      child.on('close', (code) => {
        if (code === 0) {
          resolve(Buffer.concat(printed).toString());
          return;
        }
        const words = Buffer.concat(said).toString().trim();
        reject(new GitError(`git ${args[0] ?? ''} failed in ${dir}: ${words}`, words));
      });
      // git may end before it has read everything, and says why on its own.
      child.stdin.on('error', () => undefined);
      child.stdin.end(input);
    });
}
