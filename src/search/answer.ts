import { littleWordsWorth, otherWordsWorth } from '../model/search-weights.ts';
import { corrections, isUnknown, likelier } from './corrected.ts';
import type { Counts } from './facets.ts';
import {
  findPlainly,
  isPlain,
  loadHits,
  narrow,
  poolOfQuery,
  together,
  type Finding,
  type Pool,
} from './finding.ts';
import { valued, type Hit, type Pagefind, type RawResult } from './pagefind.ts';
import { parseQuery, printQuery, type Query } from './query.ts';
import type { SearchState } from './state.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { KnownWords } from './word-lists.ts';

/** What a search comes back with. */
export interface Results {
  total: number;
  /** How many there would be without filters. */
  unfiltered: number;
  /** What was looked for instead, when nothing has the words as they were typed. */
  instead?: string;
  /** How many of them, the last ones, have only some of the words. */
  partly?: number;
  /** What else may have been meant, when there is little or another word was looked for. */
  suggestions?: readonly string[];
  /** Words of the blog that come nearest to those that it does not have, when there is nothing. */
  nearest?: readonly string[];
  /** How many results each value of a filter would give; undefined where there are too many to be counted. */
  counts: () => Promise<Counts | undefined>;
  /** Reads some of them from the index. */
  load: (from: number, to: number) => Promise<Hit[]>;
}

export type Search = (state: SearchState) => Promise<Results>;

/** What the blog knows of its words. Each is loaded when it is asked for. */
export interface WordSources {
  known: () => Promise<KnownWords>;
  vocabulary: () => Promise<Vocabulary>;
}

/** Where a search looks. */
export interface Indexes {
  pagefind: Pagefind;
  /**
   * The same index once more, for counting. An index with its filters loaded counts at every question, and takes twenty
   * times as long for it: 200 ms and not 10 in a blog of 10,000 posts.
   */
  counting: () => Promise<Pagefind>;
}

/** With fewer results than this, a search also looks for what has only some of the words. */
const enough = 3;
const mostPartly = 30;
const mostNearest = 5;
const mostSuggested = 2;
/** A page with some of the words is shown when it is worth this share of the best of them. */
const leastShare = 0.2;

/** Makes a search out of an index and the words of a blog. */
export function createSearch({ pagefind, counting }: Indexes, sources: WordSources): Search {
  return async (state) => {
    const query = parseQuery(state.query);
    const direct = await find(query);
    if (direct.unfiltered >= enough || query.words.length === 0) return resultsOf(direct);
    const [known, vocabulary] = await Promise.all([sources.known(), sources.vocabulary()]);
    const isKnown = (word: string) => !isUnknown(word, vocabulary) || known.otherWords([word]).length > 0;
    const printed = (words: string[]) => printQuery({ ...query, words });
    if (direct.unfiltered === 0) {
      const meant = corrections(query.words, vocabulary, isKnown);
      for (const words of meant) {
        const found = await find({ ...query, words });
        if (found.unfiltered === 0) continue;
        const others = meant.filter((one) => one !== words).slice(0, mostSuggested);
        return resultsOf(found, { instead: printed(words), suggestions: others.map(printed) });
      }
    }
    const meant = direct.unfiltered > 0 ? likelier(query.words, vocabulary) : undefined;
    const suggestions = meant === undefined ? [] : [printed(meant)];
    const some =
      query.phrases.length > 0 ? new Map<string, RawResult>() : await someWords(query, known, isKnown);
    const own = new Set(direct.results.map(({ id }) => id));
    if (direct.unfiltered + some.size === 0)
      return resultsOf(direct, { nearest: nearestOf(query, vocabulary) });
    if ([...some.keys()].every((id) => own.has(id))) return resultsOf(direct, { suggestions });
    const pool = new Map([
      ...some,
      ...direct.results.map((result) => [result.id, above(some, result)] as const),
    ]);
    const both = await narrow(pagefind, pool, state);
    const partly = both.results.filter(({ id }) => !own.has(id)).length;
    return resultsOf(both, { suggestions, partly });

    async function find(asked: Query): Promise<Finding> {
      const wordings = wordingsOf(asked, await sources.known());
      return isPlain(asked) && wordings.flat().length === 1
        ? findPlainly(pagefind, asked.words, state, counting)
        : narrow(pagefind, await poolOfWordings(wordings), inOrder(asked, state));
    }
  };

  /** Pages with one of the wordings: what they are worth is the sum over its parts, and the most of all wordings. */
  async function poolOfWordings(wordings: readonly Wording[]): Promise<Pool> {
    const pools = wordings.map(async (parts) =>
      together(
        await Promise.all(parts.map(({ query, worth }) => poolOfQuery(pagefind, query, worth))),
        'all',
      ),
    );
    return together(await Promise.all(pools), 'most');
  }

  /** The pages that have some of the words, those with the most of them first. */
  async function someWords(
    { words, without }: Query,
    known: KnownWords,
    isKnown: (word: string) => boolean,
  ): Promise<Pool> {
    const telling = words.filter((word) => isKnown(word) && !known.isLittle(word));
    if (words.length < 2) return new Map();
    const pools = await Promise.all(
      telling.map((word) => poolOfWordings(wordingsOf({ words: [word], phrases: [], without }, known))),
    );
    const counts = new Map<string, number>();
    for (const pool of pools) for (const id of pool.keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const scored = [...together(pools, 'all').values()]
      .map((result) => valued(result, result.score * (counts.get(result.id) ?? 1)))
      .sort((a, b) => b.score - a.score);
    const least = (scored[0]?.score ?? 0) * leastShare;
    const best = scored.slice(0, mostPartly).filter(({ score }) => score >= least);
    return new Map(best.map((result) => [result.id, result]));
  }
}

/** A query in one wording: without the words that a page may lack, and with them, which adds a little. */
type Wording = readonly { query: Query; worth: number }[];

/** The query in its own words and in others. */
function wordingsOf(query: Query, { otherWords, isLittle }: KnownWords): Wording[] {
  const others = otherWords(query.words).map(({ words, phrases }) => ({
    query: { ...query, words, phrases: [...query.phrases, ...phrases] },
    worth: otherWordsWorth,
  }));
  return [{ query, worth: 1 }, ...others].map((whole) => {
    const { words } = whole.query;
    const telling = words.filter((word) => !isLittle(word));
    if (telling.length === 0 || telling.length === words.length) return [whole];
    const bare = { ...whole, query: { ...whole.query, words: telling } };
    return [bare, { ...whole, worth: whole.worth * littleWordsWorth }];
  });
}

/** A result with all the words, before every one with some. */
function above(some: Pool, result: RawResult): RawResult {
  const best = Math.max(0, ...[...some.values()].map(({ score }) => score));
  return valued(result, best + 1 + result.score);
}

function nearestOf({ words }: Query, vocabulary: Vocabulary): string[] {
  const unknown = words.filter((word) => isUnknown(word, vocabulary));
  return unknown.flatMap((word) => vocabulary.nearest(word, mostNearest)).slice(0, mostNearest);
}

/** Without anything to look for there is no relevance. */
function inOrder({ words, phrases }: Query, state: SearchState): SearchState {
  return words.length + phrases.length === 0 ? { ...state, order: 'newest' } : state;
}

function resultsOf(
  { results, unfiltered, counts }: Finding,
  more: Partial<Pick<Results, 'instead' | 'partly' | 'suggestions' | 'nearest'>> = {},
): Results {
  return {
    total: results.length,
    unfiltered,
    counts,
    ...more,
    load: (from, to) => loadHits(results, from, to),
  };
}
