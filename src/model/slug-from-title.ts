import { transliterate } from 'transliteration';
import { isWindowsDevice } from './file-name.ts';

const longest = 60;

/**
 * The file name, and so the address, of a post with this title: its words in the letters a–z, at most 60 characters. A title
 * that gives none, such as one of emoji, is called `otherwise`, which is a slug itself.
 */
export function slugFromTitle(title: string, otherwise = 'post'): string {
  const words = transliterate(title.normalize('NFKC'))
    .toLowerCase()
    // Apostrophes, and the signs that stand for some letters in Latin script, part no words.
    .replace(/(?<=[a-z0-9])['’`"](?=[a-z0-9])/gu, '')
    .split(/[^a-z0-9]+/u)
    .filter((word) => word !== '');
  const slug = asManyAsFit(words);
  if (slug === '') return otherwise;
  return isWindowsDevice(slug) ? `${slug}-post` : slug;
}

function asManyAsFit(words: readonly string[]): string {
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug;
}

/** The slug itself, or with the first number behind it that makes it one that nothing else has. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let free = slug;
  for (let number = 2; isTaken(free); number += 1) free = `${slug}-${number}`;
  return free;
}
