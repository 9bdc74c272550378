import { z } from 'zod';

/** Folders of files that pages need; a redirect there would stand in their way. */
const folders = ['_astro', 'files', 'icons', 'pagefind', 'pictures'];

const permalinkRule = z
  .string()
  .regex(
    /^\/(?:[\w-]+\/)*$/u,
    'Write a path of this blog that starts and ends with a slash, such as /posts/old-name/.',
  )
  .refine((path) => !folders.includes(path.split('/')[1] ?? ''), {
    error: 'Pages need the files in this folder.',
  });

/** Where a path leads in the end, through any number of redirects; undefined when they lead in a circle. */
export function destination(redirects: Readonly<Record<string, string>>, from: string): string | undefined {
  const seen = new Set<string>();
  let path = from;
  for (let next = redirects[path]; next !== undefined; next = redirects[path]) {
    if (seen.has(path)) return undefined;
    seen.add(path);
    path = next;
  }
  return path;
}

/** `content/redirects.yml`: old permalink → new permalink. */
export const redirectsSchema = z.strictObject({
  redirects: z.record(permalinkRule, permalinkRule).describe('Old path: new path, one pair a line.'),
});
