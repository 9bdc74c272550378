// Valid in JSON, but a terminal obeys the first range, and the second turns the text of a log around.
const treacherous = /[\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** JSON for machines that people may look at: characters that a terminal obeys are written as escapes. */
export function machineJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(
    treacherous,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
