/** Words as they stand between spaces and signs. */
export const singleWords = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’][\p{Letter}\p{Mark}]+)*/gu;
/** The same with hyphens and dots inside: one word to a reader. */
export const joinedWords = /[\p{Letter}\p{Mark}\p{Number}]+(?:['’.-][\p{Letter}\p{Mark}\p{Number}]+)*/gu;

/** A word as the phrases are compared. */
export function keyOf(text: string): string {
  return text.toLowerCase().replace(/['’.,-]/gu, '');
}

/** The words of a chunk in small letters, without hyphens, apostrophes and dots, whole and in parts. */
export function keysOf(text: string): string[] {
  return [...new Set([...(text.match(joinedWords) ?? []), ...(text.match(singleWords) ?? [])].map(keyOf))];
}
