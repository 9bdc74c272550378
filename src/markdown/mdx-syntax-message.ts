import { z } from 'zod';
import type { Message } from './state.ts';

/** What the parser throws when tags or braces do not fit together. */
const parserComplaint = z.object({
  name: z.string(),
  reason: z.string(),
  source: z.string().optional(),
  line: z.int().optional(),
  column: z.int().optional(),
});

/** A complaint of the `.mdx` parser in the form of all other messages; undefined when the error is another one. */
export function syntaxMessage(error: unknown): Message | undefined {
  const parsed = parserComplaint.safeParse(error);
  if (!parsed.success) return undefined;
  const { reason, source = '', line = 1, column = 1 } = parsed.data;
  const place = { line, column };
  if (/acorn|mdx-expression|mdxjs-esm/u.test(`${source} ${reason}`)) {
    const message = 'Braces, imports and exports hold code. A post cannot run code.';
    return { ...place, rule: 'mdx-code', message, mend: 'Write \\{ for a brace that is meant as a brace.' };
  }
  return {
    ...place,
    rule: 'mdx-syntax',
    message: `The tags of this post do not fit together: ${reason}.`,
    mend: 'Close every component that was opened, and write \\< for a sign that is meant as a sign.',
  };
}
