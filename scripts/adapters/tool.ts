import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ bin: z.union([z.string(), z.record(z.string(), z.string())]) });

/** The script behind a command that a package installs, absolute. Throws when the package is not installed. */
export async function toolScript(cwd: string, packageName: string, command: string): Promise<string> {
  const folder = join(cwd, 'node_modules', packageName);
  try {
    const { bin } = manifestSchema.parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    const script = typeof bin === 'string' ? bin : bin[command];
    if (script === undefined) throw new Error(`The package ${packageName} has no command "${command}".`);
    return join(folder, script);
  } catch (cause) {
    throw new Error(`The tool "${command}" is not installed. Run: npm ci`, { cause });
  }
}

export interface ToolRun {
  cwd: string;
  /** For Node itself. */
  flags?: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Ends the program, and so its own children, when aborted. */
  signal: AbortSignal;
  /** Called with what the program prints, as it prints it. */
  onOutput: (text: string) => void;
  /** Called with what the program sends besides. */
  onMessage?: (message: unknown) => void;
}

/** Runs a script with the Node that runs this, and returns its exit code. Both of its streams go to `onOutput`. */
export function runScript(
  script: string,
  args: readonly string[],
  { cwd, flags = [], env, signal, onOutput, onMessage }: ToolRun,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', ...flags, script, ...args],
      {
        cwd,
        env: { ...env },
        stdio: ['ignore', 'pipe', 'pipe', ...(onMessage === undefined ? [] : ['ipc' as const])],
      },
    );
    const end = (): void => {
      child.kill('SIGTERM');
    };
    signal.addEventListener('abort', end);
    if (signal.aborted) end();
    if (onMessage !== undefined) child.on('message', onMessage);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8');
      stream?.on('data', (chunk: string) => {
        onOutput(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', end);
      resolve(code ?? 1);
    });
  });
}
