import type { Policy, PolicyClause, PolicyCollection } from '../model/policy.ts';
import { placesIn } from '../model/places.ts';
import type { Finding } from './finding.ts';

export type PolicyRule = (text: string, collection: PolicyCollection) => Finding[];

// Whoever has mended so many will run the check again.
const mostOfClause = 1_000;

/**
 * Makes the rule that finds what the policy forbids in the text of a file as it is written, frontmatter and code
 * included: what must not be read must not be read there either.
 */
export function createPolicyRule(policy: Policy): PolicyRule {
  const clauses = policy.clauses.map((clause) => ({
    clause,
    phrases: clause.words.map(phraseOf),
    patterns: clause.patterns.map((pattern) => new RegExp(pattern, 'gu')),
  }));
  return (text, collection) => {
    const small = text.toLowerCase();
    const placeOf = placesIn(text);
    return clauses.flatMap(({ clause, phrases, patterns }) => {
      if (!clause.where.includes(collection)) return [];
      const matches = [
        ...phrases.flatMap((phrase) => phrasesIn(text, small, phrase)),
        ...patterns.flatMap((pattern) => [...text.matchAll(pattern)]),
      ];
      return matches
        .slice(0, mostOfClause)
        .map((match) => finding(clause, { written: match[0], collection }, placeOf(match.index)));
    });
  };
}

interface Phrase {
  /** Its first word in small letters, which is quickly looked for. */
  first: string;
  pattern: RegExp;
}

/** A phrase may run over the end of a line. */
function phraseOf(phrase: string): Phrase {
  const words = phrase.split(/\s+/u);
  return {
    first: (words[0] ?? '').toLowerCase(),
    pattern: new RegExp(words.map(RegExp.escape).join('\\s{1,20}'), 'giu'),
  };
}

const letter = /[\p{Letter}\p{Number}]/u;

function phrasesIn(text: string, small: string, { first, pattern }: Phrase): RegExpExecArray[] {
  if (!small.includes(first)) return [];
  return [...text.matchAll(pattern)].filter(({ 0: found, index }) => {
    const end = index + found.length;
    const runsOn = (inside: string | undefined, outside: string | undefined) =>
      letter.test(inside ?? '') && letter.test(outside ?? '');
    return !runsOn(text[index], text[index - 1]) && !runsOn(text[end - 1], text[end]);
  });
}

// Files without frontmatter have no place for one.
const exception = ' If this is an exception, name the clause and the reason in the frontmatter.';

function finding(
  { name, clause, mend }: PolicyClause,
  { written, collection }: { written: string; collection: PolicyCollection },
  place: { line: number; column: number },
): Finding {
  // A code or a number that slipped in is not repeated in reports, which are copied and kept.
  const words = written.replace(/\s+/gu, ' ').replace(/\d/gu, '•');
  return {
    ...place,
    rule: 'policy',
    clause: name,
    message: `"${words}" breaks the clause "${name}" of the policy: ${clause}`,
    mend: `${mend ?? 'Say it in another way, or leave it out.'}${collection === 'authors' ? '' : exception}`,
  };
}
