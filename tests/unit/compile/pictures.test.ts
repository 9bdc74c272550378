import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { measurePicture } from '../../../src/compile/pictures.ts';

const refusal = { problem: 'This file is not a whole picture of the type that its name says.' };
let folder = '';

async function measure(name: string, bytes: Buffer | string) {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return measurePicture(file, join(folder, 'cache'));
}

function noise(width: number, height: number) {
  const data = Buffer.from(Array.from({ length: width * height * 3 }, (_, index) => (index * 7919) % 251));
  return sharp(data, { raw: { width, height, channels: 3 } });
}

describe('measuring a picture', () => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pictures-'));
  });

  it('offers widths up to its own', async () => {
    const picture = await measure('a.png', await noise(900, 300).png().toBuffer());
    expect(picture).toMatchObject({ width: 900, height: 300 });
    expect('sizes' in picture && [...picture.sizes.values()]).toEqual([480, 800, 900]);
  });

  it('refuses an SVG that is called a PNG, because it could show other files', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
    expect(await measure('a.png', svg)).toMatchObject(refusal);
  });

  it('refuses one type under the name of another', async () => {
    expect(await measure('a.jpg', await noise(9, 9).png().toBuffer())).toMatchObject(refusal);
  });

  it('refuses a picture that was cut off', async () => {
    const whole = await noise(300, 300).png().toBuffer();
    expect(await measure('a.png', whole.subarray(0, whole.length / 2))).toMatchObject(refusal);
  });
});
