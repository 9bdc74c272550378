/** What is known of a page that was found, as far as it tells why. */
export interface Evidence {
  content: string;
  meta: Readonly<Record<string, string>>;
  weighted_locations: readonly { location: number }[];
}

// Endings come and go: "running" finds "run", and "using" finds "use".
const longestEnding = 4;
const smallestShare = 0.4;

/**
 * Whether pages were found for the wrong reason. For a word that stands nowhere Pagefind takes the longest word that it
 * begins with: "onbording" then finds every page with "on". Such pages are no answer.
 */
export function areStrays(query: string, pages: readonly Evidence[]): boolean {
  if (pages.length === 0) return false;
  const words = pages.flatMap(foundWords);
  return query.split(/\s+/u).some((term) => {
    const asked = lettersOf(term);
    // Words of other scripts are parted in other ways, and are left to Pagefind.
    if (!/^[a-z0-9]+$/u.test(asked)) return false;
    const needed = Math.max(asked.length - longestEnding, Math.ceil(asked.length * smallestShare));
    const beginning = asked.slice(0, needed);
    return !words.some((word) => word.includes(beginning));
  });
}

function foundWords({ content, meta, weighted_locations }: Evidence): string[] {
  const words = content.split(/\s+/u);
  const found = weighted_locations.map(({ location }) => words[location] ?? '');
  return [...found, ...Object.values(meta).flatMap((text) => text.split(/\s+/u))].map(lettersOf);
}

/** Without accents, capitals and signs. */
function lettersOf(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[^\p{Letter}\p{Number}]/gu, '')
    .toLowerCase();
}
