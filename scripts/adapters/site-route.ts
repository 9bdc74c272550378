import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file to send, with the facts that its headers need. */
export interface SiteFile {
  path: string;
  size: number;
  modified: Date;
}

export type Route =
  | { kind: 'file'; file: SiteFile }
  | { kind: 'redirect'; to: string }
  | { kind: 'missing' }
  | { kind: 'malformed' };

/**
 * What the built site has at a request's path: an index in each folder, folders end with a slash, nothing outside the
 * root, nothing hidden.
 */
export async function routeOf(
  target: string,
  root: string,
  redirects: ReadonlyMap<string, string>,
): Promise<Route> {
  const [rawPath = '', ...query] = target.split('?');
  const search = query.length === 0 ? '' : `?${query.join('?')}`;
  const path = decoded(rawPath);
  if (path === undefined || !path.startsWith('/')) return { kind: 'malformed' };
  const segments = path.slice(1).split('/');
  const isFolder = segments.at(-1) === '';
  const names = isFolder ? segments.slice(0, -1) : segments;
  if (names.includes('..') || /[\\\0]/u.test(path)) return { kind: 'malformed' };

  const to = redirects.get(path) ?? redirects.get(`${path}/`);
  if (to !== undefined) return { kind: 'redirect', to };
  // An empty segment would make "//host" a redirect to another host.
  if (names.some((name) => name === '' || (name.startsWith('.') && name !== '.well-known'))) {
    return { kind: 'missing' };
  }

  const file = await fileWithin(root, join(root, ...names, isFolder ? 'index.html' : ''));
  if (file !== undefined) return { kind: 'file', file };
  if (isFolder) return { kind: 'missing' };
  const index = await fileWithin(root, join(root, ...names, 'index.html'));
  return index === undefined ? { kind: 'missing' } : { kind: 'redirect', to: `${rawPath}/${search}` };
}

/** The file at this path, or undefined when there is none or a link leads out of the root. */
export async function fileWithin(root: string, path: string): Promise<SiteFile | undefined> {
  try {
    const [realRoot, real, facts] = await Promise.all([realpath(root), realpath(path), stat(path)]);
    if (!facts.isFile() || !real.startsWith(realRoot + sep)) return undefined;
    return { path: real, size: facts.size, modified: facts.mtime };
  } catch {
    return undefined;
  }
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
