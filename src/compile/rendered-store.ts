import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Rendered HTML in files named by a digest, outside Astro's data store, which is written whole at every build. */
export interface RenderedStore {
  /** Throws when nothing is stored under the digest. */
  read: (digest: string) => string;
  /** Every digest under which something is stored. */
  digests: () => Promise<ReadonlySet<string>>;
  write: (digest: string, html: string) => Promise<void>;
}

export function openRenderedStore(cacheDir: string): RenderedStore {
  const folder = join(cacheDir, 'html');
  const fileOf = (digest: string) => join(folder, digest.slice(0, 2), `${digest}.html`);
  return {
    read: (digest) => readFileSync(fileOf(digest), 'utf8'),
    digests: async () => {
      const files = await readdir(folder, { recursive: true }).catch(() => []);
      return new Set(files.filter((file) => file.endsWith('.html')).map((file) => basename(file, '.html')));
    },
    write: async (digest, html) => {
      const file = fileOf(digest);
      await mkdir(join(file, '..'), { recursive: true });
      // Bodies with the same HTML are written at the same time, each to a file of its own until it is whole.
      const unfinished = `${file}.${randomUUID()}`;
      await writeFile(unfinished, html);
      await rename(unfinished, file);
    },
  };
}
