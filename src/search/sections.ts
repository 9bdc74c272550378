/** A place in a page that a link can lead to, as the index keeps it. */
export interface Anchor {
  element: string;
  id: string;
  text: string;
  /** Counted in words from the start of the page. */
  location: number;
}

/** A word that was found. */
export interface Found {
  location: number;
  weight: number;
}

/** A section of a page in which something was found. */
export interface Section {
  id: string;
  title: string;
}

const mostSections = 3;
const conversation = 'From the conversation';
const headingPattern = /^h[2-4]$/u;

/**
 * The sections that hold most of what was found, at most three, in the order of the page. A section is a heading and
 * the text under it; the comments count as one, and lead to the first comment that was found.
 */
export function matchingSections(anchors: readonly Anchor[], found: readonly Found[]): Section[] {
  const places = anchors
    .flatMap(({ element, id, text, location }) => {
      const title = headingPattern.test(element) ? text.trim() : isComment(element, id) ? conversation : '';
      return title === '' ? [] : [{ id, title, location }];
    })
    .sort((a, b) => a.location - b.location);
  const sections = new Map<string, Section & { location: number; weight: number }>();
  let next = 0;
  for (const { location, weight } of [...found].sort((a, b) => a.location - b.location)) {
    while ((places[next]?.location ?? Infinity) <= location) next += 1;
    const place = places[next - 1];
    if (place === undefined) continue;
    const key = place.title === conversation ? conversation : place.id;
    const section = sections.get(key) ?? { ...place, weight: 0 };
    section.weight += weight;
    sections.set(key, section);
  }
  return [...sections.values()]
    .sort((a, b) => b.weight - a.weight || a.location - b.location)
    .slice(0, mostSections)
    .sort((a, b) => a.location - b.location)
    .map(({ id, title }) => ({ id, title }));
}

function isComment(element: string, id: string): boolean {
  return element === 'article' && id.startsWith('comment-');
}
