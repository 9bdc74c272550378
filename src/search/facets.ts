/** What results can be narrowed by, in the order of the page. The same words name the filters in the index and in addresses. */
export const facets = ['tag', 'author', 'group', 'kind', 'year', 'answered', 'comments'] as const;
export type Facet = (typeof facets)[number];

/** The values that are ticked: slugs, kinds, years, `yes` and `no`. */
export type Chosen = Readonly<Record<Facet, readonly string[]>>;

/** How many results each value of a facet would give, by value. */
export type Counts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

/** What a page can be filtered by. */
export type Filters = Readonly<Partial<Record<Facet, readonly string[]>>>;

/** One value for each facet. */
export function eachFacet<Value>(valueOf: (facet: Facet) => Value): Record<Facet, Value> {
  return {
    tag: valueOf('tag'),
    author: valueOf('author'),
    group: valueOf('group'),
    kind: valueOf('kind'),
    year: valueOf('year'),
    answered: valueOf('answered'),
    comments: valueOf('comments'),
  };
}

export function isAnythingChosen(chosen: Chosen): boolean {
  return facets.some((facet) => chosen[facet].length > 0);
}

/** Counts pages by value. Those of a facet leave its own ticks aside: ticking a second value of it adds results. */
export function countValues(pages: readonly Filters[], chosen: Chosen): Counts {
  return eachFacet((facet) => {
    const others = facets.filter((other) => other !== facet);
    const counts = new Map<string, number>();
    for (const filters of pages)
      if (others.every((other) => hasChosen(filters, chosen, other)))
        for (const value of filters[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    return Object.fromEntries(counts);
  });
}

function hasChosen(filters: Filters, chosen: Chosen, facet: Facet): boolean {
  return (
    chosen[facet].length === 0 || chosen[facet].some((value) => filters[facet]?.includes(value) === true)
  );
}
