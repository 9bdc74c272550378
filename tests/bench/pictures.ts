import sharp from 'sharp';
import type { CorpusFile } from './company.ts';
import { createRandom } from './random.ts';

const count = 6;
const [width, height] = [1200, 800];
const folder = 'shared-pictures';

/** How posts name the pictures, which several of them share. */
export const picturePaths = Array.from(
  { length: count },
  (_, index) => `./${folder}/picture-${index + 1}.png`,
);

/** Soft gradients with a few bars, so that they weigh what a diagram weighs. */
export async function pictureFiles(seed: number): Promise<CorpusFile[]> {
  return Promise.all(
    picturePaths.map(async (path) => ({
      path: `posts/${path.slice(2)}`,
      content: await sharp(pixels(seed, path), { raw: { width, height, channels: 3 } })
        .png({ compressionLevel: 6 })
        .toBuffer(),
    })),
  );
}

function pixels(seed: number, path: string): Buffer {
  const random = createRandom(seed, 'picture', path);
  const [red, green, blue] = [random.between(0, 255), random.between(0, 255), random.between(0, 255)];
  const bar = random.between(40, 160);
  const bytes = Buffer.alloc(width * height * 3);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const at = (row * width + column) * 3;
      const dark = Math.floor(column / bar) % 3 === 0 ? 60 : 0;
      bytes[at] = (red + (column >> 3) + dark) & 255;
      bytes[at + 1] = (green + (row >> 3)) & 255;
      bytes[at + 2] = (blue + dark) & 255;
    }
  return bytes;
}
