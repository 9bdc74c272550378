import { tooDeep } from './growth.ts';
import { beyondLimits } from './limits.ts';
import { syntaxMessage } from './mdx-syntax-message.ts';
import { processors } from './processors.ts';
import { staticProblems } from './remark-static-mdx.ts';
import { startOf, type Message } from './state.ts';

/** Everything that an `.mdx` body may not hold, in the order of the lines. Nothing of the body is run or rendered. */
export function judgeMdx(body: string): Message[] {
  const beyond = beyondLimits(body);
  if (beyond !== undefined) return [beyond];
  try {
    const found = staticProblems(processors.page.mdx.parse(body));
    const messages = found.map(({ problem: { at, ...problem } }) => ({ ...startOf(at), ...problem }));
    return messages.sort((a, b) => a.line - b.line || a.column - b.column);
  } catch (error) {
    const message = error instanceof RangeError ? tooDeep : syntaxMessage(error);
    if (message === undefined) throw error;
    return [message];
  }
}
