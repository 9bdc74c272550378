import type { Facet } from './facets.ts';
import type { Anchor, Found } from './sections.ts';

/** One page that was found, as the index describes it. Everything in it is text, never HTML. */
export interface Hit {
  url: string;
  /** The facts that the page gives away about itself, in `src/components/SearchFacts.astro`. */
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Partial<Record<Facet, readonly string[]>>>;
  /** Escaped text with `<mark>`: only for `excerptParts`. */
  excerpt: string;
  /** All the text of the page. */
  content: string;
  anchors: readonly Anchor[];
  weighted_locations: readonly Found[];
}

/** A page that was found, before anything of it is loaded. */
export interface RawResult {
  id: string;
  score: number;
  /** The result of the index that this is a copy of. Pagefind forgets a page when nothing holds its result any more. */
  source?: RawResult;
  data: () => Promise<Hit>;
}

export interface RawResults {
  results: RawResult[];
  unfilteredResultCount: number;
  filters: Partial<Record<Facet, Record<string, number>>>;
}

/** What is used of the module that Pagefind writes beside its index. */
export interface Pagefind {
  options: (options: object) => Promise<void>;
  destroy: () => Promise<void>;
  init: () => Promise<void>;
  filters: () => Promise<unknown>;
  search: (term: string | null, options: object) => Promise<RawResults>;
}

export function isPagefind(module: unknown): module is Pagefind {
  return typeof module === 'object' && module !== null && 'search' in module && 'filters' in module;
}

/** The same page, worth something else. */
export function valued(result: RawResult, score: number): RawResult {
  return { ...result, source: result, score };
}

const underWay = new Map<string, Promise<Hit>>();
const loaded = new WeakMap<RawResult, Promise<Hit>>();

/** Reads a result from the index, once: the first are looked at before they are shown. */
export function loadHit(result: RawResult): Promise<Hit> {
  const { source } = result;
  if (source !== undefined) return loadHit(source);
  const known = loaded.get(result);
  if (known !== undefined) return known;
  const hit = readHit(result);
  loaded.set(result, hit);
  hit.catch(() => loaded.delete(result));
  return hit;
}

/**
 * Pagefind keeps one object for a page and writes into it what the last question found, so that two questions at once
 * would get each other's words: a page is read for one after the other, and copied.
 */
function readHit({ id, data }: RawResult): Promise<Hit> {
  const before = underWay.get(id) ?? Promise.resolve();
  const hit = before.then(data, data).then((page) => ({ ...page }));
  underWay.set(id, hit);
  const done = () => {
    if (underWay.get(id) === hit) underWay.delete(id);
  };
  hit.then(done, done);
  return hit;
}
