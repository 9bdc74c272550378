/** The part of a file that a `Range` header asks for; both ends are included. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Reads a `Range` header. Undefined means: send the whole file (no header, several ranges, another unit). `impossible`
 * means: nothing of the file is in the range.
 */
export function byteRange(header: string | undefined, size: number): ByteRange | 'impossible' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/u.exec(header ?? '');
  if (match === null) return undefined;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end) return 'impossible';
  return { start, end };
}
