/** Where a word stands in a text. */
export interface Match {
  start: number;
  /** Behind its last character. */
  end: number;
}

// These scripts put no space between words.
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordSign = String.raw`[\p{Letter}\p{Number}]`;
/** Signs at the end of a word that make another word of it, such as C# of C. */
const endSign = String.raw`[\p{Letter}\p{Number}+#]`;
/** Accents, and the signs that only say where a word may be parted. */
const unseen = /[\p{Mark}\u00AD\u200B]/gu;

/**
 * Finds whole words in a text, whatever their capitals and accents. Where two overlap, the one that begins first counts,
 * then the longer one. Words of scripts without spaces are found inside other words as well.
 */
export function findMatches(text: string, words: readonly string[]): Match[] {
  const patterns = words
    .map((word) => ({ word, letters: fold(word).text }))
    .filter(({ letters }) => letters !== '')
    .sort((a, b) => b.letters.length - a.letters.length)
    .map(({ word, letters }) => {
      const escaped = letters.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
      return unspaced.test(word) ? escaped : `(?<!${wordSign})${escaped}(?!${endSign})`;
    });
  if (patterns.length === 0) return [];
  const folded = fold(text);
  return [...folded.text.matchAll(new RegExp(patterns.join('|'), 'gu'))].map(({ 0: { length }, index }) => ({
    start: folded.places[index] ?? 0,
    end: folded.places[index + length] ?? text.length,
  }));
}

/** A text in small letters without accents, and for every sign of it the place where it stood. */
function fold(text: string): { text: string; places: number[] } {
  const places: number[] = [];
  let place = 0;
  let folded = '';
  for (const sign of text) {
    // Of capitals there is one, where small letters can have two forms.
    const plain = sign.normalize('NFD').toUpperCase().toLowerCase().replace(unseen, '');
    for (let index = 0; index < plain.length; index += 1) places.push(place);
    folded += plain;
    place += sign.length;
  }
  return { text: folded, places };
}
