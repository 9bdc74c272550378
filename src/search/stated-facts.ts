import { factsOf } from './fields.ts';
import type { Fragment } from './fragments.ts';
import { unpack } from './index-files.ts';
import { readWords, type WordPage } from './index-words.ts';
import type { PageToIndex } from './pages-to-index.ts';
import { fragmentPath, wordsPath } from './readable-index.ts';
import { smallIndex } from './small-index.ts';

/** A fact of pages, such as the names of their topics: its own name, and its words as they stand in a source. */
export interface Fact {
  name: string;
  words: string;
}

/** What the index makes of a fact. */
export interface StatedFact {
  /** Its words as results show them. */
  shown: string;
  /** The places of each word in it, and of each form with accents by the word that it is a form of. */
  places: WordPlaces[];
}

export interface WordPlaces {
  word: string;
  /** With accents; undefined for the word itself. */
  form: string | undefined;
  at: readonly number[];
}

/** Asks Pagefind what it makes of some facts, each in a page that says nothing else. In their order. */
export async function statedFacts(language: string, facts: readonly Fact[]): Promise<StatedFact[]> {
  const { index } = await smallIndex(
    language,
    facts.map((fact, number) => pageOf(language, fact, number)),
  );
  if (index === undefined) return [];
  const { table, read } = index;
  const stated = table.pages.map(async ({ id }, number) => {
    const { meta } = JSON.parse(unpack(await read(fragmentPath(id))).toString()) as Fragment;
    return { shown: meta[facts[number]?.name ?? ''] ?? '', places: [] as WordPlaces[] };
  });
  const all = await Promise.all(stated);
  const note = (pages: readonly WordPage[], word: string, form?: string) => {
    for (const { page, places } of pages) {
      const field = table.fields.indexOf(facts[page]?.name ?? '');
      const at = factsOf(places).get(field);
      if (at !== undefined) all[page]?.places.push({ word, form, at });
    }
  };
  for (const { id } of table.chunks)
    for (const [word, { pages, variants }] of readWords(unpack(await read(wordsPath(id))), (page) => page)) {
      note(pages, word);
      for (const [form, having] of variants) note(having, word, form);
    }
  return all;
}

function pageOf(language: string, { name, words }: Fact, number: number): PageToIndex {
  const fact = `<span data-pagefind-meta="${name}[data-words]" data-words="${words}"></span>`;
  // Without a word outside of facts it would not be in the index.
  const content = `<html lang="${language}"><body><article data-pagefind-body>${fact}<p>x</p></article></body></html>`;
  const unneeded = { telling: '', facts: {}, source: '', digest: '', text: '' };
  return { ...unneeded, language, content, path: `${number}.html`, words: () => ['x'] };
}
