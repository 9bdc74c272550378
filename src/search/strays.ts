/** What is known of a page that was found, as far as it tells why. */
export interface Evidence {
  content: string;
  meta: Readonly<Record<string, string>>;
  weighted_locations: readonly { location: number }[];
}

// What a word can end in, in English and its neighbours; the letters before may be doubled: "running" finds "run".
const ending = /(.)(?:\1?(?:ing|ed|er|ers|est)|ies|es|s|ly|ment|ness|ation|ion|en|e|y)$/u;
// In other languages, endings that nobody has written down here come and go as well.
const longestEnding = 3;
const smallestShare = 0.75;

/**
 * Whether pages were found for the wrong reason. For a word that stands nowhere Pagefind takes the longest word that it
 * begins with: "onbording" then finds every page with "on". Such pages are no answer.
 */
export function areStrays(query: readonly string[], pages: readonly Evidence[]): boolean {
  if (pages.length === 0) return false;
  const found = pages.flatMap(foundWords);
  const words = found.map(lettersOf);
  return query.some((term) => {
    const asked = lettersOf(term);
    // The index takes these for letters: C++ is no C.
    if (/[+#]/u.test(term)) return !found.some((word) => word.toLowerCase().includes(term.toLowerCase()));
    // Words of other scripts are parted in other ways, and are left to Pagefind.
    if (!/^[a-z0-9]+$/u.test(asked)) return false;
    const beginning = shortestForm(asked);
    return !words.some((word) => word.includes(beginning));
  });
}

/** The least of a word that one with another ending still begins with. */
function shortestForm(word: string): string {
  const stem = word.replace(ending, '$1');
  const least = Math.max(word.length - longestEnding, Math.ceil(word.length * smallestShare));
  return stem.length >= 2 && stem.length < least ? stem : word.slice(0, least);
}

function foundWords({ content, meta, weighted_locations }: Evidence): string[] {
  const words = content.split(/\s+/u);
  const found = weighted_locations.map(({ location }) => words[location] ?? '');
  return [...found, ...Object.values(meta).flatMap((text) => text.split(/\s+/u))];
}

/** Without accents, capitals and signs. */
function lettersOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase();
}
