const treacherous = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * The text as one line that is safe to print. Control and direction characters become their numbers, such as `<U+001B>`:
 * a message quotes what strangers wrote, and must not start a line, move the cursor or turn the words around.
 */
export function plainLine(text: string): string {
  return text.replace(treacherous, (character) => `<${codePointName(character)}>`);
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
