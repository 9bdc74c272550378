import type { PathWithRoute } from 'astro';
import { startPhase } from '../compile/timings.ts';
import { tellBuilt, type Build } from './build.ts';
import { fileOf } from './pages.ts';
import { keptProgram, loadProgram, programFolder } from './program.ts';
import { writeOutput } from './write-output.ts';

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
export async function buildFurther({
  settings,
  folder,
  files,
  maker,
  keys,
  finish,
}: Build): Promise<boolean> {
  const { root, outDir } = settings;
  const kept = keptProgram(root, outDir);
  if (kept?.key !== keys().program) return false;
  if (!kept.beside.every((path) => files().keep(path, besideKey(kept.key)))) return false;
  const endRendering = startPhase('render');
  const program = await loadProgram(programFolder(root, outDir));
  for (const path of await maker.toMake(program, new Map(kept.code))) {
    const address = new URL(addressOf(path), folder.compiled().content.site.url);
    const response = await maker.make(program, new Request(address), path.route);
    if (response.body === null) continue;
    await writeOutput(outDir, fileOf(path), Buffer.from(await response.arrayBuffer()));
  }
  endRendering();
  await finish();
  return true;
}

/** The key of the files that come with a program. */
export function besideKey(programKey: string): string {
  return `beside ${programKey}`;
}

/** As Astro asks for a page. */
function addressOf({ pathname, route }: PathWithRoute): string {
  const path = encodeURI(pathname);
  return route.type === 'endpoint' || path.endsWith('/') ? path : `${path}/`;
}
