import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
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
  const listed = new Map<string, { changed: number; digests: string[] }>();
  // To list ten thousand files takes fifty milliseconds; a folder says when something in it came or went.
  const digestsIn = (name: string) => {
    const own = join(folder, name);
    const changed = statSync(own, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    const known = listed.get(name);
    if (known?.changed === changed) return known.digests;
    const digests = namesIn(own).flatMap((file) =>
      file.endsWith(ending) ? file.slice(0, -ending.length) : [],
    );
    listed.set(name, { changed, digests });
    return digests;
  };
  const folderOf = (digest: string) => join(folder, digest.slice(0, 2));
  const fileOf = (digest: string) => join(folderOf(digest), `${digest}${ending}`);
  return {
    read: (digest) => readFileSync(fileOf(digest), 'utf8'),
    has: (digest) => existsSync(fileOf(digest)),
    digests: () => new Set(namesIn(folder).flatMap(digestsIn)),
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
