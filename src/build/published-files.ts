import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import { readEditorBundle } from '../compile/editor-bundle.ts';
import { writePicture } from '../compile/pictures.ts';
import { hasEditor } from '../model/forge.ts';
import { publishedFilesOf, redirectMap } from '../model/published.ts';
import type { KeptFiles } from '../plan/kept-files.ts';
import { digestOf } from '../source/digest.ts';

/**
 * Publishes what lies beside the entries that this build shows: pictures in their sizes, and attachments. Nothing of an
 * entry that is not there is written.
 */
export async function publishFiles(
  folder: ContentFolder,
  { cacheDir, outDir }: { cacheDir: string; outDir: string },
  output: KeptFiles,
): Promise<void> {
  const catalogue = folder.catalogue();
  const writers = writersOf(folder);
  for (const address of publishedFilesOf(catalogue)) {
    // An address names what is in the file.
    if (!output.keep(decodeURIComponent(address).slice(1), address))
      await writers.get(address)?.({ cacheDir, outDir });
  }
  const redirects = `${JSON.stringify(redirectMap(catalogue), null, 2)}\n`;
  const key = digestOf(redirects);
  if (!output.keep('redirects.json', key)) output.write('redirects.json', key, redirects);
}

/** Puts the editor for the browser beside its page, where the forge can take what it writes. */
export function publishEditor(folder: ContentFolder, output: KeptFiles): void {
  if (!hasEditor(folder.compiled().content.site.forge)) return;
  for (const [address, content] of readEditorBundle().files()) {
    // An address names the version.
    const path = address.slice(1);
    if (!output.keep(path, address)) output.write(path, address, content());
  }
}

type Write = (folders: { cacheDir: string; outDir: string }) => Promise<void>;

/** How each picture and attachment of the content folder is written, by its public address. */
export function writersOf(folder: ContentFolder): Map<string, Write> {
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
