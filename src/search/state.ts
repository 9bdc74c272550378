import { eachFacet, facets, isAnythingChosen, type Chosen } from './facets.ts';

/** Results are listed in portions of this many. */
export const portion = 10;

const longestQuery = 200;
const mostShown = 200;
const value = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** Everything that decides what the search page shows. It lives in the address, so that it can be shared. */
export interface SearchState {
  query: string;
  chosen: Chosen;
  order: 'relevance' | 'newest';
  /** How many results are listed at most; a multiple of the portion. */
  shown: number;
}

/** Reads a state from an address or from the fields of the form. What makes no sense is left out. */
export function parseState(parameters: URLSearchParams): SearchState {
  const query = (parameters.get('q') ?? '').replace(/\s+/gu, ' ').trim();
  const shown = Math.ceil(Number(parameters.get('shown') ?? portion) / portion) * portion;
  return {
    // Half of a character, cut off or sent by mistake, would be refused in addresses.
    query: query.slice(0, longestQuery).toWellFormed(),
    chosen: eachFacet((facet) => {
      const values = parameters.getAll(facet).filter((text) => value.test(text));
      return [...new Set(values)].sort();
    }),
    order: parameters.get('sort') === 'newest' ? 'newest' : 'relevance',
    shown: shown >= portion ? Math.min(shown, mostShown) : portion,
  };
}

/** The query part of the address, with its question mark; empty for a page that nobody has asked anything. */
export function printState({ query, chosen, order, shown }: SearchState): string {
  const parameters = new URLSearchParams();
  if (query !== '') parameters.set('q', query);
  for (const facet of facets) for (const one of chosen[facet]) parameters.append(facet, one);
  if (order === 'newest') parameters.set('sort', order);
  if (shown > portion) parameters.set('shown', String(shown));
  return parameters.size === 0 ? '' : `?${parameters.toString()}`;
}

/** Whether there is anything to look for: words, filters or both. */
export function asksSomething({ query, chosen }: SearchState): boolean {
  return query !== '' || isAnythingChosen(chosen);
}
