import {
  countValues,
  eachFacet,
  facets,
  isAnythingChosen,
  type Chosen,
  type Counts,
  type Facet,
} from './facets.ts';
import { loadHit, valued, type Hit, type Pagefind, type RawResult } from './pagefind.ts';
import type { Query } from './query.ts';
import { segmented } from './segments.ts';
import type { SearchState } from './state.ts';
import { areStrays } from './strays.ts';

/** Pages that were found, in order, before more than a few of them are loaded. */
export interface Finding {
  results: readonly RawResult[];
  /** How many there would be without filters. */
  unfiltered: number;
  /** How many results each value would give; undefined where there are too many to be counted. Nothing waits for it. */
  counts: () => Promise<Counts | undefined>;
}

/** Pages with what they are worth, whatever is chosen. */
export type Pool = ReadonlyMap<string, RawResult>;

const nothing: Finding = {
  results: [],
  unfiltered: 0,
  counts: () => Promise.resolve(eachFacet(() => ({}))),
};

// So many of the best pages show what was really found.
const evidence = 5;
// To count values, every page of a composed result is loaded.
const mostCounted = 100;

type Narrowing = Pick<SearchState, 'chosen' | 'order'>;

/** Whether the index can answer by itself: words or nothing, with filters. */
export function isPlain({ phrases, without }: Query): boolean {
  return phrases.length === 0 && without.length === 0;
}

/** Finds pages that have all of some words, or every page; nothing where they have other words only. */
export async function findPlainly(
  pagefind: Pagefind,
  words: readonly string[],
  { chosen, order }: Narrowing,
  counting: () => Promise<Pagefind>,
): Promise<Finding> {
  const term = termOf(words);
  const { results, unfilteredResultCount } = await pagefind.search(term, { filters: wanted(chosen) });
  if (await areAllStrays(words, results)) return nothing;
  return {
    results: order === 'newest' && term !== null ? await newestFirst(pagefind, results) : results,
    unfiltered: unfilteredResultCount,
    counts: async () => countPlainly(await counting(), term, chosen),
  };
}

async function countPlainly(pagefind: Pagefind, term: string | null, chosen: Chosen): Promise<Counts> {
  const ask = (filters: Chosen) => pagefind.search(term, { filters: wanted(filters) });
  // The index counts the values of the filters that it has loaded.
  await pagefind.filters();
  const { filters } = await ask(chosen);
  const counts: Record<Facet, Record<string, number>> = eachFacet((facet) => filters[facet] ?? {});
  for (const facet of facets.filter((name) => chosen[name].length > 0)) {
    // Ticking a second value of one facet adds results, so its counts are those without its own ticks.
    const others = await ask({ ...chosen, [facet]: [] });
    counts[facet] = others.filters[facet] ?? {};
  }
  return counts;
}

/** The pages that have all of some words, without filters. */
async function poolOf(pagefind: Pagefind, words: readonly string[], worth: number): Promise<Pool> {
  const { results } = await pagefind.search(termOf(words), {});
  if (await areAllStrays(words, results)) return new Map();
  return poolFrom(results, worth);
}

function poolFrom(results: readonly RawResult[], worth: number): Pool {
  return new Map(results.map((result) => [result.id, valued(result, result.score * worth)]));
}

/** The pages that answer a query, each with what it is worth: what its words and phrases are worth together. */
export async function poolOfQuery(
  pagefind: Pagefind,
  { words, phrases, without }: Query,
  worth = 1,
): Promise<Pool> {
  const exact = async (phrase: string) => (await pagefind.search(`"${phrase}"`, {})).results;
  const looksForWords = words.length > 0 || phrases.length === 0;
  const [pools, left] = await Promise.all([
    Promise.all([
      ...(looksForWords ? [poolOf(pagefind, words, worth)] : []),
      ...phrases.map(async (phrase) => poolFrom(await exact(phrase), worth)),
    ]),
    Promise.all(without.map(exact)),
  ]);
  const [first = new Map<string, RawResult>(), ...others] = pools;
  const isLeftOut = new Set(left.flat().map(({ id }) => id));
  return new Map(
    [...first].flatMap(([id, result]) => {
      const found = others.map((pool) => pool.get(id)?.score);
      if (isLeftOut.has(id) || found.includes(undefined)) return [];
      return [
        [
          id,
          valued(
            result,
            found.reduce<number>((sum, score) => sum + (score ?? 0), result.score),
          ),
        ],
      ];
    }),
  );
}

/** Pools in one, with each page for the most that it is worth in one of them, or for all that it is worth together. */
export function together(pools: readonly Pool[], how: 'most' | 'all'): Pool {
  const sum = new Map<string, RawResult>();
  for (const pool of pools)
    for (const [id, result] of pool) {
      const before = sum.get(id)?.score ?? 0;
      const score = how === 'all' ? before + result.score : Math.max(before, result.score);
      sum.set(id, valued(result, score));
    }
  return sum;
}

/** Narrows and sorts a pool, which the index cannot do once several answers of it were put together. */
export async function narrow(pagefind: Pagefind, pool: Pool, { chosen, order }: Narrowing): Promise<Finding> {
  const all =
    order === 'newest' ? await newestFirst(pagefind, pool.values()) : [...pool.values()].sort(byScore);
  const results = isAnythingChosen(chosen) ? await among(pagefind, all, chosen) : all;
  return { results, unfiltered: pool.size, counts: () => countByLoading(all, chosen) };
}

async function among(pagefind: Pagefind, all: readonly RawResult[], chosen: Chosen): Promise<RawResult[]> {
  const { results } = await pagefind.search(null, { filters: wanted(chosen) });
  const ids = new Set(results.map(({ id }) => id));
  return all.filter(({ id }) => ids.has(id));
}

async function countByLoading(results: readonly RawResult[], chosen: Chosen): Promise<Counts | undefined> {
  if (results.length > mostCounted) return undefined;
  const hits = await loadHits(results, 0, mostCounted);
  return countValues(
    hits.map(({ filters }) => filters),
    chosen,
  );
}

function byScore(a: RawResult, b: RawResult): number {
  return b.score - a.score;
}

/** Reads some results from the index. */
export function loadHits(results: readonly RawResult[], from: number, to: number): Promise<Hit[]> {
  return Promise.all(results.slice(from, to).map(loadHit));
}

/** Without words the index gives its pages in the order in which they were put in: the newest first. */
async function newestFirst(pagefind: Pagefind, results: Iterable<RawResult>): Promise<RawResult[]> {
  const byId = new Map([...results].map((result) => [result.id, result]));
  const all = await pagefind.search(null, {});
  return all.results.flatMap(({ id }) => byId.get(id) ?? []);
}

async function areAllStrays(words: readonly string[], results: readonly RawResult[]): Promise<boolean> {
  return words.length > 0 && areStrays(words, await loadHits(results, 0, evidence));
}

/** What the index is asked for; null for every page. */
function termOf(words: readonly string[]): string | null {
  return words.length === 0 ? null : segmented(words.join(' ')).replaceAll('\u200B', '');
}

/** Values of one facet widen, facets narrow. */
function wanted(chosen: Chosen): Record<string, { any: readonly string[] }> {
  const filters = Object.entries(chosen).filter(([, values]) => values.length > 0);
  return Object.fromEntries(filters.map(([facet, values]) => [facet, { any: values }]));
}
