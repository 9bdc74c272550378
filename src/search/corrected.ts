import type { Vocabulary } from './vocabulary.ts';

const wordOnly = /^\p{Letter}{3,}$/u;
const alternatives = 3;
const shortestPart = 3;

/**
 * What may have been meant by a query that found nothing, the likeliest first. Only words that the blog does not have are
 * changed; what stands in quotation marks, codes and words that are left out with a minus stay as they were typed.
 */
export function corrections(query: string, vocabulary: Vocabulary): string[] {
  // Outside quotation marks, every other piece.
  const pieces = query.split(/("[^"]*"?)/u);
  const terms = pieces.flatMap((piece, index) =>
    index % 2 === 1 ? [piece] : piece.split(/\s+/u).filter((term) => term !== ''),
  );
  const isUnknown = (term: string) => wordOnly.test(term) && !vocabulary.hasBeginning(term);
  if (!terms.some(isUnknown)) return joined(terms, vocabulary);
  const choices = terms.map((term) => (isUnknown(term) ? replacements(term, vocabulary) : [term]));
  const most = Math.max(...choices.map(({ length }) => length));
  const changed = Array.from({ length: Math.min(alternatives, most) }, (_, rank) =>
    terms.map((term, index) => choices[index]?.[rank] ?? choices[index]?.[0] ?? term).join(' '),
  );
  const found = [...joined(terms, vocabulary), ...changed];
  return [...new Set(found)].filter((one) => one !== terms.join(' '));
}

/** Known words near a term, and two known words that were written as one. */
function replacements(term: string, vocabulary: Vocabulary): string[] {
  const near = vocabulary.near(term, alternatives);
  const splits = Array.from({ length: Math.max(0, term.length - 2 * shortestPart + 1) }, (_, index) => {
    const at = index + shortestPart;
    return [term.slice(0, at), term.slice(at)] as const;
  }).filter((parts) => parts.every(vocabulary.has));
  return [...splits.map((parts) => parts.join(' ')), ...near].slice(0, alternatives);
}

/** The query with two neighbours as one word, where only the one word is known. */
function joined(terms: readonly string[], vocabulary: Vocabulary): string[] {
  return terms.slice(1).flatMap((term, index) => {
    const before = terms[index] ?? '';
    const together = before + term;
    const isOneWord = wordOnly.test(together) && vocabulary.has(together);
    const bothKnown = vocabulary.has(before) && vocabulary.has(term);
    return isOneWord && !bothKnown
      ? [[...terms.slice(0, index), together, ...terms.slice(index + 2)].join(' ')]
      : [];
  });
}
