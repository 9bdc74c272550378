import { tellBuilt } from '../compile/build-messages.ts';
import { startPhase } from '../compile/timings.ts';
import type { Build } from './build.ts';
import { keptProgram, loadProgram, programFolder } from './program.ts';

/**
 * Leaves the output as it is when it stands there whole and was made from the same, and says whether that is so. Only an index
 * that is to be one again may be another one then.
 */
export async function isBuilt({ settings, files, keys }: Build): Promise<boolean> {
  if (settings.compact || !files().keepAll(keys().output)) return false;
  files().finish(keys().output);
  await tellBuilt(files().paths(), []);
  return true;
}

/**
 * Builds what has changed with the program of pages that the last build has left, without Astro and its bundler. Returns
 * false, having changed nothing that counts, when that program is not there or is made from another engine.
 */
export async function buildFurther({ settings, files, maker, keys, finish }: Build): Promise<boolean> {
  const { root, outDir } = settings;
  const kept = keptProgram(root, outDir);
  if (kept?.key !== keys().program) return false;
  if (!kept.beside.every((path) => files().keep(path, besideKey(kept.key)))) return false;
  const endRendering = startPhase('render');
  const program = await loadProgram(programFolder(root, outDir));
  await maker.make(program, new Map(kept.code));
  endRendering();
  await finish();
  return true;
}

/** The key of the files that come with a program. */
export function besideKey(programKey: string): string {
  return `beside ${programKey}`;
}
