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
  /** Every digest under which something is stored; a list that the next call may change. */
  digests: () => ReadonlySet<string>;
  write: (digest: string, html: string) => void;
}

const ending = '.html';
// In milliseconds. The clocks of disks may be as coarse as that.
const coarsest = 2_000;

export function openRenderedStore(cacheDir: string): RenderedStore {
  const folder = join(cacheDir, 'html');
  // To list ten thousand files takes fifty milliseconds; a folder says when something in it came or went.
  const listed = new Map<string, { changed: number; digests: string[] }>();
  const all = new Set<string>();
  const forget = (name: string) => {
    for (const digest of listed.get(name)?.digests ?? []) all.delete(digest);
    listed.delete(name);
  };
  const list = (name: string) => {
    const changed = statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (listed.get(name)?.changed === changed && changed < Date.now() - coarsest) return;
    forget(name);
    const files = namesIn(join(folder, name)).filter((file) => file.endsWith(ending));
    const digests = files.map((file) => file.slice(0, -ending.length));
    for (const digest of digests) all.add(digest);
    listed.set(name, { changed, digests });
  };
  const folderOf = (digest: string) => join(folder, digest.slice(0, 2));
  const fileOf = (digest: string) => join(folderOf(digest), `${digest}${ending}`);
  return {
    read: (digest) => readFileSync(fileOf(digest), 'utf8'),
    has: (digest) => existsSync(fileOf(digest)),
    digests: () => {
      const names = namesIn(folder);
      for (const name of listed.keys()) if (!names.includes(name)) forget(name);
      for (const name of names) list(name);
      return all;
    },
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
