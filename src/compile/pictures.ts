import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, copyFile, access } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import sharp from 'sharp';
import type { Picture } from '../model/post.ts';
import { digestOf } from '../source/read-content.ts';

const pictureEndings = new Set(['.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif']);
const widths = [480, 800, 1200, 1600];
const megapixelLimit = 40;

export const isPicturePath = (path: string) => pictureEndings.has(extname(path).toLowerCase());

/** A picture in the content folder: where it is, and the addresses it is published at. */
export interface LocalPicture extends Picture {
  file: string;
  /** Public address → width in pixels. */
  sizes: ReadonlyMap<string, number>;
}

export type PictureProblem = { problem: string; mend: string };

/** What sharp calls the contents that each ending promises. */
const formats: Record<string, string> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.avif': 'heif',
  '.gif': 'gif',
};

/**
 * Measures a picture, and makes its largest size once, which shows whether it can be read to its end. Addresses hold a
 * digest of the file, so that a replaced picture has a new one and browsers may keep the old one for ever.
 */
export async function measurePicture(file: string, cacheDir: string): Promise<LocalPicture | PictureProblem> {
  const bytes = await readFile(file);
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined);
  // A file may only be what it is called: an SVG in disguise could show other files of this machine.
  const ending = extname(file).toLowerCase();
  if (metadata === undefined || metadata.format !== formats[ending]) return unreadable;
  const { width, height, orientation = 1 } = metadata;
  if (width * height > megapixelLimit * 1e6)
    return {
      problem: `This picture has more than ${String(megapixelLimit)} megapixels.`,
      mend: 'Make it smaller: 1,600 pixels wide is enough for every screen.',
    };
  const turned = orientation >= 5;
  const digest = digestOf(bytes).slice(0, 12);
  const picture = describe(file, digest, turned ? height : width, turned ? width : height);
  return makeSize(picture, picture.src, cacheDir).then(
    () => picture,
    () => unreadable,
  );
}

const unreadable: PictureProblem = {
  problem: 'This file is not a whole picture of the type that its name says.',
  mend: 'Save it again as PNG, JPEG or WebP, with the matching ending.',
};

function describe(file: string, digest: string, width: number, height: number): LocalPicture {
  const own = Math.min(width, widths.at(-1) ?? width);
  const offered = [...widths.filter((candidate) => candidate < own), own];
  const address = (size: number) => `/pictures/${digest}-${String(size)}.webp`;
  return {
    file,
    src: address(own),
    srcset: offered.map((size) => `${address(size)} ${String(size)}w`).join(', '),
    width: own,
    height: Math.round((height * own) / width),
    sizes: new Map(offered.map((size) => [address(size), size])),
  };
}

/** Writes one size of a picture into the output. */
export async function writePicture(
  picture: LocalPicture,
  address: string,
  { cacheDir, outDir }: { cacheDir: string; outDir: string },
): Promise<void> {
  const published = join(outDir, address);
  await mkdir(dirname(published), { recursive: true });
  await copyFile(await makeSize(picture, address, cacheDir), published);
}

/** One size as WebP, in the cache. Made once: the address, which names it there, is made from the bytes. */
async function makeSize({ file, sizes }: LocalPicture, address: string, cacheDir: string): Promise<string> {
  const cached = join(cacheDir, address);
  const made = await access(cached).then(
    () => true,
    () => false,
  );
  if (made) return cached;
  await mkdir(dirname(cached), { recursive: true });
  const unfinished = `${cached}.${randomUUID()}`;
  await sharp(file).rotate().resize(sizes.get(address)).webp({ quality: 84 }).toFile(unfinished);
  await rename(unfinished, cached);
  return cached;
}
