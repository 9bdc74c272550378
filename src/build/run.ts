import { fileURLToPath } from 'node:url';
import { openBuild } from './build.ts';
import { buildFurther, isBuilt } from './further.ts';

// Started by the build command, as a process of its own.

const root = fileURLToPath(new URL('../../', import.meta.url));
try {
  const opened = await openBuild(root);
  if (!(await isBuilt(opened)) && !(await buildFurther(opened))) {
    const { build } = await import('astro');
    await build({ root });
  }
} catch (error) {
  for (let cause = error; cause !== undefined; cause = cause instanceof Error ? cause.cause : undefined)
    console.error(cause instanceof Error ? cause.stack : cause);
  // The thread that makes the search index would go on.
  process.exit(1);
}
