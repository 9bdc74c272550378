import type { Dictionary } from './dictionaries.ts';

/**
 * Whether a word is spelt right: in the dictionary or the project's own list, with the endings and the capital letter
 * that a sentence gives it. What is no English word at all, such as an abbreviation, is not judged.
 */
export function createSpelling(dictionary: Dictionary, words: readonly string[]): (word: string) => boolean {
  const own = new Set(words.flatMap((word) => [word, ...word.split(/[\s-]+/u)]));
  // The same word comes with and without a comma behind it, and looking it up takes a while.
  const known = new Map<string, boolean>();
  const listed = (word: string) => {
    if (own.has(word)) return true;
    const before = known.get(word);
    if (before !== undefined) return before;
    if (known.size >= 100_000) known.clear();
    const found = dictionary(word);
    known.set(word, found);
    return found;
  };
  const asWritten = (word: string) => listed(word) || (isCapitalised(word) && listed(lowered(word)));
  return (written) => {
    const word = written.replaceAll('’', "'").normalize('NFC');
    if (!isJudged(word) || asWritten(word)) return true;
    const base = word.replace(/'s?$/u, '');
    if (asWritten(base)) return true;
    // The dictionaries have the plurals of their own words.
    return pluralsOf(base).some((one) => own.has(one) || own.has(lowered(one)));
  };
}

/** No word is longer; what is may be a sequence of a gene or a joke, and would take long to look up. */
export const longestWord = 60;

function isJudged(word: string): boolean {
  return (
    word.length > 2 &&
    word.length <= longestWord &&
    /^[\p{Script=Latin}\p{Mark}']+$/u.test(word) &&
    // "PLC" and "PLCs" are read letter by letter.
    !/^\p{Uppercase}{2,}(?:'?s)?$/u.test(word)
  );
}

function pluralsOf(word: string): string[] {
  if (word.endsWith('ies')) return [word.slice(0, -1), `${word.slice(0, -3)}y`];
  if (word.endsWith('es')) return [word.slice(0, -1), word.slice(0, -2)];
  return word.endsWith('s') ? [word.slice(0, -1)] : [];
}

function isCapitalised(word: string): boolean {
  return /^\p{Uppercase}[^\p{Uppercase}]*$/u.test(word);
}

function lowered(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}

// What is longer is no slip of the pen, and the work grows with the square of the length.
const longest = 30;
const letters = 'etaoinsrhldcumfpgwybvkxjqz';

/**
 * Up to three words that one slip of the pen away are spelt right: two letters swapped, one wrong, too many or too
 * few, or a missing space. The dictionary package finds more distant ones, and takes forty times as long.
 */
export function suggestionsFor(word: string, isKnown: (word: string) => boolean): string[] {
  const found = new Set<string>();
  if (word.length > longest) return [];
  for (const candidate of slips(word)) {
    if (candidate.length > 2 && isKnown(candidate)) found.add(candidate);
    if (found.size === 3) break;
  }
  return [...found];
}

function* slips(word: string): Generator<string> {
  const cuts = Array.from(
    { length: word.length + 1 },
    (_, at) => [word.slice(0, at), word.slice(at)] as const,
  );
  for (const [before, after] of cuts)
    if (after.length > 1) yield `${before}${after.charAt(1)}${after.charAt(0)}${after.slice(2)}`;
  for (const [before, after] of cuts) if (after !== '') yield before + after.slice(1);
  for (const [before, after] of cuts) for (const letter of letters) yield before + letter + after;
  for (const [before, after] of cuts)
    if (after !== '') for (const letter of letters) yield before + letter + after.slice(1);
}
