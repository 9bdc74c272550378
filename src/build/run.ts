import { fileURLToPath } from 'node:url';
import { readSettings } from '../compile/settings.ts';
import { lookAround } from './looks.ts';
import { outputFiles } from './output-files.ts';
import { isUntouched, noteUntouched } from './untouched.ts';

// Started by the build command, as a process of its own.

const root = fileURLToPath(new URL('../../', import.meta.url));
const settings = readSettings(root, process.env, new Date());
try {
  // Most of the code is loaded meanwhile.
  const [{ appearance, output }, { openBuild }, { buildFurther, isBuilt }] = await Promise.all([
    lookAround(settings),
    import('./build.ts'),
    import('./further.ts'),
  ]);
  const files = outputFiles(settings, output);
  if (!(await isUntouched(settings, appearance, files))) {
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
