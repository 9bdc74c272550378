import type { AstroIntegration } from 'astro';
import { createReadStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import { writersOf } from '../build/published-files.ts';

/** While authors write, serves the pictures and attachments of entries as they are asked for. */
export function publishedFiles(folder: ContentFolder, { cacheDir }: { cacheDir: string }): AstroIntegration {
  return {
    name: 'watercooler-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [address = ''] = (request.url ?? '').split('?');
          const served = async () => {
            const write = writersOf(folder).get(address);
            if (write === undefined) return false;
            const outDir = await mkdtemp(join(tmpdir(), 'watercooler-'));
            await write({ cacheDir, outDir });
            createReadStream(join(outDir, decodeURIComponent(address))).pipe(response);
            return true;
          };
          if (!/^\/(?:pictures|files)\//u.test(address)) next();
          else served().then((found) => (found ? undefined : next()), next);
        });
      },
    },
  };
}
