import { posix } from 'node:path';
import { decoded, slugOfRelative } from '../../src/markdown/address.ts';
import type { Mender } from './mended-file.ts';

/** A post that gets another slug. */
export interface Renaming {
  from: string;
  to: string;
  /** Whether it is a folder, with pictures and documents beside the text. */
  isFolder: boolean;
  /** The address of the blog; without a usable site.yml, no address with a host is ours. */
  origin: string | undefined;
}

/** What the renaming of a post makes of everything that names it. */
export function postMender(renaming: Renaming): Mender {
  const { from, to } = renaming;
  const name = (written: string) => (written.toLowerCase() === from.toLowerCase() ? to : undefined);
  const fields = [/^steps\.\d+\.post$/u, /^tags\.\d+\.pinned\.\d+$/u];
  return {
    slug: from,
    address: (written, path) => mendedAddress(written, path, renaming),
    name,
    isName: (field) => fields.some((pattern) => pattern.test(field)),
    wiki: name,
  };
}

/** What the renaming of a topic makes of everything that names it. */
export function tagMender({ from, to, origin }: Omit<Renaming, 'isFolder'>): Mender {
  const permalink = new RegExp(`^((?:${literally(origin ?? '')})?/tags/)${literally(from)}(?=[/?#]|$)`, 'u');
  return {
    slug: from,
    address: (written) => (permalink.test(written) ? written.replace(permalink, `$1${to}`) : undefined),
    name: (written) => (written === from ? to : undefined),
    isName: (field) => /^tags\.\d+$/u.test(field),
    wiki: () => undefined,
  };
}

/**
 * An address that leads to the post, or to something beside it, as it is after the renaming: a permalink with or without
 * host, or a path from the file at `path`. Undefined for any other.
 */
function mendedAddress(
  written: string,
  path: string,
  { from, to, isFolder, origin }: Renaming,
): string | undefined {
  const host = origin !== undefined && written.startsWith(`${origin}/`) ? origin : '';
  const rest = written.slice(host.length);
  if (rest.startsWith('/')) {
    const permalink = new RegExp(`^/posts/${literally(from)}(?=(?:/index)?\\.mdx?(?:[?#]|$)|[/?#]|$)`, 'u');
    return permalink.test(rest) ? host + rest.replace(permalink, `/posts/${to}`) : undefined;
  }
  if (/^[a-z][a-z\d+.-]*:|^#/iu.test(written)) return undefined;
  const [, file = '', tail = ''] = /^([^?#]*)(.*)$/su.exec(written) ?? [];
  const parts = file.split('/');
  const named = slugOfRelative(decoded(file)) === from;
  const place = named ? parts.findLastIndex((part) => part.replace(/\.mdx?$/u, '') === from) : -1;
  const index = place === -1 && isFolder ? insidePost(parts, path, from) : place;
  if (index === -1) return undefined;
  const mended = parts.map((part, at) => (at === index ? part.replace(from, to) : part));
  return mended.join('/') + tail;
}

/** A name for a pattern, in which none of its signs means anything. */
function literally(name: string): string {
  return name.replace(
    /[^\p{Letter}\p{Number}]/gu,
    (sign) => `\\u{${sign.codePointAt(0)?.toString(16) ?? ''}}`,
  );
}

/** Which part of a relative path goes into the folder of the post; -1 when none does. */
function insidePost(parts: readonly string[], path: string, slug: string): number {
  let folder = posix.dirname(path);
  for (const [index, part] of parts.entries()) {
    folder = posix.join(folder, part);
    if (part === slug && folder === `posts/${slug}` && index < parts.length - 1) return index;
  }
  return -1;
}
