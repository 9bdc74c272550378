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
  /** As the index has them: the places of each word in it, and of each form with accents by the word that it is a form of. */
  places: WordPlaces[];
}

export interface WordPlaces {
  word: string;
  /** With accents; undefined for the word itself. */
  form: string | undefined;
  at: readonly number[];
}

/** A part of a fact, with places that are counted from its beginning, and how many there are: there the next part begins. */
interface StatedPart extends StatedFact {
  length: number;
}

/**
 * Asks Pagefind what it makes of some facts. In their order. Thousands of lists of names are made of the same few, and words are
 * what stands between spaces, so that each name is asked for once.
 */
export async function statedFacts(language: string, facts: readonly Fact[]): Promise<StatedFact[]> {
  const key = ({ name, words }: Fact) => `${name} ${words}`;
  const parts = facts.map(partsOf);
  const asked = new Map(parts.flat().map((part) => [key(part), part]));
  const answers = await statedParts(language, [...asked.values()]);
  const known = new Map([...asked.keys()].map((part, place) => [part, answers[place]]));
  return parts.map((own) => joined(own.flatMap((part) => known.get(key(part)) ?? [])));
}

/** The names of a list, each with the comma behind it. */
function partsOf({ name, words }: Fact): Fact[] {
  return words.split(/(?<=,) /u).map((part) => ({ name, words: part }));
}

function joined(parts: readonly StatedPart[]): StatedFact {
  const places = new Map<string, WordPlaces>();
  let before = 0;
  for (const { places: own, length } of parts) {
    for (const { word, form, at } of own) {
      const key = `${word} ${form ?? ''}`;
      const known = places.get(key)?.at ?? [];
      places.set(key, { word, form, at: [...known, ...at.map((place) => before + place)] });
    }
    before += length;
  }
  const stated = [...places.values()].map((place) => ({ ...place, at: stepsOf(place.at) }));
  return { shown: parts.map(({ shown }) => shown).join(' '), places: stated };
}

/** The index says of each place but the first how far it is from the one before. */
function stepsOf(places: readonly number[]): number[] {
  return places.map((place, index) => place - (places[index - 1] ?? 0));
}

function placesOf(steps: readonly number[]): number[] {
  let place = 0;
  return steps.map((step) => (place += step));
}

/** A word that every page has, and every part ends with, so that its place says how many others there are. */
const end = 'x';

/** Each part in a page that says nothing else. */
async function statedParts(language: string, parts: readonly Fact[]): Promise<StatedPart[]> {
  const { index } = await smallIndex(
    language,
    parts.map((part, number) => pageOf(language, part, number)),
  );
  if (index === undefined) return [];
  const { table, read } = index;
  const stated = table.pages.map(async ({ id }, number) => {
    const { meta } = JSON.parse(unpack(await read(fragmentPath(id))).toString()) as Fragment;
    const shown = (meta[parts[number]?.name ?? ''] ?? '').slice(0, -end.length).trimEnd();
    return { shown, places: [] as WordPlaces[], length: 0 };
  });
  const all = await Promise.all(stated);
  const note = (pages: readonly WordPage[], word: string, form?: string) => {
    for (const { page, places } of pages) {
      const [part, field] = [all[page], table.fields.indexOf(parts[page]?.name ?? '')];
      const steps = factsOf(places).get(field);
      if (steps === undefined || part === undefined) continue;
      const at = placesOf(steps);
      if (word === end && form === undefined) part.length = at.pop() ?? 0;
      if (at.length > 0) part.places.push({ word, form, at });
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
  const fact = `<span data-pagefind-meta="${name}[data-words]" data-words="${words} ${end}"></span>`;
  // Without a word outside of facts it would not be in the index.
  const content = `<html lang="${language}"><body><article data-pagefind-body>${fact}<p>${end}</p></article></body></html>`;
  const unneeded = { telling: '', facts: {}, source: '', digest: '', text: '' };
  return { ...unneeded, language, content, path: `${number}.html`, words: () => [end] };
}
