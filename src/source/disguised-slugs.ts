import { lookAlikes } from '../model/similar.ts';
import type { FoundEntry } from './walk.ts';

interface Disguise {
  path: string;
  message: string;
  mend: string;
}

// The letters of other scripts that are drawn like a–z, and the letters that a reader takes them for.
const foreign = 'аеорсухіѕјԁһԛԝʋονικαɡıɑꞓոօ';
const latin = 'aeopcyxisjdhqwvovikagiacno';
const drawnAlike = new Map(Array.from(foreign, (letter, index) => [letter, latin.charAt(index)]));

/** A name with the Latin letters that its reader sees. */
export function inLatin(name: string): string {
  return Array.from(name, (sign) => drawnAlike.get(sign) ?? sign).join('');
}

/** Slugs with letters that only look like a–z, or that look like the slug of another entry. */
export function disguisedSlugs(entries: readonly FoundEntry[]): Disguise[] {
  const inForeignLetters = entries.flatMap(({ path, slug }) => {
    const letter = Array.from(slug).find((sign) => drawnAlike.has(sign));
    if (letter === undefined) return [];
    const message = `The letter "${letter}" in this file name is not the "${drawnAlike.get(letter) ?? ''}" of the Latin alphabet, although it looks like it.`;
    return { path, message, mend: `Type the name again: "${inLatin(slug)}".` };
  });
  const byCollection = Map.groupBy(entries, ({ collection }) => collection);
  const alike = [...byCollection.values()].flatMap((own) =>
    lookAlikes(own).map(({ path, slug, other }) => ({
      path,
      message: `Readers could take the slug "${slug}" for "${other.slug}", which is ${other.path}.`,
      mend: 'Give it a name of its own.',
    })),
  );
  return [...inForeignLetters, ...alike];
}
