import { createHash } from 'node:crypto';

/** What Pagefind keeps of a page, in a file of its own, to show it as a result. */
export interface Fragment {
  /** Its facts as they are shown. */
  meta: Readonly<Record<string, string>>;
}

const digits = 7;

/** The name that Pagefind gives the file of a page, unless it is taken. It writes bytes below 16 with one digit. */
export function fragmentId(language: string, fragment: Uint8Array): string {
  const digest = createHash('sha1').update(fragment).digest();
  const name = Array.from(digest, (byte) => byte.toString(16)).join('');
  return `${language}_${name.slice(0, digits)}`;
}

/** Of several pages that would have the same name, each gets another. */
export function freeId(id: string, ids: ReadonlySet<string>): string {
  return ids.has(id) ? freeId(`${id}0`, ids) : id;
}
