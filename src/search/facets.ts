/** What results can be narrowed by, in the order of the page. The same words name the filters in the index and in addresses. */
export const facets = ['topic', 'author', 'kind', 'group', 'year'] as const;
export type Facet = (typeof facets)[number];

/** The values that are ticked: slugs, kinds and years. */
export type Chosen = Readonly<Record<Facet, readonly string[]>>;

/** One value for each facet. */
export function eachFacet<Value>(valueOf: (facet: Facet) => Value): Record<Facet, Value> {
  return {
    topic: valueOf('topic'),
    author: valueOf('author'),
    kind: valueOf('kind'),
    group: valueOf('group'),
    year: valueOf('year'),
  };
}

export function isAnythingChosen(chosen: Chosen): boolean {
  return facets.some((facet) => chosen[facet].length > 0);
}
