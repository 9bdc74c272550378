import { digestOf } from '../source/digest.ts';

const digests = new WeakMap<object, string>();

/** Names what a page shows: the frame that it shares with all pages, and what is its own. Both are what JSON can say. */
export function pageKey(frame: object, shown: unknown): string {
  const known = digests.get(frame) ?? digestOf(JSON.stringify(frame));
  digests.set(frame, known);
  return `${known}.${digestOf(JSON.stringify(shown))}`;
}
