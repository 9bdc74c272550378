import type { Problem } from '../model/problem.ts';

/** What a rule about words finds in a text; positions count from the first line of that text. */
export type Finding = Omit<Problem, 'file'>;

/** `"a", "b" or "c"`. */
export function quotedList(words: readonly string[]): string {
  const quoted = words.map((word) => `"${word}"`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} or ${last}`;
}
