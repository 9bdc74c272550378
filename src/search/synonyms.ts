import type { Synonyms } from '../model/synonyms.ts';

/** Where the site has them. */
export const synonymsPath = 'search/synonyms.json';

const mostAlternatives = 6;

/**
 * A query in other words: for each word or phrase of a line in it, the query with every other one of that line. What
 * stands in quotation marks or is left out with a minus stays.
 */
export function inOtherWords(query: string, synonyms: Synonyms): string[] {
  const pieces = query.split(/("[^"]*"?|(?<!\S)-\S+)/u);
  const alternatives = synonyms.flatMap((line) =>
    line.flatMap((word) => {
      const replaced = (other: string) =>
        pieces.map((piece, index) => (index % 2 === 1 ? piece : replaceWord(piece, word, other))).join('');
      return line.filter((other) => other !== word).map(replaced);
    }),
  );
  return [...new Set(alternatives)].filter((one) => one !== query).slice(0, mostAlternatives);
}

function replaceWord(text: string, word: string, other: string): string {
  const letter = '[\\p{Letter}\\p{Mark}\\p{Number}]';
  const escaped = word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return text.replace(new RegExp(`(?<!${letter})${escaped}(?!${letter})`, 'giu'), () => other);
}
