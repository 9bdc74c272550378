import { copyFile, mkdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { ContentFolder } from '../compile/content-folder.ts';
import { readEditorBundle } from '../compile/editor-bundle.ts';
import { makePicture, writePicture, type LocalPicture } from '../compile/pictures.ts';
import { hasEditor } from '../model/forge.ts';
import { publishedFilesOf, redirectMap } from '../model/published.ts';
import type { KeptFiles } from '../plan/kept-files.ts';
import { digestOf } from '../source/digest.ts';
import { each } from '../source/each.ts';

/** Makes the pictures that the output lacks, in the cache, so that they need not be waited for when the pages are done. */
export async function makePictures(
  folder: ContentFolder,
  cacheDir: string,
  output: Pick<KeptFiles, 'madeFrom'>,
): Promise<void> {
  const pictures = picturesOf(folder);
  const missing = publishedFilesOf(folder.catalogue()).filter(
    (address) => pictures.has(address) && output.madeFrom(pathOf(address)) !== address,
  );
  const make = async (address: string) => {
    const picture = pictures.get(address);
    if (picture !== undefined) await makePicture(picture, address, cacheDir);
  };
  await each(missing, make, availableParallelism());
}

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
    if (!output.keep(pathOf(address), address)) await writers.get(address)?.({ cacheDir, outDir });
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
  const { attachments } = folder.compiled().surroundings;
  const writers = new Map<string, Write>();
  for (const { href, file } of attachments.values())
    writers.set(href, async ({ outDir }) => {
      const target = join(outDir, decodeURIComponent(href));
      await mkdir(dirname(target), { recursive: true });
      await copyFile(file, target);
    });
  for (const [address, picture] of picturesOf(folder))
    writers.set(address, (folders) => writePicture(picture, address, folders));
  return writers;
}

/** The pictures of the content folder, by the address of each of their sizes. */
function picturesOf(folder: ContentFolder): Map<string, LocalPicture> {
  const { pictures } = folder.compiled().surroundings;
  return new Map(
    [...pictures.values()].flatMap((picture) =>
      'sizes' in picture
        ? [...picture.sizes.keys()].map((address): [string, LocalPicture] => [address, picture])
        : [],
    ),
  );
}

/** Where the file of an address is, in the output. */
function pathOf(address: string): string {
  return decodeURIComponent(address).slice(1);
}
