/** Words as they stand between spaces and signs. */
export const singleWords = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’][\p{Letter}\p{Mark}]+)*/gu;
/** The same with hyphens and dots inside: one word to a reader. */
export const joinedWords = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’.-][\p{Letter}\p{Mark}\p{Number}]+)*/gu;

/** A word as the phrases are compared. */
export function keyOf(text: string): string {
  return text.toLowerCase().replace(/['’.,-]/gu, '');
}

// A phrase begins with a word of every sentence, such as "of": the same few chunks are asked about again and again.
const known = new Map<string, readonly string[]>();
const mostKnown = 10_000;

/** The words of a chunk in small letters, without hyphens, apostrophes and dots, whole and in parts. */
export function keysOf(text: string): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostKnown) known.clear();
  const words = [...(text.match(joinedWords) ?? []), ...(text.match(singleWords) ?? [])];
  const keys = [...new Set(words.map(keyOf))];
  known.set(text, keys);
  return keys;
}
