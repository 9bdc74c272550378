import { metaWeights } from '../model/search-weights.ts';
import { createSearch, type Search } from './answer.ts';
import { isPagefind, type Pagefind } from './pagefind.ts';
import { decodeVocabulary, vocabularyFile, type Vocabulary } from './vocabulary.ts';
import { knownWordsFrom, wordListsFile, type KnownWords, type WordLists } from './word-lists.ts';
import { allowSearchWorker } from './worker-policy.ts';

const indexFolder = '/pagefind/';
// A value, so that the bundler does not look for a file that is made after it.
const modulePath = `${indexFolder}pagefind.js`;

const options = {
  excerptLength: 32,
  excerptEllipsis: '…',
  ranking: { metaWeights },
};

let search: Promise<Search> | undefined;
let failures = 0;

/** Loads the index that the build made, once. Fails when there is none, or when the network does; then it can be tried again. */
export function openSearch(): Promise<Search> {
  search ??= load().catch((error: unknown) => {
    search = undefined;
    failures += 1;
    throw error;
  });
  return search;
}

/** Loads the index ahead of its use; when that fails, it is said at the first question. */
export function warmSearch(): void {
  openSearch().catch(() => undefined);
}

async function load(): Promise<Search> {
  // Browsers remember for a whole visit that a program could not be loaded, but by its address.
  const pagefind = await loadPagefind(failures === 0 ? modulePath : `${modulePath}?again=${failures}`);
  const ask = createSearch(
    { pagefind, counting: openCounting },
    { known: loadKnownWords, vocabulary: loadVocabulary },
  );
  return async (state) => {
    const results = await ask(state);
    if (results.unfiltered === 0 && state.query !== '') await assertReachable();
    return results;
  };
}

async function loadPagefind(path: string): Promise<Pagefind> {
  allowSearchWorker(globalThis);
  const pagefind: unknown = await import(/* @vite-ignore */ path);
  if (!isPagefind(pagefind)) throw new Error('The search program is not what was expected.');
  try {
    await pagefind.options(options);
    await pagefind.init();
  } catch (error) {
    await pagefind.destroy();
    throw error;
  }
  return pagefind;
}

let counting: Promise<Pagefind> | undefined;
let countingFailures = 0;

/** The index that counts, loaded when somebody first looks at the filters. */
function openCounting(): Promise<Pagefind> {
  // Another address makes another program, with a worker of its own that keeps no search waiting.
  return (counting ??= loadPagefind(`${modulePath}?counting=${countingFailures}`).catch((error: unknown) => {
    counting = undefined;
    countingFailures += 1;
    throw error;
  }));
}

/** Pagefind takes a part of its index that cannot be loaded for an empty one. Throws when nothing can be loaded now. */
async function assertReachable(): Promise<void> {
  const response = await fetch(`${indexFolder}pagefind-entry.json`, { method: 'HEAD', cache: 'no-store' });
  if (!response.ok) throw new Error(`The search index answered with ${response.status}.`);
}

let lists: Promise<KnownWords> | undefined;
let vocabulary: Promise<Vocabulary> | undefined;

/** Without them, a search still finds what is asked in the words of the blog. */
function loadKnownWords(): Promise<KnownWords> {
  return (lists ??= fetch(indexFolder + wordListsFile)
    .then(async (response) => {
      if (!response.ok) throw new Error(`The lists of words: ${response.status}`);
      // It is our own file, made from its type.
      return knownWordsFrom((await response.json()) as WordLists);
    })
    .catch(() => {
      lists = undefined;
      return knownWordsFrom({ synonyms: [], common: [] });
    }));
}

/** Without its words, a search still finds what is spelt right. */
function loadVocabulary(): Promise<Vocabulary> {
  return (vocabulary ??= fetch(indexFolder + vocabularyFile)
    .then(async (response) => {
      if (!response.ok) throw new Error(`The vocabulary: ${response.status}`);
      return decodeVocabulary(await response.text());
    })
    .catch(() => {
      vocabulary = undefined;
      return decodeVocabulary('');
    }));
}
