import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Synonyms } from '../model/synonyms.ts';
import { comparePages, type ComparedPages } from './changed-pages.ts';
import { foldDelta } from './fold.ts';
import { makeDelta } from './delta.ts';
import type { IndexFile } from './index-output.ts';
import { closeIndexing } from './index-process.ts';
import { noteSources, readMain, type MainIndex } from './main-index.ts';
import { restatedPages, withOtherFacts } from './other-facts.ts';
import { pageChanges } from './page-changes.ts';
import {
  inIndexOrder,
  pageToIndex,
  type IndexedSite,
  type PageToIndex,
  type SitePages,
} from './pages-to-index.ts';
import { putTogether } from './put-together.ts';
import { smallIndex } from './small-index.ts';
import { makeMain } from './whole-index.ts';
import { countWords } from './word-counts.ts';
import { wordFiles } from './word-files.ts';

export interface IndexRequest {
  pages: SitePages;
  /** The permalinks of pages with a date, the newest first. */
  newest: readonly string[];
  synonyms: Synonyms;
  /** Where the main index is kept from build to build. */
  cacheDir: string;
  /** What decides how pages are indexed, from `indexFingerprint`. */
  made: string;
  /** Leaves no delta. */
  compact?: boolean;
}

/** How an index came about, and how many pages are in it. */
export interface IndexOutcome {
  /** Folded: the delta became a part of the main index. */
  how: 'whole' | 'folded' | 'delta' | 'as it was';
  pages: number;
  /** How many of them are new or have changed since the main index was made. */
  changed: number;
  /** For the next build, which can then say which pages have changed since. */
  site?: IndexedSite;
  /** All that readers get of it; nothing without any page. */
  files: readonly IndexFile[];
}

// A delta is made anew by every build, and a part of it is loaded by every reader who searches.
const leastToFold = 100;
const shareToFold = 0.03;
/** For fewer pages with other facts, a delta keeps what readers have loaded. */
const leastToRestate = 50;
/** From here on it takes longer to change an index than to make it. */
const shareToStartAgain = 0.6;
/** When an index has grown by so much, its files are no longer of a good size. */
const shareToDivideAgain = 0.25;

/** So many pages may look otherwise, with the same for the index, before that is written down. */
const mostUnnoted = 64;

/**
 * Makes a search index of the pages of a site, and beside it the words of the blog. What has not changed since the main index
 * was made is taken from there; when there is none, or much has changed, all pages are indexed. Throws when a page cannot be
 * read by the index.
 */
export async function updateIndex(request: IndexRequest): Promise<IndexOutcome> {
  const { pages, newest, cacheDir, made } = request;
  const order = inIndexOrder(pages.all, newest);
  try {
    const known = await readMain(cacheDir, made);
    const updated = known && (await updateFrom(known, order, request));
    if (updated !== undefined) return updated;
    const main = await makeMain({ cacheDir, made }, order, pages.read);
    if (main === undefined) return { how: 'whole', pages: 0, changed: 0, files: [] };
    const count = main.state.pages.length;
    const site = { main: main.digest, different: [] };
    return { how: 'whole', pages: count, changed: count, site, files: await filesOf(main, request) };
  } finally {
    await closeIndexing();
  }
}

/** Makes the index of the main one and of what has changed; undefined when that is not worth it. */
async function updateFrom(
  main: MainIndex,
  order: readonly string[],
  request: IndexRequest,
): Promise<IndexOutcome | undefined> {
  const { pages: site, cacheDir } = request;
  const most = leastToFold + main.state.divided * shareToStartAgain;
  const compared = await comparePages(main, order, site, most);
  if (compared === undefined || compared.pages.length === 0) return undefined;
  const restated = restatedPages(main, compared.changed);
  if (restated.length < leastToRestate) return updateTo(compared, main, request);
  const folded = await withOtherFacts(cacheDir, main, restated, compared);
  if (folded === undefined) return undefined;
  for (const { page } of restated) compared.changed.delete(page.path);
  const different = [...compared.changed.keys()];
  const outcome = await updateTo({ ...compared, different }, folded, request);
  if (outcome === undefined || outcome.how !== 'as it was') return outcome;
  return { ...outcome, how: 'folded', changed: restated.length };
}

/** Makes the index of pages that were compared with the main one. */
async function updateTo(
  { pages, others, changed, different }: ComparedPages,
  main: MainIndex,
  request: IndexRequest,
): Promise<IndexOutcome | undefined> {
  const { pages: site, cacheDir, compact = false } = request;
  const { state } = main;
  const most = leastToFold + state.divided * shareToStartAgain;
  const changes = pageChanges(state.pages, pages);
  const { added, gone } = changes;
  const grown = pages.length - state.divided;
  if (Math.max(gone.length, added.length) > most) return undefined;
  if (grown > leastToFold + state.divided * shareToDivideAgain) return undefined;
  const outcome = { pages: pages.length, changed: added.length };
  const isWorthNoting = different.length - changed.size > mostUnnoted;
  const noted = isWorthNoting ? await noteSources(cacheDir, main, [...pages, ...others]) : main;
  const seen = { main: noted.digest, different: isWorthNoting ? [...changed.keys()] : different };
  if (added.length + gone.length === 0) {
    return { how: 'as it was', ...outcome, site: seen, files: await filesOf(noted, request) };
  }

  const fresh: PageToIndex[] = [];
  for (const number of added) {
    const { path = '' } = pages[number] ?? {};
    const page = changed.get(path) ?? pageToIndex(path, await site.read(path)).prepared();
    if (page !== undefined) fresh.push(page);
  }
  const { index, words } = await smallIndex(state.language, fresh);
  // A page without any words is in no index, and would put all numbers out.
  if ((index?.table.pages.length ?? 0) !== added.length) return undefined;
  const read = async (path: string) => readFile(join(main.folder, path));
  const delta = await makeDelta(state.language, changes, { table: main.table, read }, index);
  const counts = await countsAfter(main, gone, words);

  const stays = new Set(pages.map(({ path }) => path));
  // Whoever takes a page away expects that nobody can read it any more, and beside a delta the words of the main index stay.
  const isTakenAway = gone.some((number) => !stays.has(state.pages[number]?.path ?? ''));
  const isLarge = added.length > Math.max(leastToFold, state.pages.length * shareToFold);
  if (compact || isTakenAway || isLarge) {
    const after = { pages, others, counts: [...counts] };
    const texts = words.map((own) => own.join(' '));
    const folded = await foldDelta(cacheDir, main, delta, changes, after, texts);
    const site = { main: folded.digest, different: [] };
    return { how: 'folded', ...outcome, site, files: await filesOf(folded, request) };
  }
  const offered = { ...request, counts, pages: pages.length, guess: state.offered };
  const files = [...(await putTogether(main, delta)), ...wordFiles(offered)];
  return { how: 'delta', ...outcome, site: seen, files };
}

async function filesOf(main: MainIndex, { synonyms }: IndexRequest): Promise<IndexFile[]> {
  const { counts, pages, offered } = main.state;
  const words = { counts: new Map(counts), pages: pages.length, synonyms, guess: offered };
  return [...(await putTogether(main, undefined)), ...wordFiles(words)];
}

/** On how many pages each word stands without some pages of an index, and with the words of others. */
async function countsAfter(
  main: MainIndex,
  gone: readonly number[],
  words: readonly (readonly string[])[],
): Promise<Map<string, number>> {
  const counts = new Map(main.state.counts);
  const before = await main.words();
  for (const number of gone) countWords(counts, before[number]?.toString().split(' ') ?? [], -1);
  for (const own of words) countWords(counts, own, 1);
  return counts;
}
