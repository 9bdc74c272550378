import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { vi } from 'vitest';
import { metaWeights } from '../../src/model/search-weights.ts';
import type { Synonyms } from '../../src/model/synonyms.ts';
import { createSearch, type Results } from '../../src/search/answer.ts';
import { closeIndexing, indexPages, type MarkedPage } from '../../src/search/index-pages.ts';
import type { Hit, Pagefind } from '../../src/search/pagefind.ts';
import { parseState } from '../../src/search/state.ts';
import { decodeVocabulary } from '../../src/search/vocabulary.ts';
import { knownWordsFrom, type WordLists } from '../../src/search/word-lists.ts';
import { temporaryFolder } from './content.ts';

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

/** Makes a real index of some pages and searches in it as a reader's browser does, with files instead of a server. */
export async function openIndex(
  pages: readonly MarkedPage[],
  synonyms: Synonyms = [],
): Promise<{ ask: (address: string) => Promise<Asked>; close: () => Promise<void> }> {
  const { dir, remove } = await temporaryFolder();
  const folder = join(dir, 'pagefind');
  const read = async (name: string) => readFile(join(folder, name));
  await indexPages(oneBatch(pages), synonyms, folder);
  await closeIndexing();
  // Pagefind asks for these while it is loaded.
  vi.stubGlobal('document', { currentScript: null });
  vi.stubGlobal(
    'fetch',
    async (url: string) => new Response(await read(new URL(url).pathname.slice('/pagefind/'.length))),
  );
  const module = (await import(pathToFileURL(join(folder, 'pagefind.js')).href)) as {
    createInstance: (options: object) => Pagefind;
  };
  const open = async () => {
    const instance = module.createInstance({ basePath: 'http://blog.example/pagefind/', noWorker: true });
    await instance.options({ baseUrl: '/', ranking: { metaWeights } });
    return instance;
  };
  const [pagefind, counting] = [await open(), await open()];
  const lists = JSON.parse((await read('words.json')).toString()) as WordLists;
  const vocabulary = decodeVocabulary((await read('vocabulary.txt')).toString());
  const search = createSearch(
    { pagefind, counting: () => Promise.resolve(counting) },
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
    close: async () => {
      vi.unstubAllGlobals();
      await remove();
    },
  };
}

async function* oneBatch(pages: readonly MarkedPage[]): AsyncGenerator<readonly MarkedPage[]> {
  yield await Promise.resolve(pages);
}
