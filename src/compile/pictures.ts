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

/**
 * Measures a picture. Addresses hold a digest of the file, so that a replaced picture has a new one and browsers may
 * keep the old one for ever.
 */
export async function measurePicture(file: string): Promise<LocalPicture | PictureProblem> {
  const bytes = await readFile(file);
  const {
    width,
    height,
    orientation = 1,
  } = await sharp(bytes)
    .metadata()
    .catch(() => ({ width: 0, height: 0, orientation: 1 }));
  if (width === 0 || height === 0)
    return {
      problem: 'This file is not a picture that can be read.',
      mend: 'Save it again as PNG, JPEG or WebP.',
    };
  if (width * height > megapixelLimit * 1e6)
    return {
      problem: `This picture has more than ${String(megapixelLimit)} megapixels.`,
      mend: 'Make it smaller: 1,600 pixels wide is enough for every screen.',
    };
  const turned = orientation >= 5;
  return describe(file, digestOf(bytes).slice(0, 12), turned ? height : width, turned ? width : height);
}

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

/** Writes one size of a picture as WebP. Made once: the cache is keyed by the address, which is keyed by the bytes. */
export async function writePicture(
  { file, sizes }: LocalPicture,
  address: string,
  { cacheDir, outDir }: { cacheDir: string; outDir: string },
): Promise<void> {
  const cached = join(cacheDir, address);
  const made = await access(cached).then(
    () => true,
    () => false,
  );
  if (!made) {
    await mkdir(dirname(cached), { recursive: true });
    const unfinished = `${cached}.${randomUUID()}`;
    await sharp(file).rotate().resize(sizes.get(address)).webp({ quality: 84 }).toFile(unfinished);
    await rename(unfinished, cached);
  }
  const published = join(outDir, address);
  await mkdir(dirname(published), { recursive: true });
  await copyFile(cached, published);
}
