import type { Readable, Writable } from 'node:stream';

/** What a command may see and touch of the world outside. Tests pass their own. */
export interface World {
  /** The top folder of the repository, absolute. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  stdout: Output;
  stderr: Output;
  now: () => Date;
  /** Whether a person is watching, so that a line may be drawn over. */
  isTTY: boolean;
  /** What is piped in. */
  stdin: Readable;
  /** Where questions are asked; undefined when nobody is there to answer. */
  terminal?: { input: Readable; output: Writable };
  /** Aborted when the person, or the system, asks the command to end. */
  signal: AbortSignal;
}

export interface Output {
  write: (text: string) => unknown;
}

/** What a module in `scripts/commands/` exports. */
export interface Command {
  /** One line for the list of commands. */
  summary: string;
  /** The whole help text of the command. */
  usage: string;
  /** Returns the exit code. */
  run: (args: string[], world: World) => Promise<number>;
}

/** The real world of this process. */
export function processWorld(signal: AbortSignal): World {
  // A pipeline may have a terminal, and nobody at it.
  const canAsk = process.stdin.isTTY && process.stdout.isTTY && !process.env['CI'];
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => new Date(),
    isTTY: process.stdout.isTTY,
    stdin: process.stdin,
    ...(canAsk && { terminal: { input: process.stdin, output: process.stdout } }),
    signal,
  };
}
