import { fileURLToPath } from 'node:url';
import { readSettings } from '../compile/settings.ts';
import { appearanceOf, isUntouched, noteUntouched } from './untouched.ts';
import { outputFiles } from './output-files.ts';

// Started by the build command, as a process of its own.

const root = fileURLToPath(new URL('../../', import.meta.url));
const settings = readSettings(root, process.env, new Date());
const files = outputFiles(settings);
try {
  const appearance = await appearanceOf(settings);
  if (!(await isUntouched(settings, appearance, files))) {
    // Most of the code is not needed before.
    const { openBuild } = await import('./build.ts');
    const { buildFurther, isBuilt } = await import('./further.ts');
    const opened = await openBuild(settings, files);
    if (!(await isBuilt(opened)) && !(await buildFurther(opened))) {
      const { build } = await import('astro');
      await build({ root });
    }
    if (appearance !== undefined) await noteUntouched(appearance, opened);
  }
} catch (error) {
  for (let cause = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined)
    console.error(cause instanceof Error ? cause.stack : cause);
  // The thread that makes the search index would go on.
  process.exit(1);
}
