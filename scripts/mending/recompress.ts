import sharp, { type Sharp } from 'sharp';

const widest = 2_400;
const qualities = [84, 72, 60];

/** The same picture in the same format with less weight; undefined when it stays heavier than `mostBytes`. */
export async function recompressed(bytes: Uint8Array, mostBytes: number): Promise<Buffer | undefined> {
  const { format, pages = 1 } = await sharp(bytes).metadata();
  const animated = pages > 1;
  for (const width of [widest, 1_600])
    for (const quality of qualities) {
      const picture = sharp(bytes, { animated })
        .rotate()
        .resize({ width, height: animated ? undefined : width, fit: 'inside', withoutEnlargement: true });
      const smaller = await withQuality(picture, format, quality).toBuffer();
      if (smaller.length <= mostBytes) return smaller;
    }
  return undefined;
}

function withQuality(picture: Sharp, format: string, quality: number): Sharp {
  switch (format) {
    case 'jpeg':
      return picture.jpeg({ quality, mozjpeg: true });
    case 'webp':
      return picture.webp({ quality });
    case 'heif':
      return picture.avif({ quality });
    case 'gif':
      return picture.gif({ colours: quality > 80 ? 256 : 64 });
    default:
      return picture.png({ palette: true, quality, compressionLevel: 9 });
  }
}
