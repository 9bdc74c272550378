import type { AstroIntegration } from 'astro';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import { writePicture, type LocalPicture } from '../compile/pictures.ts';
import { createCatalogue } from '../model/catalogue.ts';
import { publishedFilesOf, redirectMap } from '../model/published.ts';

/**
 * Publishes what lies beside the entries that this build shows: pictures in their sizes, and attachments. Nothing of an
 * entry that is not there is written. While authors write, the same files are served as they are asked for.
 */
export function publishedFiles(folder: ContentFolder, { cacheDir }: { cacheDir: string }): AstroIntegration {
  return {
    name: 'watercooler-files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const [address = ''] = (request.url ?? '').split('?');
          const served = async () => {
            const outDir = await mkdtemp(join(tmpdir(), 'watercooler-'));
            if (!(await publish(folder, address, { cacheDir, outDir }))) return false;
            createReadStream(join(outDir, address)).pipe(response);
            return true;
          };
          if (!/^\/(?:pictures|files)\//u.test(address)) next();
          else served().then((found) => (found ? undefined : next()), next);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const outDir = dir.pathname;
        const catalogue = createCatalogue(folder.compiled().content, folder.view());
        const addresses = publishedFilesOf(catalogue);
        for (const address of addresses) await publish(folder, address, { cacheDir, outDir });
        await writeFile(
          join(outDir, 'redirects.json'),
          `${JSON.stringify(redirectMap(catalogue), null, 2)}\n`,
        );
        logger.info(`${String(addresses.length)} pictures and attachments`);
      },
    },
  };
}

async function publish(
  folder: ContentFolder,
  address: string,
  folders: { cacheDir: string; outDir: string },
): Promise<boolean> {
  const { pictures, attachments } = folder.compiled().surroundings;
  const picture = [...pictures.values()].find(
    (candidate): candidate is LocalPicture => 'sizes' in candidate && candidate.sizes.has(address),
  );
  if (picture !== undefined) {
    await writePicture(picture, address, folders);
    return true;
  }
  const attachment = [...attachments.values()].find(({ href }) => href === address);
  if (attachment === undefined) return false;
  const target = join(folders.outDir, decodeURIComponent(address));
  await mkdir(dirname(target), { recursive: true });
  await copyFile(attachment.file, target);
  return true;
}
