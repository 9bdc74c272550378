/** What an address in a body points to, before anybody asks whether it exists. */
export type Address =
  | { kind: 'outward'; url: string }
  /** A page or file of the blog, by its path. */
  | { kind: 'page'; path: string; tail: string; fragment: string }
  /** Something beside the file being rendered. */
  | { kind: 'beside'; file: string; tail: string; fragment: string }
  | { kind: 'part'; fragment: string };

const outwardProtocols = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const ownOrigin = 'https://own.invalid';

/** Reads an address as a browser would; undefined when a browser could do nothing harmless with it. */
export function readAddress(href: string): Address | undefined {
  if (href.startsWith('#')) return { kind: 'part', fragment: decoded(href.slice(1)) };
  const url = URL.parse(href, ownOrigin);
  if (url === null) return undefined;
  if (url.origin !== ownOrigin) {
    return outwardProtocols.has(url.protocol) ? { kind: 'outward', url: url.href } : undefined;
  }
  const [, file = ''] = /^([^?#]*)/u.exec(href) ?? [];
  const tail = `${url.search}${url.hash}`;
  const fragment = decoded(url.hash.slice(1));
  return file.startsWith('/')
    ? { kind: 'page', path: pagePath(url.pathname), tail, fragment }
    : { kind: 'beside', file: decoded(file), tail, fragment };
}

/** Pages end with a slash, files do not; a link to the source of a page means the page. */
function pagePath(pathname: string): string {
  const path = pathname.replace(/(?:\/index)?\.mdx?$/u, '/').replace(/\/index\.html$/u, '/');
  return path.endsWith('/') || extensionOf(path) !== '' ? path : `${path}/`;
}

/** `pdf` for `./files/card.PDF`; empty for a name without a dot. */
export function extensionOf(path: string): string {
  return /\.([a-z\d]+)$/iu.exec(path)?.[1]?.toLowerCase() ?? '';
}

/** The slug that `./other.md`, `../other/` or `../other/index.md` names; undefined when it is the name of a file. */
export function slugOfRelative(file: string): string | undefined {
  const parts = file.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  const last = parts.at(-1) ?? '';
  const bare = last.replace(/\.mdx?$/u, '');
  if (bare === 'index') return parts.at(-2);
  return bare === '' || extensionOf(bare) !== '' ? undefined : bare;
}

/** Percent-encoding taken off; a text that is not properly encoded is returned as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
