// Whoever says the same says it from the beginning on.
const mostCharacters = 4_000;

/** Scripts that put no spaces between words. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;

/** The words of a text without what makes no difference to what it says: capitals, accents, a plural. */
export function wordsToCompare(text: string): string[] {
  const start = text.slice(0, mostCharacters).toLowerCase();
  // Most texts are ASCII nearly throughout, and a pattern for ASCII is several times as fast.
  if (/^[\0-\x7F]*$/u.test(start)) return (start.match(/[a-z0-9]+/gu) ?? []).map(withoutPlural);
  const plain = start.normalize('NFKD').replaceAll(/\p{Mark}+/gu, '');
  const runs = plain.match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  return runs.flatMap((run) => (spaceless.test(run) ? pairsOf(run) : [withoutPlural(run)]));
}

function withoutPlural(word: string): string {
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}

/** Two signs that follow each other are as good as a word. */
function pairsOf(run: string): string[] {
  const signs = Array.from(run);
  return signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}
