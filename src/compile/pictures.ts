import { randomUUID } from 'node:crypto';
import { mkdir, rename, copyFile, access } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Picture } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';

const pictureEndings = new Set(['.png', '.jpg', '.jpeg', '.webp', '.avif', '.gif', '.svg']);
const widths = [480, 800, 1200, 1600];
const mostMegapixels = 40;
/** How heavy a picture may be. */
export const mostPictureBytes = 5_000_000;

export const isPicturePath = (path: string) => pictureEndings.has(extname(path).toLowerCase());

/** A picture in the content folder: where it is, and the addresses it is published at. */
export interface LocalPicture extends Picture {
  file: string;
  /** Public address → width in pixels. */
  sizes: ReadonlyMap<string, number>;
}

/** What keeps a picture from being shown. It is said once, about the picture itself. */
export type PictureProblem = Pick<Problem, 'rule' | 'message' | 'mend' | 'fix'>;

/** What is remembered of a picture: its size as it is shown, or what is wrong with it. Plain data. */
export type PictureRecord = { width: number; height: number } | { problem: PictureProblem };

/** What sharp calls the contents that each ending promises. */
const formats: Record<string, string> = {
  '.png': 'png',
  '.jpg': 'jpeg',
  '.jpeg': 'jpeg',
  '.webp': 'webp',
  '.avif': 'heif',
  '.gif': 'gif',
};

// It takes megabytes and a tenth of a second to load, and most runs have no new picture.
const loadSharp = async () => (await import('sharp')).default;

/** Measures a picture and looks at every pixel of it, which shows whether it can be read to its end. */
export async function measurePicture(name: string, bytes: Uint8Array): Promise<PictureRecord> {
  const ending = extname(name).toLowerCase();
  if (ending === '.svg') return { problem: svg };
  // A file may only be what it is called: an SVG in disguise could show other files of this machine.
  const said = signatureOf(bytes);
  if (said !== formats[ending]) return { problem: wrongType(ending, said) };
  const sharp = await loadSharp();
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (metadata === undefined) return { problem: truncated };
  const { width, height, orientation = 1 } = metadata;
  const megapixels = (width * height) / 1e6;
  if (megapixels > mostMegapixels) return { problem: tooManyPixels(megapixels) };
  // Made from every pixel, so that a file that ends early is noticed.
  const whole = await sharp(bytes, { failOn: 'truncated', sequentialRead: true })
    .resize(16, 16, { fit: 'fill', fastShrinkOnLoad: false })
    .raw()
    .toBuffer()
    .catch(() => undefined);
  if (whole === undefined) return { problem: truncated };
  if (bytes.length > mostPictureBytes) return { problem: tooHeavy(bytes.length) };
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}

/** What the first bytes of a file say that it is, in the words of sharp. */
function signatureOf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (text.startsWith('\u0089PNG\r\n\u001A\n')) return 'png';
  if (text.startsWith('\u00FF\u00D8\u00FF')) return 'jpeg';
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  return /^.{4}ftyp(?:avif|avis|mif1)/su.test(text) ? 'heif' : undefined;
}

const svg: PictureProblem = {
  rule: 'svg-picture',
  message: 'This is an SVG file, and SVG can carry scripts that run in the reader’s browser.',
  mend: 'Export the drawing as PNG or WebP, at least 1,600 pixels wide.',
};

const truncated: PictureProblem = {
  rule: 'truncated-picture',
  message: 'This picture ends before it is complete, or is damaged.',
  mend: 'Copy it again from where it came from, or save it anew.',
};

function wrongType(ending: string, said: string | undefined): PictureProblem {
  const real =
    said === undefined ? 'it is none of the pictures that can be shown' : `it is a ${said.toUpperCase()}`;
  return {
    rule: 'picture-type',
    message: `The name of this file ends with "${ending}", but ${real}.`,
    mend: 'Save it again as PNG, JPEG, WebP, AVIF or GIF, with the matching ending.',
  };
}

function tooManyPixels(megapixels: number): PictureProblem {
  return {
    rule: 'picture-size',
    message: `This picture has ${Math.ceil(megapixels)} megapixels, and a picture may have ${mostMegapixels}.`,
    mend: 'Make it smaller: 1,600 pixels wide is enough for every screen.',
  };
}

function tooHeavy(size: number): PictureProblem {
  return {
    rule: 'picture-size',
    message: `This picture has ${(Math.ceil(size / 1e5) / 10).toFixed(1)} MB, and a picture may have ${mostPictureBytes / 1e6} MB.`,
    mend: 'Save it with at most 2,400 pixels a side, or let "npm run check -- --fix" do it.',
    fix: { kind: 'recompress' },
  };
}

/** Where a measured picture is published. Addresses hold a digest of the file, so that browsers may keep them for ever. */
export function publishedPicture(
  file: string,
  digest: string,
  { width, height }: { width: number; height: number },
): LocalPicture {
  const own = Math.min(width, widths.at(-1) ?? width);
  const offered = [...widths.filter((candidate) => candidate < own), own];
  const address = (size: number) => `/pictures/${digest.slice(0, 12)}-${String(size)}.webp`;
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
  await copyFile(await makePicture(picture, address, cacheDir), published);
}

/** Makes one size as WebP, in the cache, and says where. Made once: the address, which names it there, is made from the bytes. */
export async function makePicture(
  { file, sizes }: LocalPicture,
  address: string,
  cacheDir: string,
): Promise<string> {
  const cached = join(cacheDir, address);
  const made = await access(cached).then(
    () => true,
    () => false,
  );
  if (made) return cached;
  await mkdir(dirname(cached), { recursive: true });
  const unfinished = `${cached}.${randomUUID()}`;
  const sharp = await loadSharp();
  await sharp(file).rotate().resize(sizes.get(address)).webp({ quality: 84 }).toFile(unfinished);
  await rename(unfinished, cached);
  return cached;
}
