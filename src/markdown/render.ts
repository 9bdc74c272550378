import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { VFile } from 'vfile';
import type { BodyFacts } from '../model/post.ts';
import type { MarkdownContext } from './context.ts';
import { alwaysFine, mostGrowth, tooMuch } from './growth.ts';
import { syntaxMessage } from './mdx-syntax-message.ts';
import { processors } from './processors.ts';
import { createState, report, stateOf, type FragmentLink, type Message } from './state.ts';

/** A body as HTML, and everything that was found out on the way. */
export interface Rendered {
  /** Safe to put into a page as it is. */
  html: string;
  /** What the body says about itself; what becomes of it on disk is the caller's business. */
  facts: Omit<BodyFacts, 'digest' | 'files'>;
  /** The plain text of the article. */
  text: string;
  /** Links to parts of pages: other pages' parts, and own parts that the body itself does not have. */
  fragments: FragmentLink[];
  /** In the order of the lines. */
  messages: Message[];
}

export interface RenderOptions {
  format: 'md' | 'mdx';
  context: MarkdownContext;
  /** For comments: several bodies share a page, and their ids must not collide. */
  idPrefix?: string;
  /** By how many levels headings are lowered. */
  headingOffset?: number;
}

// Nested tags become nested calls, and the stack of calls has an end.
const tooDeep: Message = {
  line: 1,
  column: 1,
  rule: 'too-deep',
  message: 'There are thousands of tags in this text, or thousands in one another.',
  mend: 'Close every tag that was opened, and write Markdown where it will do.',
};

/** Renders a body. Never throws on account of what an author wrote: what cannot be shown is in the messages. */
export function renderMarkdown(body: string, { format, context, ...options }: RenderOptions): Rendered {
  const state = createState(context, options);
  const file = new VFile({ value: body, data: { watercooler: state } });
  let html = htmlOf(file, format);
  if (html.length > alwaysFine + body.length * mostGrowth) {
    report(file, {}, tooMuch);
    html = toHtml(asSource(file));
  }
  const { headings, words, opening, text, fragments } = state;
  const [mentions, pictures, features] = [[...state.mentions], [...state.pictures], [...state.features]];
  return {
    html,
    facts: { words, opening, headings, mentions, pictures, features },
    text,
    fragments,
    messages: inOrder(state.messages),
  };
}

/** By place, and each thing once: tags that nobody closed and the answers of a quiz are in the tree again and again. */
function inOrder(messages: readonly Message[]): Message[] {
  const distinct = new Map(messages.map((message) => [JSON.stringify(message), message]));
  return [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function htmlOf(file: VFile, format: 'md' | 'mdx'): string {
  const processor = processors[format];
  try {
    return toHtml(processor.runSync(processor.parse(file), file));
  } catch (error) {
    const message =
      error instanceof RangeError ? tooDeep : format === 'mdx' ? syntaxMessage(error) : undefined;
    if (message === undefined) throw error;
    stateOf(file).messages.push(message);
    return message === tooDeep ? toHtml(asSource(file)) : '';
  }
}

function asSource(file: VFile): Element {
  return h('pre', { tabIndex: 0 }, file.toString());
}
