import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rendered HTML in files named by a digest, outside Astro's data store, which is written whole at every build. */
export interface RenderedStore {
  /** Throws when nothing is stored under the digest. */
  read: (digest: string) => string;
  has: (digest: string) => boolean;
  /** Every digest under which something is stored. */
  digests: () => ReadonlySet<string>;
  write: (digest: string, html: string) => void;
}

const ending = '.html';

export function openRenderedStore(cacheDir: string): RenderedStore {
  const folder = join(cacheDir, 'html');
  const folderOf = (digest: string) => join(folder, digest.slice(0, 2));
  const fileOf = (digest: string) => join(folderOf(digest), `${digest}${ending}`);
  return {
    read: (digest) => readFileSync(fileOf(digest), 'utf8'),
    has: (digest) => existsSync(fileOf(digest)),
    digests: () =>
      new Set(
        namesIn(folder)
          .flatMap((name) => namesIn(join(folder, name)))
          .flatMap((name) => (name.endsWith(ending) ? name.slice(0, -ending.length) : [])),
      ),
    // Thousands of small files are written several times as fast when nobody waits for each.
    write: (digest, html) => {
      const file = fileOf(digest);
      // Bodies with the same HTML are written at the same time, each to a file of its own until it is whole.
      const unfinished = `${file}.${randomUUID()}`;
      try {
        writeFileSync(unfinished, html);
      } catch (error) {
        if (!isAbsence(error)) throw error;
        mkdirSync(folderOf(digest), { recursive: true });
        writeFileSync(unfinished, html);
      }
      renameSync(unfinished, file);
    },
  };
}

/** What lies in a folder; nothing when there is none. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
