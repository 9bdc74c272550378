import { readCbor, writeCbor } from './cbor.ts';
import type { IndexWord, IndexWords, WordPage } from './index-words.ts';

/** The words of an index that has its facts in one order, as they are in an index with those of `fields`. */
export function refieldedWords(
  words: IndexWords,
  own: readonly string[],
  fields: readonly string[],
): Map<string, IndexWord> {
  const places = own.map((field) => fields.indexOf(field));
  const refielding = (pages: readonly WordPage[]) =>
    pages.map((page) => ({ ...page, places: refielded(page.places, places) }));
  return new Map(
    [...words].map(([word, { pages, variants }]) => [
      word,
      {
        pages: refielding(pages),
        variants: new Map([...variants].map(([form, having]) => [form, refielding(having)])),
      },
    ]),
  );
}

/**
 * The places of a word on a page, with the facts in which it stands counted in another way: `fields` has for each number the
 * one that it gets. A fact begins with its number, as one below zero.
 */
function refielded(places: Uint8Array, fields: readonly number[]): Uint8Array {
  if (fields.every((field, index) => field === index)) return places;
  const reader = readCbor(places);
  reader.skipNumbers();
  const writer = writeCbor();
  writer.raw(places.subarray(0, reader.position()));
  const facts = reader.array();
  writer.array(facts);
  for (let left = facts; left > 0; left -= 1) {
    const number = reader.int();
    writer.int(number < 0 ? -1 - (fields[-1 - number] ?? 0) : number);
  }
  return writer.bytes();
}

/** In which facts a word stands on a page, by their numbers, with its places in each. */
export function factsOf(places: Uint8Array): Map<number, number[]> {
  const reader = readCbor(places);
  reader.skipNumbers();
  const facts = new Map<number, number[]>();
  let current: number[] = [];
  for (let left = reader.array(); left > 0; left -= 1) {
    const number = reader.int();
    if (number < 0) facts.set(-1 - number, (current = []));
    else current.push(number);
  }
  return facts;
}

/** The places of a word on a page with other ones in one of its facts. Undefined when it stands nowhere any more. */
export function withFact(
  places: Uint8Array | undefined,
  fact: number,
  at: readonly number[],
): Uint8Array | undefined {
  const facts = places === undefined ? new Map<number, readonly number[]>() : factsOf(places);
  if (at.length > 0) facts.set(fact, at);
  else facts.delete(fact);
  const text = places === undefined ? noPlaces : inText(places);
  if (text.length === noPlaces.length && facts.size === 0) return undefined;
  const writer = writeCbor();
  writer.raw(text);
  const numbers = [...facts].flatMap(([number, own]) => [-1 - number, ...own]);
  writer.array(numbers.length);
  for (const number of numbers) writer.int(number);
  return writer.bytes();
}

/** A list without any number. */
const noPlaces = Uint8Array.of(0x80);

/** The list of the places in the text. */
function inText(places: Uint8Array): Uint8Array {
  const reader = readCbor(places);
  reader.skipNumbers();
  return places.subarray(0, reader.position());
}
