import { z } from 'zod';

const permalinkRule = z
  .string()
  .regex(
    /^\/(?!\/)[\w./-]*\/$/u,
    'Write a path of this blog that starts and ends with a slash, such as /posts/old-name/.',
  )
  .refine((path) => !path.split('/').includes('..'), { error: 'A path cannot hold "..".' });

/** `content/redirects.yml`: old permalink → new permalink. */
export const redirectsSchema = z.strictObject({
  redirects: z.record(permalinkRule, permalinkRule).describe('Old path: new path, one pair a line.'),
});
