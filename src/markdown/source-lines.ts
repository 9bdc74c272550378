import type { VFile } from 'vfile';

/** The lines of a body as written. */
export function sourceLines(file: VFile): string[] {
  return String(file).split(/\r\n|\n|\r/u);
}
