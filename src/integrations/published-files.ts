import type { AstroIntegration } from 'astro';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ContentFolder } from '../compile/content-folder.ts';
import { writePicture } from '../compile/pictures.ts';
import { publishedFilesOf, redirectMap } from '../model/published.ts';
import type { KeptFiles } from '../plan/kept-files.ts';

/**
 * Publishes what lies beside the entries that this build shows: pictures in their sizes, and attachments. Nothing of an
 * entry that is not there is written. While authors write, the same files are served as they are asked for.
 */
export function publishedFiles(
  folder: ContentFolder,
  { cacheDir }: { cacheDir: string },
  output: () => KeptFiles,
): AstroIntegration {
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
      'astro:build:done': async ({ dir, logger }) => {
        const outDir = fileURLToPath(dir);
        const catalogue = folder.catalogue();
        const addresses = publishedFilesOf(catalogue);
        const writers = writersOf(folder);
        for (const address of addresses) {
          // An address names what is in the file.
          if (!output().keep(decodeURIComponent(address).slice(1), address))
            await writers.get(address)?.({ cacheDir, outDir });
        }
        await writeFile(
          join(outDir, 'redirects.json'),
          `${JSON.stringify(redirectMap(catalogue), null, 2)}\n`,
        );
        logger.info(`${String(addresses.length)} pictures and attachments`);
      },
    },
  };
}

type Write = (folders: { cacheDir: string; outDir: string }) => Promise<void>;

/** How each picture and attachment of the content folder is written, by its public address. */
function writersOf(folder: ContentFolder): Map<string, Write> {
  const { pictures, attachments } = folder.compiled().surroundings;
  const writers = new Map<string, Write>();
  for (const { href, file } of attachments.values())
    writers.set(href, async ({ outDir }) => {
      const target = join(outDir, decodeURIComponent(href));
      await mkdir(dirname(target), { recursive: true });
      await copyFile(file, target);
    });
  for (const picture of pictures.values())
    if ('sizes' in picture)
      for (const address of picture.sizes.keys())
        writers.set(address, (folders) => writePicture(picture, address, folders));
  return writers;
}
