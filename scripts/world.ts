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
  return {
    cwd: process.cwd(),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    now: () => new Date(),
    isTTY: process.stdout.isTTY,
    signal,
  };
}
