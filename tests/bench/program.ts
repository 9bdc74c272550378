import { spawn } from 'node:child_process';
import type { World } from '../../scripts/world.ts';

/**
 * Runs a program in a folder, prints what it prints further in, and returns that. Throws when the program is not there, or
 * ends with another code than 0.
 */
export async function runProgram(
  [program = '', ...args]: readonly string[],
  cwd: string,
  { env, signal, stdout }: Pick<World, 'env' | 'signal' | 'stdout'>,
): Promise<string> {
  const child = spawn(program, args, { cwd, env: { ...env }, signal, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      printed += text;
      stdout.write(text.replace(/^(?=.)/gmu, '  '));
    });
  }
  const code = await new Promise((resolve, reject) => {
    child.on('close', resolve).on('error', (cause) => {
      const isMissing = 'code' in cause && cause.code === 'ENOENT';
      reject(isMissing ? new Error(`There is no program "${program}" here.`, { cause }) : cause);
    });
  });
  if (code !== 0) throw new Error(`"${[program, ...args].join(' ')}" ended with code ${String(code)}.`);
  return printed;
}
