import { vocabularyWords } from '../../src/search/vocabulary.ts';
import { createRandom, type Random } from '../bench/random.ts';

/** A word of the blog, and how somebody may write it in a hurry. */
export interface Slip {
  right: string;
  wrong: string;
}

/** How many of some texts each word stands in. */
export function countsOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts)
    for (const word of vocabularyWords(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Slips of the pen in words of five letters or more; none of them makes another word of the blog. */
export function slipsOf(words: Iterable<string>, count: number, seed = 4): Slip[] {
  const random = createRandom(seed, 'slips');
  const known = new Set(words);
  const long = [...known].filter(({ length }) => length >= 5);
  const slips: Slip[] = [];
  while (slips.length < count) {
    const right = random.pick(long);
    const wrong = slipped(right, random);
    if (!known.has(wrong)) slips.push({ right, wrong });
  }
  return slips;
}

/** A word with one letter swapped with the next, left out, doubled or replaced. */
function slipped(word: string, random: Random): string {
  const at = random.between(0, word.length - 2);
  const [before, letter, next, after] = [
    word.slice(0, at),
    word.charAt(at),
    word.charAt(at + 1),
    word.slice(at + 2),
  ];
  switch (random.between(0, 3)) {
    case 0:
      return `${before}${next}${letter}${after}`;
    case 1:
      return `${before}${next}${after}`;
    case 2:
      return `${before}${letter}${letter}${next}${after}`;
    default:
      return `${before}${'abcdefghijklmnopqrstuvwxyz'.charAt(random.between(0, 25))}${next}${after}`;
  }
}
