import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { measurePicture, publishedPicture } from '../../../src/compile/pictures.ts';

function noise(width: number, height: number) {
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 7919) % 251));
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const png = (width: number, height: number) => noise(width, height).png().toBuffer();

async function problemOf(name: string, bytes: Uint8Array) {
  const record = await measurePicture(name, bytes);
  return 'problem' in record ? record.problem : undefined;
}

describe('measuring a picture', () => {
  it('gives its size, and that of a photograph as it is held', async () => {
    expect(await measurePicture('a.png', await png(90, 30))).toEqual({ width: 90, height: 30 });
    const turned = await noise(90, 30).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect(await measurePicture('a.jpg', turned)).toEqual({ width: 30, height: 90 });
  });

  it.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('accepts a whole %s', async (format) => {
    expect(await problemOf(`a.${format}`, await noise(64, 64).toFormat(format).toBuffer())).toBeUndefined();
  });

  it('refuses an SVG, also one that is called a PNG, because it could show other files', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>');
    expect(await problemOf('a.svg', svg)).toMatchObject({ rule: 'svg-picture' });
    expect(await problemOf('a.png', svg)).toMatchObject({ rule: 'picture-type' });
  });

  it('refuses one type under the name of another', async () => {
    expect(await problemOf('a.jpg', await png(9, 9))).toMatchObject({
      rule: 'picture-type',
      message: 'The name of this file ends with ".jpg", but it is a PNG.',
    });
  });

  it.each(['png', 'jpeg', 'webp'] as const)(
    'refuses a %s that was cut off, also near its end',
    async (format) => {
      const whole = await noise(300, 300).toFormat(format).toBuffer();
      for (const part of [0.2, 0.5, 0.9])
        expect(await problemOf(`a.${format}`, whole.subarray(0, whole.length * part))).toMatchObject({
          rule: 'truncated-picture',
        });
    },
  );

  it('refuses what would take gigabytes to unpack, without unpacking it', async () => {
    const huge = await sharp({ create: { width: 8000, height: 6000, channels: 3, background: 'white' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await problemOf('a.png', huge)).toMatchObject({
      rule: 'picture-size',
      message: 'This picture has 48 megapixels, and a picture may have 40.',
    });
  });

  it('refuses a picture that is too heavy, and says that it can be made smaller', async () => {
    const heavy = await sharp({
      create: {
        width: 1600,
        height: 1200,
        channels: 3,
        noise: { type: 'gaussian', mean: 128, sigma: 90 },
        background: 'red',
      },
    })
      .png()
      .toBuffer();
    expect(await problemOf('a.png', heavy)).toMatchObject({
      rule: 'picture-size',
      fix: { kind: 'recompress' },
    });
  });
});

describe('a published picture', () => {
  it('is offered in widths up to its own, at addresses that change with its bytes', () => {
    const { sizes, width, height } = publishedPicture('/a.png', 'abcdef0123456789', {
      width: 3200,
      height: 1000,
    });
    expect([...sizes]).toEqual([
      ['/pictures/abcdef012345-480.webp', 480],
      ['/pictures/abcdef012345-800.webp', 800],
      ['/pictures/abcdef012345-1200.webp', 1200],
      ['/pictures/abcdef012345-1600.webp', 1600],
    ]);
    expect([width, height]).toEqual([1600, 500]);
  });
});
