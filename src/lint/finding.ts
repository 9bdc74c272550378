import type { Place, Problem } from '../model/problem.ts';

/** What a rule about words finds in a text; positions count from the first line of that text. */
export type Finding = Omit<Problem, 'file'>;

/** Where an offset lies in a text, counted from 1 as editors count. */
export function placeIn(text: string, offset: number, start: Place = { line: 1, column: 1 }): Place {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak === -1) return { line: start.line, column: start.column + offset };
  return { line: start.line + before.split('\n').length - 1, column: offset - lastBreak };
}

/** `"a", "b" or "c"`. */
export function quotedList(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
