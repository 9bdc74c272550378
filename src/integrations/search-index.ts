import type { AstroIntegration } from 'astro';
import { fileURLToPath } from 'node:url';
import * as pagefind from 'pagefind';

/** Builds the search index from the pages in the output: only what is marked `data-pagefind-body` is in it. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'watercooler-search',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({ writePlayground: false });
        if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(' ')}`);
        const added = await index.addDirectory({ path: fileURLToPath(dir) });
        const written = await index.writeFiles({ outputPath: fileURLToPath(new URL('pagefind/', dir)) });
        const failures = [...added.errors, ...written.errors];
        if (failures.length > 0) throw new Error(`The search index is incomplete: ${failures.join(' ')}`);
        logger.info(`${String(added.page_count)} pages searchable`);
        await pagefind.close();
      },
    },
  };
}
