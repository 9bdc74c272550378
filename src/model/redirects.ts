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

/** Says where a path leads in the end, through any number of redirects; undefined when they lead in a circle. */
export function createDestinations(
  redirects: Readonly<Record<string, string>>,
): (from: string) => string | undefined {
  // Every stop on a way is found out with it, so that a long row of redirects is walked once.
  const known = new Map<string, string | undefined>();
  return (from) => {
    const way = new Set<string>();
    let path = from;
    while (!known.has(path) && !way.has(path)) {
      way.add(path);
      path = redirects[path] ?? path;
    }
    const isEnd = redirects[path] === undefined;
    const end = known.has(path) ? known.get(path) : isEnd ? path : undefined;
    for (const stop of way) known.set(stop, end);
    return end;
  };
}

/** `content/redirects.yml`: old permalink → new permalink. */
export const redirectsSchema = z.strictObject({
  redirects: z.record(permalinkRule, permalinkRule).describe('Old path: new path, one pair a line.'),
});
