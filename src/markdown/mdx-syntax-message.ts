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

// The parser notices an unclosed tag at the end of the text and says only in words where the tag stands.
const placeOfTag = / \((\d+):(\d+)-\d+:\d+\)/u;

/** A complaint of the `.mdx` parser in the form of all other messages; undefined when the error is another one. */
export function syntaxMessage(error: unknown): Message | undefined {
  const parsed = parserComplaint.safeParse(error);
  if (!parsed.success) return undefined;
  const { source = '', line = 1, column = 1 } = parsed.data;
  const [said = '', openLine, openColumn] = placeOfTag.exec(parsed.data.reason) ?? [];
  const place =
    openLine === undefined ? { line, column } : { line: Number(openLine), column: Number(openColumn) };
  const reason = parsed.data.reason.replace(said, '');
  if (/acorn|mdx-expression|mdxjs-esm/u.test(`${source} ${reason}`)) {
    const message = 'Braces, imports and exports hold code. A post cannot run code.';
    return { ...place, rule: 'mdx-code', message, mend: 'Write \\{ for a brace that is meant as a brace.' };
  }
  const [, sign] = /^Unexpected character `(.)`.* before name/u.exec(reason) ?? [];
  if (sign !== undefined)
    return {
      ...place,
      rule: 'mdx-syntax',
      message: `The sign "<" starts a tag in an .mdx post, and the name of a tag cannot start with "${sign}".`,
      mend:
        sign === '!'
          ? 'Write a remark as {/* like this */}.'
          : 'Write \\< for a sign that is meant as a sign.',
    };
  const [, open] = /^Expected a closing tag for `<([^`>]+)>`/u.exec(reason) ?? [];
  if (open !== undefined)
    return {
      ...place,
      rule: 'mdx-syntax',
      message: `<${open}> is opened here and never closed.`,
      mend: `Put </${open}> behind the words that belong to it, on a line of its own, or write <${open} /> if there are none.`,
    };
  return {
    ...place,
    rule: 'mdx-syntax',
    message: `The tags of this post do not fit together: ${reason}.`,
    mend: 'Close every component that was opened, and write \\< for a sign that is meant as a sign.',
  };
}
