import { crc32 } from 'node:zlib';
import { digestOf } from '../source/digest.ts';
import { nameOf } from './value-name.ts';

/**
 * Names what a page shows: the frame that it shares with all pages, and what is its own. Both are what JSON can say. Behind that
 * stand short names of the fields, by which `reasonFor` tells which of them are others.
 */
export function pageKey(frame: object, shown: unknown): string {
  let [whole, short] = ['', ''];
  if (typeof shown !== 'object' || shown === null) whole = nameOf(shown);
  // Each field is named once, for the digest and for what stands behind it.
  else
    for (const [field, content] of Object.entries(shown)) {
      const name = nameOf(content);
      whole += `${field} ${name.length} ${name},`;
      short += `${short === '' ? '' : ','}${field}:${shortName(name)}`;
    }
  return [shortOf(nameOf(frame)), digestOf(whole), short].join(parted);
}

/** A name as a digest, if it is not one already. */
function shortOf(name: string): string {
  return name.startsWith('#') ? name.slice(1) : digestOf(name);
}

/** The key of a page of a build: what all pages depend on, the code of its route, and what it shows. */
export function wholeKey(common: string, code: string, shown: string): string {
  return [common, code, shown].join(parted);
}

/** The key of a page that says nothing of what it shows. */
export const unplanned = 'unplanned';

const parted = '.';

/** Why a page is made that was made from one key before, if it was there as it was left, and is now made from another. */
export function reasonFor(before: string | undefined, now: string): string {
  if (now === unplanned) return 'has no plan, and is made by every build that has something to do';
  if (before === undefined) return 'was not there, or not as it was left';
  const [old, own] = [before.split(parted), now.split(parted)];
  const isAnother = (part: number) => old[part] !== own[part];
  const reasons = [
    ...(isAnother(0) ? ['depends on settings, packages, styles or scripts that are others'] : []),
    ...(isAnother(1) ? ['is made by other code'] : []),
    ...(isAnother(2) ? ['stands in another frame: the site, its notice, its menus or the day'] : []),
    ...(isAnother(3) ? [`shows something else: ${changedFields(old[4], own[4])}`] : []),
  ];
  return reasons.join('; ');
}

function changedFields(before = '', now = ''): string {
  const known = new Set(before.split(','));
  const changed = now.split(',').filter((field) => !known.has(field));
  return changed.map((field) => field.slice(0, field.indexOf(':'))).join(', ');
}

/** Tells names apart well enough to explain something. */
function shortName(name: string): string {
  if (name.startsWith('#')) return name.slice(1, 7);
  // Most are of nothing, of yes or no, and of lists without anything.
  if (name.length > mostRemembered) return crc32(name).toString(36);
  const short = remembered.get(name) ?? crc32(name).toString(36);
  remembered.set(name, short);
  return short;
}

const mostRemembered = 9;
const remembered = new Map<string, string>();
