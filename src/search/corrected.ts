import type { Vocabulary } from './vocabulary.ts';

const wordOnly = /^\p{Letter}{3,}$/u;
const alternatives = 3;
const shortestPart = 3;
const shortestCompound = 5;
/** How much commoner a word has to be than one that stands in the blog to be what was meant: eight times. */
const muchCommoner = 3;

/**
 * What may have been meant by words that found nothing, the likeliest first. Only words that the blog does not have are
 * changed, and codes stay as they were typed.
 */
export function corrections(
  words: readonly string[],
  vocabulary: Vocabulary,
  isKnown = (word: string) => !isUnknown(word, vocabulary),
): string[][] {
  const asOne = joined(words, vocabulary);
  if (words.every(isKnown)) return asOne;
  const choices = words.map((word) => (isKnown(word) ? [word] : replacements(word, vocabulary)));
  const most = Math.max(...choices.map(({ length }) => length));
  const changed = Array.from({ length: Math.min(alternatives, most) }, (_, rank) =>
    words.flatMap((word, index) => (choices[index]?.[rank] ?? choices[index]?.[0] ?? word).split(' ')),
  );
  return [...asOne, ...changed].filter((one) => one.join(' ') !== words.join(' '));
}

/** The words with rare ones replaced by far commoner ones that are spelt nearly the same; undefined where there are none. */
export function likelier(words: readonly string[], vocabulary: Vocabulary): string[] | undefined {
  const changed = words.map((word) => {
    const commonness = vocabulary.commonness(word);
    if (commonness === undefined || !wordOnly.test(word) || word.length <= shortestPart) return word;
    const [near] = vocabulary.near(word, 1);
    const isMeant = near !== undefined && (vocabulary.commonness(near) ?? 0) >= commonness + muchCommoner;
    return isMeant ? near : word;
  });
  return changed.some((word, index) => word !== words[index]) ? changed : undefined;
}

export function isUnknown(word: string, vocabulary: Vocabulary): boolean {
  return wordOnly.test(word) && !vocabulary.hasBeginning(word);
}

/** Known words near a word, two known words that were written as one, and compounds that it is a part of. */
function replacements(word: string, vocabulary: Vocabulary): string[] {
  const near = vocabulary.near(word, alternatives);
  const splits = Array.from({ length: Math.max(0, word.length - 2 * shortestPart + 1) }, (_, index) => {
    const at = index + shortestPart;
    return [word.slice(0, at), word.slice(at)] as const;
  }).filter((parts) => parts.every(vocabulary.has));
  const compounds = word.length < shortestCompound ? [] : vocabulary.containing(word, alternatives);
  return [...splits.map((parts) => parts.join(' ')), ...compounds, ...near].slice(0, alternatives);
}

/** The words with two neighbours as one, where only the one word is known. */
function joined(words: readonly string[], vocabulary: Vocabulary): string[][] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index] ?? '';
    const together = before + word;
    const isOneWord = wordOnly.test(together) && vocabulary.has(together);
    const bothKnown = vocabulary.has(before) && vocabulary.has(word);
    return isOneWord && !bothKnown ? [[...words.slice(0, index), together, ...words.slice(index + 2)]] : [];
  });
}
