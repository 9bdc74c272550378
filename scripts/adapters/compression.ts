import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { SiteFile } from './site-route.ts';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

export type Encoding = 'br' | 'gzip';

/** The best encoding that an `Accept-Encoding` header allows, or undefined. */
export function acceptedEncoding(header: string | undefined): Encoding | undefined {
  const accepted = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((part) => part.split(';').map((word) => word.trim()))
    .filter(([, quality = 'q=1']) => Number(quality.slice(2)) > 0)
    .map(([name]) => name);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : undefined;
}

/** Compresses files and remembers the result until the file changes. */
export function createCompressor(): (file: SiteFile, encoding: Encoding) => Promise<Buffer> {
  const remembered = new Map<string, Buffer>();
  return async (file, encoding) => {
    const key = `${encoding} ${file.modified.getTime()} ${file.size} ${file.path}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const bytes = await readFile(file.path);
    const compressed =
      encoding === 'br'
        ? await brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
        : await gzipped(bytes);
    remembered.set(key, compressed);
    return compressed;
  };
}
