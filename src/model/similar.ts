import { editDistance } from './nearest.ts';
import type { FilePlaced } from './references.ts';
import type { Tag } from './tag.ts';

interface Named {
  slug: string;
  path: string;
}

export interface LookAlike extends Named {
  /** The entry whose slug it looks like. */
  other: Named;
}

/**
 * Entries whose slugs a reader could not tell apart: `fi1e-names` and `file-names`. Of two, the one is named that is not
 * what it looks like.
 */
export function lookAlikes(entries: readonly Named[]): LookAlike[] {
  const seen = new Map<string, Named>();
  return entries.flatMap((entry): LookAlike[] => {
    const shape = shapeOf(entry.slug);
    const other = seen.get(shape);
    if (other === undefined) seen.set(shape, entry);
    if (other === undefined || other.slug === entry.slug) return [];
    return entry.slug === shape ? [{ ...other, other: entry }] : [{ ...entry, other }];
  });
}

/** A slug with letters that look like others replaced by those. */
function shapeOf(slug: string): string {
  // Between digits, 0 and 1 are themselves: a year or a number is no disguise.
  return slug
    .replace(/(?<![0-9])0(?![0-9])/gu, 'o')
    .replace(/(?<![0-9])1(?![0-9])/gu, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd');
}

/** Topics that are nearly the same: by a letter, a hyphen or a plural, in their slugs or other names. */
export function similarTags({
  path: file,
  data,
}: {
  path: string;
  data: { tags: readonly Tag[] };
}): FilePlaced[] {
  const seen: { name: string; slug: string }[] = [];
  return data.tags.flatMap((tag, index): FilePlaced[] => {
    const twin = seen.find(({ name, slug }) => slug !== tag.slug && isNearly(name, plainName(tag.slug)));
    seen.push(...[tag.slug, ...tag.aliases].map((name) => ({ name: plainName(name), slug: tag.slug })));
    if (twin === undefined) return [];
    return [
      {
        file,
        path: ['tags', index, 'slug'],
        rule: 'similar-tags',
        message: `The topic "${tag.slug}" is nearly the same as "${twin.slug}", or as one of its other names.`,
        mend: 'Make one of them an alias of the other, or give it a name that says what is different.',
      },
    ];
  });
}

/** Authors of the same name: a person who was added twice, perhaps. */
export function namesakes(
  authors: readonly { slug: string; path: string; data: { name: string } }[],
): FilePlaced[] {
  const seen = new Map<string, string>();
  // The second one has a number behind it.
  const bySlug = [...authors].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return bySlug.flatMap(({ slug, path: file, data: { name } }): FilePlaced[] => {
    const plain = plainName(name);
    const other = seen.get(plain);
    seen.set(plain, other ?? slug);
    if (other === undefined) return [];
    return [
      {
        file,
        path: ['name'],
        rule: 'same-author',
        message: `"${other}" has this name as well.`,
        mend: `If they are one person, delete this file and write "${other}" where it was named.`,
      },
    ];
  });
}

/** The topics that are nearly the same as one: by a letter, a hyphen or a plural, in their slugs or other names. */
export function topicsLike(slug: string, tags: readonly Tag[]): Tag[] {
  const name = plainName(slug);
  return tags.filter(
    (tag) =>
      tag.slug !== slug && [tag.slug, ...tag.aliases].some((other) => isNearly(plainName(other), name)),
  );
}

/** A name without what people write now one way, now another: case, hyphens, a plural. */
function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '')
    .replace(/(?<=..)s$/u, '');
}

function isNearly(a: string, b: string): boolean {
  if (a === b) return true;
  // Short names differ by a letter all the time: git and gis.
  const long = Math.min(a.length, b.length) >= 6;
  return long && Math.abs(a.length - b.length) <= 1 && editDistance(a, b) <= 1;
}
