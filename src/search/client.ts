import type { Synonyms } from '../model/synonyms.ts';
import { corrections } from './corrected.ts';
import { eachFacet, facets, type Chosen, type Facet } from './facets.ts';
import type { Anchor, Found } from './sections.ts';
import { portion, type SearchState } from './state.ts';
import { areStrays } from './strays.ts';
import { inOtherWords, synonymsPath } from './synonyms.ts';
import { decodeVocabulary, vocabularyPath, type Vocabulary } from './vocabulary.ts';
import { allowSearchWorker } from './worker-policy.ts';

/** One page that was found, as the index describes it. Everything in it is text, never HTML. */
export interface Hit {
  url: string;
  /** The title is in `meta.title`. */
  meta: Readonly<Record<string, string>>;
  filters: Readonly<Record<string, readonly string[]>>;
  /** Escaped text with `<mark>`: only for `excerptParts`. */
  excerpt: string;
  /** All the text of the page. */
  content: string;
  anchors: readonly Anchor[];
  weighted_locations: readonly Found[];
}

/** How many results each value of a facet would give, by value. */
export type Counts = Readonly<Record<Facet, Readonly<Record<string, number>>>>;

export interface Results {
  total: number;
  /** How many there would be without filters. */
  unfiltered: number;
  /** What was looked for instead, when nothing has the words as they were typed. */
  instead?: string;
  counts: Counts;
  /** Reads some of them from the index. */
  load: (from: number, to: number) => Promise<Hit[]>;
}

export type Search = (state: SearchState) => Promise<Results>;

interface Pagefind {
  options: (options: object) => Promise<void>;
  destroy: () => Promise<void>;
  filters: () => Promise<unknown>;
  search: (term: string | null, options: object) => Promise<RawResults>;
}

interface RawResults {
  results: { data: () => Promise<Hit> }[];
  unfilteredResultCount: number;
  filters: Record<string, Record<string, number>>;
}

// A value, so that the bundler does not look for a file that is made after it.
const modulePath = '/pagefind/pagefind.js';

const nothing: Results = {
  total: 0,
  unfiltered: 0,
  counts: eachFacet(() => ({})),
  load: () => Promise.resolve([]),
};

const options = {
  excerptLength: 32,
  excerptEllipsis: '…',
  ranking: { metaWeights: { title: 6, topics: 3, authors: 3, also: 1, date: 0.1 } },
};

/** Loads the index that the build made. Fails when there is none, or when the network does. */
export async function openSearch(): Promise<Search> {
  allowSearchWorker(globalThis);
  const pagefind: unknown = await import(/* @vite-ignore */ modulePath);
  if (!isPagefind(pagefind)) throw new Error('The search program is not what was expected.');
  try {
    await pagefind.options(options);
    // The counts of filters are only known once all of them are loaded.
    await pagefind.filters();
  } catch (error) {
    await pagefind.destroy();
    throw error;
  }
  return async (state) => {
    const found = await find(pagefind, state);
    return found.unfiltered > 0 || state.query === ''
      ? found
      : ((await findInstead(pagefind, state)) ?? found);
  };
}

let vocabulary: Promise<Vocabulary> | undefined;
let synonyms: Promise<Synonyms> | undefined;

/** What a query finds in other words, or else as it was probably meant; undefined when that is nothing either. */
async function findInstead(pagefind: Pagefind, state: SearchState): Promise<Results | undefined> {
  synonyms ??= loadSynonyms();
  const inOthers = await findFirst(pagefind, state, inOtherWords(state.query, await synonyms));
  if (inOthers !== undefined) return inOthers;
  vocabulary ??= loadVocabulary();
  return findFirst(pagefind, state, corrections(state.query, await vocabulary));
}

async function findFirst(
  pagefind: Pagefind,
  state: SearchState,
  queries: readonly string[],
): Promise<Results | undefined> {
  for (const query of queries) {
    const found = await find(pagefind, { ...state, query });
    if (found.unfiltered > 0) return { ...found, instead: query };
  }
  return undefined;
}

/** Without them, a search still finds what is asked in the words of the blog. */
async function loadSynonyms(): Promise<Synonyms> {
  const response = await fetch(`/${synonymsPath}`).catch(() => undefined);
  // It is our own file, made with its schema.
  if (response?.ok === true) return (await response.json()) as Synonyms;
  synonyms = undefined;
  return [];
}

/** Without its words, a search still finds what is spelt right. */
async function loadVocabulary(): Promise<Vocabulary> {
  const response = await fetch(`/${vocabularyPath}`).catch(() => undefined);
  if (response?.ok === true) return decodeVocabulary(await response.text());
  vocabulary = undefined;
  return decodeVocabulary('');
}

async function find(pagefind: Pagefind, { query, chosen, order }: SearchState): Promise<Results> {
  const term = query === '' ? null : query;
  const sort = order === 'newest' || term === null ? { date: 'desc' } : {};
  const ask = (filters: Chosen) => pagefind.search(term, { filters: wanted(filters), sort });
  const { results, unfilteredResultCount, filters } = await ask(chosen);
  const load = (from: number, to: number) =>
    Promise.all(results.slice(from, to).map((result) => result.data()));
  if (areStrays(query, await load(0, portion))) return nothing;
  const counts: Record<Facet, Record<string, number>> = eachFacet((facet) => filters[facet] ?? {});
  for (const facet of facets.filter((name) => chosen[name].length > 0)) {
    // Ticking a second value of one facet adds results, so its counts are those without its own ticks.
    const others = await ask({ ...chosen, [facet]: [] });
    counts[facet] = others.filters[facet] ?? {};
  }
  return { total: results.length, unfiltered: unfilteredResultCount, counts, load };
}

/** Values of one facet widen, facets narrow. */
function wanted(chosen: Chosen): Record<string, { any: readonly string[] }> {
  const filters = Object.entries(chosen).filter(([, values]) => values.length > 0);
  return Object.fromEntries(filters.map(([facet, values]) => [facet, { any: values }]));
}

function isPagefind(module: unknown): module is Pagefind {
  return typeof module === 'object' && module !== null && 'search' in module && 'filters' in module;
}
