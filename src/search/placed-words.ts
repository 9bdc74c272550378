import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chunkOf, withWord } from './chunk-ranges.ts';
import { digestName } from './digests.ts';
import type { RestatedFacts } from './fact-changes.ts';
import { withFact } from './fields.ts';
import { packTight, unpack, type WordChunk } from './index-files.ts';
import { printWords, readWords, type IndexWord, type IndexWords, type WordPage } from './index-words.ts';
import type { MainIndex } from './main-index.ts';
import { wordsPath } from './readable-index.ts';
import type { StatedFact } from './stated-facts.ts';

/** Where a word stands now in the facts of pages, by the numbers of the pages and of the facts. */
type Places = Map<number, Map<number, readonly number[]>>;

/** The changed places of a word, and of each form of it with accents. */
interface ChangedWord {
  pages: Places;
  variants: Map<string, Places>;
}

/** The files of words of a main index after other facts are put into them; those that are others are given to `write`. */
export async function chunksWithPlaces(
  { table, state, folder }: MainIndex,
  changes: readonly RestatedFacts[],
  write: (path: string, bytes: Uint8Array) => void,
): Promise<WordChunk[]> {
  const ofChunk = new Map<number, Map<string, ChangedWord>>();
  for (const [word, changed] of changedWords(changes)) {
    const place = chunkOf(word, table.chunks);
    const own = ofChunk.get(place) ?? new Map<string, ChangedWord>();
    ofChunk.set(place, own.set(word, changed));
  }
  const chunks: WordChunk[] = [];
  for (const [place, chunk] of table.chunks.entries()) {
    const changed = ofChunk.get(place);
    if (changed === undefined) {
      chunks.push(chunk);
      continue;
    }
    const before = readWords(unpack(await readFile(join(folder, wordsPath(chunk.id)))), (page) => page);
    const words = placedWords(before, changed);
    if (words.size === 0) continue;
    const bytes = printWords(words).bytes();
    const id = `${state.language}_${digestName(bytes)}`;
    write(wordsPath(id), await packTight(bytes));
    const next = table.chunks[place + 1];
    const reaching = [...words.keys()].reduce((reached, word) => withWord(reached, word, next), chunk);
    chunks.push({ ...reaching, id });
  }
  return chunks;
}

function changedWords(changes: readonly RestatedFacts[]): Map<string, ChangedWord> {
  const words = new Map<string, ChangedWord>();
  for (const { number, facts } of changes)
    for (const { field, before, now } of facts)
      for (const { word, form, at } of changedPlaces(before, now)) {
        const changed: ChangedWord = words.get(word) ?? { pages: new Map(), variants: new Map() };
        words.set(word, changed);
        const known = form === undefined ? changed.pages : changed.variants.get(form);
        const places: Places = known ?? new Map<number, Map<number, readonly number[]>>();
        if (form !== undefined) changed.variants.set(form, places);
        const ofPage = places.get(number) ?? new Map<number, readonly number[]>();
        places.set(number, ofPage.set(field, at));
      }
  return words;
}

/** The places in a fact of words that stood elsewhere in it before; none of those that stand in it no more. */
function changedPlaces(before: StatedFact, now: StatedFact): StatedFact['places'] {
  const key = ({ word, form = '' }: StatedFact['places'][number]) => `${word} ${form}`;
  const known = new Map(before.places.map((place) => [key(place), place]));
  const changed = now.places.filter((place) => {
    const was = known.get(key(place));
    known.delete(key(place));
    return was?.at.join() !== place.at.join();
  });
  return [...changed, ...[...known.values()].map((place) => ({ ...place, at: [] }))];
}

function placedWords(words: IndexWords, changes: ReadonlyMap<string, ChangedWord>): IndexWords {
  const after = new Map(words);
  for (const [word, { pages, variants }] of changes) {
    const known: IndexWord = after.get(word) ?? { pages: [], variants: new Map() };
    const forms = new Map(known.variants);
    for (const [form, places] of variants) forms.set(form, placedPages(forms.get(form) ?? [], places));
    for (const [form, having] of forms) if (having.length === 0) forms.delete(form);
    const placed = { pages: placedPages(known.pages, pages), variants: forms };
    if (placed.pages.length + forms.size > 0) after.set(word, placed);
    else after.delete(word);
  }
  return after;
}

function placedPages(pages: readonly WordPage[], changes: Places): WordPage[] {
  const after = new Map(pages.map(({ page, places }) => [page, places]));
  for (const [page, facts] of changes) {
    let places = after.get(page);
    for (const [field, at] of facts) places = withFact(places, field, at);
    if (places === undefined) after.delete(page);
    else after.set(page, places);
  }
  return [...after].map(([page, places]) => ({ page, places })).sort((a, b) => a.page - b.page);
}
