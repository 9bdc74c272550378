import { plainLine } from '../../src/model/plain-line.ts';
import type { Line } from './outline.ts';

/** A line for a terminal. */
export function textOfLine(line: Line): string {
  return line
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('code' in part) return plainLine(part.code);
      return plainLine('said' in part ? part.said : part.pieces.map(({ text }) => text).join(''));
    })
    .join('');
}
