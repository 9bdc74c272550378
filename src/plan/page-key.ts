import { crc32 } from 'node:zlib';
import { digestOf } from '../source/digest.ts';

/**
 * Names what a page shows: `frame` is the key of what it shares with all pages, and `shown` is its own, which JSON can say whole. Behind
 * that stand short names of its fields, by which `reasonFor` tells which of them are others.
 */
export function pageKey(frame: string, shown: object): string {
  let [whole, short] = ['', ''];
  for (const [field, content] of Object.entries(shown)) {
    const text = textOf(content);
    // The length stands before, so that no text can look like the end of another and the beginning of the next.
    whole += `${field} ${text.length} ${text}`;
    short += `${short === '' ? '' : ','}${field}:${shortName(text)}`;
  }
  return [frame, digestOf(whole), short].join(parted);
}

/** Names what pages share, which JSON can say whole. */
export function frameKey(frame: object): string {
  return digestOf(JSON.stringify(frame));
}

/** What stands in a field, in which entries of lists may be named by a digest. JSON has no word for what is not there. */
function textOf(content: unknown): string {
  if (content === undefined) return '';
  if (!Array.isArray(content)) return JSON.stringify(content);
  let text = '[';
  for (const entry of content) text += `${entryOf(entry)},`;
  return `${text}]`;
}

/** Many pages list the same posts, so that an entry which must not change afterwards is looked through once. */
function entryOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return JSON.stringify(entry);
  const before = known.get(entry);
  if (before !== undefined) return before;
  const text = JSON.stringify(entry);
  if (text.length < longEntry) return text;
  const name = `#${digestOf(text)}`;
  known.set(entry, name);
  return name;
}

const known = new WeakMap<object, string>();
const longEntry = 100;

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
  // Most are of nothing, of yes or no, and of lists without anything.
  if (name.length > mostRemembered) return crc32(name).toString(36);
  const short = remembered.get(name) ?? crc32(name).toString(36);
  remembered.set(name, short);
  return short;
}

const mostRemembered = 9;
const remembered = new Map<string, string>();
