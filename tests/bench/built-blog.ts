import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What the index of a built blog says of itself. */
export interface SearchIndex {
  pages: number;
  /** As the pages write it into their `lang`, in small letters. */
  language: string;
}

const entrySchema = z.object({
  languages: z.record(z.string(), z.object({ page_count: z.number().int().positive() })),
});

/**
 * The index of the blog that was built into a folder, or a sentence that says why nothing can be searched there. Where
 * pages are in several languages, it is the index of the most.
 */
export async function readSearchIndex(out: string): Promise<SearchIndex | string> {
  for (const file of ['search/index.html', 'pagefind/pagefind.js', 'pagefind/pagefind-entry.json'])
    if (!existsSync(join(out, file)))
      return `There is no ${file} in ${out}, so it is no blog that was built.`;
  const entry = entrySchema.safeParse(await readJson(join(out, 'pagefind', 'pagefind-entry.json')));
  const languages = Object.entries(entry.data?.languages ?? {});
  const [most] = languages.toSorted(([, a], [, b]) => b.page_count - a.page_count);
  if (most === undefined) return `The search index in ${out} has no pages.`;
  return { language: most[0], pages: most[1].page_count };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
