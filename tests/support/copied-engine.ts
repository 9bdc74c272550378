import { cp, mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './run-watercooler.ts';

const engineFiles = [
  'src',
  'scripts',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** Copies the engine, this one or another copy, into a new folder, where it may be changed. The packages are shared. */
export async function copyEngine(to: string, from = root): Promise<void> {
  await mkdir(to);
  for (const name of engineFiles) await cp(join(from, name), join(to, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(to, 'node_modules'));
}
