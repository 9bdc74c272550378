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
  const letters = query.toLowerCase();
  const alternatives = new Set<string>();
  for (const line of synonyms)
    for (const word of line) {
      // Nearly always it is not there, and a pattern takes a while to be made.
      const [beginning = ''] = word.toLowerCase().split(/\s/u);
      if (!letters.includes(beginning)) continue;
      const pattern = patternOf(word);
      for (const other of line) {
        const put = (piece: string, index: number) =>
          index % 2 === 1 ? piece : piece.replace(pattern, () => other);
        const alternative = pieces.map(put).join('');
        if (other !== word && alternative !== query) alternatives.add(alternative);
        if (alternatives.size === mostAlternatives) return [...alternatives];
      }
    }
  return [...alternatives];
}

function patternOf(word: string): RegExp {
  const letter = '[\\p{Letter}\\p{Mark}\\p{Number}]';
  const escaped = word.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&').replace(/\s+/gu, '\\s+');
  return new RegExp(`(?<!${letter})${escaped}(?!${letter})`, 'giu');
}
