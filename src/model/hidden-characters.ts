import type { RuleName } from './rules/rules.ts';

/** A character that nobody can see, and that no text may hold. */
export interface HiddenCharacter {
  /** Where it stands in the text. */
  index: number;
  code: number;
  rule: Extract<RuleName, 'bidirectional-character' | 'control-character'>;
  /** What it is, to go on with in a sentence. */
  words: string;
}

// Zero-width joiners and the marks for direction are part of writing in many scripts and of emoji, and stay allowed.
const hidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u2028\u2029\u2060-\u2064\uFEFF\uFFF9-\uFFFB]|\r(?!\n)|[\u202A-\u202E\u2066-\u2069]|[\u{E0000}-\u{E007F}]+/gu;
// The flags of England, Scotland and Wales are written with tag characters.
const flag = /\u{1F3F4}$/u;
const mostReported = 20;

/** The hidden characters of a text, up to twenty. */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  const found: HiddenCharacter[] = [];
  for (const { 0: sign, index } of text.matchAll(hidden)) {
    if (found.length === mostReported) break;
    const code = sign.codePointAt(0) ?? 0;
    if (isFlag(text, index, code)) continue;
    found.push({ index, code, ...described(code) });
  }
  return found;
}

function isFlag(text: string, index: number, code: number): boolean {
  return code >= 0xe0000 && flag.test(text.slice(Math.max(0, index - 2), index));
}

/** The text without what nobody can see in it, and with the usual line breaks. Halves of characters go as well. */
export function withoutHiddenCharacters(text: string): string {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(/\p{Cs}/gu, '');
  return lines.replace(hidden, (signs, index: number) =>
    isFlag(lines, index, signs.codePointAt(0) ?? 0) ? signs : '',
  );
}

/** JSON with the hidden characters of its texts written as escapes, so that the file holds none and they stay what they are. */
export function withEscapes(json: string): string {
  const escape = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return json.replace(hidden, (signs) =>
    Array.from({ length: signs.length }, (_, at) => escape(signs.charAt(at))).join(''),
  );
}

function described(code: number): Pick<HiddenCharacter, 'rule' | 'words'> {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const turns = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
  return turns
    ? {
        rule: 'bidirectional-character',
        words: `the invisible character ${name}, which turns the direction of writing around`,
      }
    : { rule: 'control-character', words: `the invisible control character ${name}` };
}

/** What to write instead of a character that turns the direction around. */
export const insteadOfTurning = 'For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>.';
