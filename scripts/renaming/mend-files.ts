import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceContent } from '../../src/source/read-content.ts';
import type { Changes } from '../writing/make-changes.ts';
import { mendedFile, type Mend, type MendedFile, type Mender } from './mended-file.ts';

/** What a renaming writes. Paths are relative to the content folder. */
export interface MendedFiles extends Changes {
  /** What changes in which file. */
  mends: Map<string, readonly Mend[]>;
  /** Files that may name what is renamed, but cannot be taken apart to see whether they do. */
  unread: string[];
}

/** What becomes of a text: `links` mends what names the renamed thing. Throws where the text cannot be taken apart. */
export type Mending = (path: string, text: string, links: (text: string) => MendedFile) => MendedFile;

const onlyLinks: Mending = (_path, text, links) => links(text);

/** Looks through all files that people write, and mends what names a renamed thing. Nothing is written. */
export async function mendFiles(
  dir: string,
  source: SourceContent,
  mender: Mender,
  mending: Mending = onlyLinks,
): Promise<MendedFiles> {
  const found: MendedFiles = { rewrites: [], mends: new Map(), unread: [] };
  const singles = ['site.yml', 'tags.yml', 'redirects.yml'];
  for (const path of [...singles, ...source.files.filter((name) => !name.startsWith('threads/'))]) {
    const text = await readFile(join(dir, path), 'utf8').catch(() => '');
    const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
    try {
      const links = (own: string) => mendedFile(path, own, mender) ?? { text: own, mends: [] };
      const mended = mending(path, text.slice(mark.length), links);
      if (mended.mends.length === 0) continue;
      found.rewrites.push({ path, text: mark + mended.text });
      found.mends.set(path, mended.mends);
    } catch {
      found.unread.push(path);
    }
  }
  return found;
}
