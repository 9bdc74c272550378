import { unsegmented } from './segments.ts';

/** A piece of an excerpt: plain text, and whether it is one of the words that were looked for. */
export interface ExcerptPart {
  text: string;
  marked: boolean;
}

// From the first letter to the last. A word may be as long as a page, so no part of it is looked at again and again.
const withoutSigns = /[\p{Letter}\p{Number}](?:.*[\p{Letter}\p{Number}])?/su;

/**
 * Takes apart what Pagefind gives as an excerpt: text in which `<` and `>` are escaped, with `<mark>` around what was
 * found. The parts are plain text, to be put into nodes; nothing here is ever read as HTML. Full stops and quotation
 * marks that cling to a word are not part of the mark.
 */
export function excerptParts(excerpt: string): ExcerptPart[] {
  return unsegmented(excerpt)
    .split(/(<mark>.*?<\/mark>)/su)
    .flatMap((piece) => {
      const isMark = piece.startsWith('<mark>') && piece.endsWith('</mark>');
      if (!isMark) return [{ text: plain(piece), marked: false }];
      const word = plain(piece.slice('<mark>'.length, -'</mark>'.length));
      const found = withoutSigns.exec(word);
      if (found === null) return [{ text: word, marked: true }];
      const [core] = found;
      return [
        { text: word.slice(0, found.index), marked: false },
        { text: core, marked: true },
        { text: word.slice(found.index + core.length), marked: false },
      ];
    })
    .filter(({ text }) => text !== '');
}

/** Pagefind escapes the angle brackets and nothing else. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
