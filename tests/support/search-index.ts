import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, vi } from 'vitest';
import { metaWeights } from '../../src/model/search-weights.ts';
import type { Synonyms } from '../../src/model/synonyms.ts';
import { createSearch, type Results } from '../../src/search/answer.ts';
import type { Hit, Pagefind } from '../../src/search/pagefind.ts';
import type { SitePages } from '../../src/search/pages-to-index.ts';
import { writeIndexFiles } from '../../src/search/index-output.ts';
import { updateIndex, type IndexOutcome } from '../../src/search/update-index.ts';
import { parseState } from '../../src/search/state.ts';
import { decodeVocabulary } from '../../src/search/vocabulary.ts';
import { knownWordsFrom, type WordLists } from '../../src/search/word-lists.ts';
import { temporaryFolder } from './content.ts';
import { tableOf } from './indexed-words.ts';

/** A page of the site that is to be found: its path, such as `posts/drift/index.html`, and its source. */
export interface MarkedPage {
  path: string;
  html: string;
}

/** What a search came back with, and the first of its pages. */
export interface Asked {
  results: Results;
  hits: Hit[];
  /** Their addresses. */
  urls: string[];
}

/** A page of a blog in British English as the index is given it. */
export function indexedPage(
  path: string,
  { title, body, facts = '', weight = 1 }: { title: string; body: string; facts?: string; weight?: number },
): MarkedPage {
  const html =
    `<html lang="en-GB"><body><article data-pagefind-body><div hidden data-search-weight="${weight}">` +
    `<span data-pagefind-meta="title[data-words]" data-words="${title}"></span>${facts}</div>` +
    `<header><h1>${title}</h1></header>${body}</article></body></html>`;
  return { path: `${path}/index.html`, html };
}

/** A real index of some pages, in which is searched as in a reader's browser, with files instead of a server. */
export interface OpenIndex {
  ask: (address: string) => Promise<Asked>;
  pagefind: Pagefind;
  close: () => Promise<void>;
}

/** Makes an index of pages, which are given with the newest first. */
export async function openIndex(pages: readonly MarkedPage[], synonyms: Synonyms = []): Promise<OpenIndex> {
  const { dir, remove } = await temporaryFolder();
  await writeIndex(dir, pages, synonyms);
  const { close, ...blog } = await readIndex(dir);
  return { ...blog, close: () => close().then(remove) };
}

/** Writes an index of pages into the folder `pagefind`, with the cache beside it, as a build does that follows another. */
export async function writeIndex(
  dir: string,
  pages: readonly MarkedPage[],
  synonyms: Synonyms = [],
  more: { changed?: SitePages['changed']; compact?: boolean; made?: string } = {},
): Promise<IndexOutcome> {
  await rm(join(dir, 'pagefind'), { recursive: true, force: true });
  const html = new Map(pages.map((page) => [page.path, page.html]));
  const read = (path: string) => Promise.resolve(html.get(path) ?? '');
  const outcome = await updateIndex({
    pages: { all: [...html.keys()], changed: more.changed, read },
    newest: pages.map(({ path }) => `/${path.replace('index.html', '')}`),
    synonyms,
    cacheDir: join(dir, 'cache'),
    made: more.made ?? 'today',
    compact: more.compact ?? false,
  });
  writeIndexFiles(outcome.files, join(dir, 'pagefind'));
  return outcome;
}

const served = new Map<string, string>();
let open = 0;

/** Opens the index that is in the folder `pagefind`. */
export async function readIndex(dir: string): Promise<OpenIndex> {
  const folder = join(dir, 'pagefind');
  const host = `blog-${served.size}.example`;
  served.set(host, folder);
  open += 1;
  // Pagefind asks for these while it is loaded.
  vi.stubGlobal('document', { currentScript: null });
  vi.stubGlobal('fetch', async (address: string) => {
    const { hostname, pathname } = new URL(address);
    const file = join(served.get(hostname) ?? '', pathname.slice('/pagefind/'.length));
    return readFile(file).then(
      (bytes) => new Response(bytes),
      () => new Response('', { status: 404 }),
    );
  });
  const module = (await import(`${pathToFileURL(join(folder, 'pagefind.js')).href}?${served.size}`)) as {
    createInstance: (options: object) => Pagefind;
  };
  const start = async () => {
    const instance = module.createInstance({ basePath: `http://${host}/pagefind/`, noWorker: true });
    await instance.options({ baseUrl: '/', ranking: { metaWeights } });
    return instance;
  };
  const pagefind = await start();
  let counting: Promise<Pagefind> | undefined;
  const lists = JSON.parse(await readFile(join(folder, 'words.json'), 'utf8')) as WordLists;
  const vocabulary = decodeVocabulary(await readFile(join(folder, 'vocabulary.txt'), 'utf8'));
  const search = createSearch(
    { pagefind, counting: () => (counting ??= start()) },
    {
      known: () => Promise.resolve(knownWordsFrom(lists)),
      vocabulary: () => Promise.resolve(vocabulary),
    },
  );
  return {
    ask: async (address) => {
      const results = await search(parseState(new URLSearchParams(address)));
      const hits = await results.load(0, 10);
      return { results, hits, urls: hits.map(({ url }) => url) };
    },
    pagefind,
    close: () => {
      open -= 1;
      if (open === 0) vi.unstubAllGlobals();
      return Promise.resolve();
    },
  };
}

/** Everything that the index in the folder `pagefind` says to some queries, and its words. */
export async function everythingFound(dir: string, queries: readonly string[]) {
  const { pagefind, close } = await readIndex(dir);
  // An index looks in all files that it has loaded, and finds more words that begin with those of a query in more of them. How
  // words are divided into files may differ, so all are loaded.
  for (const { from } of (await tableOf(dir)).chunks) await pagefind.search(from, {});
  const filters = await pagefind.filters();
  const answers: Record<string, { scores: number[]; [said: string]: unknown }> = {};
  for (const query of [null, ...queries]) {
    const found = await pagefind.search(query, {});
    const hits = await Promise.all(found.results.slice(0, 4).map(({ data }) => data()));
    answers[query ?? 'everything'] = {
      all: found.unfilteredResultCount,
      filters: found.filters,
      results: found.results.map(({ id }) => id),
      scores: found.results.map(({ score }) => score),
      hits: hits.map(({ url, meta, filters: values, excerpt, anchors }) => ({
        ...{ url, meta, values, excerpt, anchors },
      })),
    };
  }
  await close();
  const words = (file: string) => readFile(join(dir, 'pagefind', file), 'utf8');
  return { filters, answers, vocabulary: await words('vocabulary.txt'), lists: await words('words.json') };
}

type Found = Awaited<ReturnType<typeof everythingFound>>;

/**
 * The same, to be expected of another index with the same pages. A score is a sum of up to a thousand numbers of 32 bits: its last
 * digits depend on the order of the sum, and that on how the words are divided into files.
 */
export function asGoodAs(found: Found) {
  const answers = Object.entries(found.answers).map(([query, { scores, ...said }]) => [
    query,
    { ...said, scores: scores.map(nearly) },
  ]);
  return { ...found, answers: Object.fromEntries(answers) as unknown };
}

// A number of 32 bits has seven, and a long page of two thousand was found to differ by seven in a hundred thousand. That its words
// stand in the same places is known from `indexedWords`.
const digits = 3;

function nearly(score: number): unknown {
  return score > 0 ? expect.closeTo(score, digits - Math.log10(score)) : score;
}
