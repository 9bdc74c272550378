import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freeSlug, slugFromTitle } from '../../src/model/slug-from-title.ts';
import type { ContentFile } from '../../src/model/post-file.ts';
import { asLines } from './yaml-text.ts';
import type { GitPerson } from './git-person.ts';

/** The file of somebody who writes here for the first time. */
export function authorFile(
  { name, role, reach }: { name: string; role: string; reach: string },
  { email }: GitPerson,
  isTaken: (slug: string) => boolean,
): ContentFile & { slug: string } {
  const slug = freeSlug(slugFromTitle(name, 'author'), isTaken);
  const [, login] = /^(?:\d+\+)?([^@]+)@users\.noreply\.github\.com$/u.exec(email) ?? [];
  const link = /^[^\s@]+@[^\s@]+$/u.test(reach) ? { link: `mailto:${reach}` } : {};
  const fields = {
    name,
    role,
    ...(reach !== '' && { reach: [{ label: reach, ...link }] }),
    ...(login !== undefined && { login }),
  };
  return { slug, path: `authors/${slug}.yml`, text: `${asLines(fields).join('\n')}\n` };
}

/** Writes files that are not there yet, all or none. Throws when one is there, or cannot be written. */
export async function writeNewFiles(dir: string, files: readonly ContentFile[]): Promise<void> {
  const written: string[] = [];
  try {
    for (const { path, text } of files) {
      const file = join(dir, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
      written.push(file);
    }
  } catch (cause) {
    for (const file of written) await rm(file, { force: true });
    throw new Error('The post could not be written. Everything is as it was.', { cause });
  }
}
