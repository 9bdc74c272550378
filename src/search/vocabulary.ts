import { editDistance, nearest } from '../model/nearest.ts';

/** The words of a blog, and on how many pages each stands. */
export type WordCounts = ReadonlyMap<string, number>;

/** The words that can be offered instead of one that stands nowhere. */
export interface Vocabulary {
  has: (word: string) => boolean;
  /** Whether a known word begins with these letters, as a word does that is still being typed. */
  hasBeginning: (letters: string) => boolean;
  /** Known words that may have been meant, the likeliest first. */
  near: (word: string, limit: number) => string[];
  /** Known words that come nearest, also when they can hardly have been meant. */
  nearest: (word: string, limit: number) => string[];
  /** Known words that have these letters within or at their end, as compounds do, the commonest first. */
  containing: (letters: string, limit: number) => string[];
  /** About how many pages have a word: the logarithm to the base of two, up to 9; undefined for none. */
  commonness: (word: string) => number | undefined;
}

/** What it is called, beside the index. */
export const vocabularyFile = 'vocabulary.txt';

const shortest = 3;
// Nobody types longer ones by hand.
const longest = 40;
const plainLetters = /^[a-z]*$/u;
const wordPattern = /\p{Letter}[\p{Letter}\p{Mark}]*/gu;

/** The distinct words of a text as they are compared: small letters, without accents, and no numbers. */
export function vocabularyWords(text: string): Set<string> {
  const words = [...new Set(text.match(wordPattern))].map(plainWord);
  return new Set(words.filter(({ length }) => length >= shortest && length <= longest));
}

/** A word in small letters and without accents, as Pagefind compares words. */
export function plainWord(word: string): string {
  // Most words are so already.
  if (plainLetters.test(word)) return word;
  return word
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}

const digits = 36;
/** From how many letters on a word may have two slips, and from how many a letter may be another. */
const longEnoughForTwo = 6;
const longEnoughForAnother = 5;

/**
 * Words as text: in their order, each as a digit for how much of its beginning it shares with the one before, the rest,
 * and a digit for how common it is. Sorted so, 20,000 words take 60 kB when they are compressed.
 */
export function encodeVocabulary(counts: WordCounts): string {
  return encodeSorted([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function encodeSorted(counts: Iterable<readonly [string, number]>): string {
  let before = '';
  return [...counts]
    .map(([word, count]) => {
      const shared = Math.min(sharedLength(before, word), digits - 1);
      before = word;
      return `${shared.toString(digits)}${word.slice(shared)}${Math.min(9, Math.floor(Math.log2(count)))}`;
    })
    .join('\n');
}

/** The vocabulary in a text that `encodeVocabulary` made. */
export function decodeVocabulary(text: string): Vocabulary {
  const commonness = new Map<string, number>();
  let before = '';
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const word = before.slice(0, Number.parseInt(line.charAt(0), digits)) + line.slice(1, -1);
    commonness.set(word, Number(line.at(-1)));
    before = word;
  }
  const words = [...commonness.keys()];
  return {
    has: (word) => commonness.has(plainWord(word)),
    hasBeginning: (letters) => {
      const beginning = plainWord(letters);
      return words.some((word) => word.startsWith(beginning));
    },
    near: (written, limit) => {
      const word = plainWord(written);
      const slips = word.length < longEnoughForTwo ? 1 : 2;
      return [...commonness]
        .filter(([known]) => known !== word && Math.abs(known.length - word.length) <= slips)
        .map(([known, common]) => ({ known, common, distance: editDistance(word, known) }))
        .filter(({ known, distance }) => distance <= slips && isSlip(word, known, distance))
        .map((one) => ({ ...one, doubt: one.distance + doubtOf(word, one.known) - one.common / 50 }))
        .sort((a, b) => a.doubt - b.doubt || (a.known < b.known ? -1 : 1))
        .slice(0, limit)
        .map(({ known }) => known);
    },
    nearest: (written, limit) => nearest(plainWord(written), words, limit),
    containing: (written, limit) => {
      const letters = plainWord(written);
      return [...commonness]
        .filter(([known]) => known.length > letters.length && known.includes(letters))
        .sort(([, a], [, b]) => b - a)
        .slice(0, limit)
        .map(([known]) => known);
    },
    commonness: (word) => commonness.get(plainWord(word)),
  };
}

/** In a short word another letter makes another word, and nobody makes two slips of which one is at the beginning. */
function isSlip(written: string, known: string, distance: number): boolean {
  if (distance > 1) return written.charAt(0) === known.charAt(0);
  const isReplaced = written.length === known.length && sortedLetters(written) !== sortedLetters(known);
  return !isReplaced || written.length >= longEnoughForAnother;
}

/** How unlikely a slip is among those with as many differences: first letters are seldom wrong, doubled ones often. */
function doubtOf(written: string, known: string): number {
  const first = written.charAt(0) === known.charAt(0) ? 0 : 0.4;
  const doubled = undoubled(written) === undoubled(known) ? -0.4 : 0;
  const sameLetters = sortedLetters(written) === sortedLetters(known) ? -0.3 : 0;
  return first + doubled + sameLetters;
}

function undoubled(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}

function sortedLetters(word: string): string {
  return Array.from(word).sort().join('');
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

// So many words are taken in or left out together. Fewer would not make what is compressed longer for certain.
const step = 32;

/**
 * As many of the commonest words as fit, in steps: the most for which `sizeOf` says no more than `most`. With a good `guess` at
 * their number it is asked twice, and not half a dozen times.
 */
export function fittingWords(
  counts: WordCounts,
  most: number,
  sizeOf: (encoded: string) => number,
  guess = 0,
): Map<string, number> {
  const byCount = [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
  const ranks = new Map(byCount.map(([word], rank) => [word, rank]));
  const byWord = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  const commonest = (number: number) => new Map(byWord.filter(([word]) => (ranks.get(word) ?? 0) < number));
  const sizeAt = (steps: number) => sizeOf(encodeSorted(commonest(steps * step)));
  const all = Math.ceil(counts.size / step);
  const guessed = Math.min(all, Math.ceil(guess / step));
  if (guess > 0 && sizeAt(guessed) <= most && (guessed === all || sizeAt(guessed + 1) > most))
    return commonest(guessed * step);
  let [low, high] = [
    { steps: 0, size: 0 },
    { steps: all, size: sizeAt(all) },
  ];
  if (high.size <= most) return commonest(all * step);
  while (high.steps - low.steps > 1) {
    // It grows evenly, or nearly so.
    const share = (most - low.size) / (high.size - low.size);
    const likely = Math.round(low.steps + share * (high.steps - low.steps));
    const steps = Math.min(Math.max(likely, low.steps + 1), high.steps - 1);
    const between = { steps, size: sizeAt(steps) };
    if (between.size > most) high = between;
    else low = between;
  }
  return commonest(low.steps * step);
}
