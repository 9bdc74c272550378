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
