import type { Element, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Root } from 'mdast';
import { VFile } from 'vfile';
import type { BodyFacts } from '../model/post.ts';
import type { MarkdownContext } from './context.ts';
import { alwaysFine, mostGrowth, mostHtml, tooDeep, tooMuch } from './growth.ts';
import { beyondLimits, beyondMdxLimits } from './limits.ts';
import { syntaxMessage } from './mdx-syntax-message.ts';
import { parsePlainly } from './parse-plainly.ts';
import { processorFor, processors } from './processors.ts';
import { createState, report, stateOf, type FragmentLink, type Message } from './state.ts';

/** What can be said about a body without its HTML. */
export interface Judged {
  /** Links to parts of pages: other pages' parts, and own parts that the body itself does not have. */
  fragments: FragmentLink[];
  /** Every id in the page: where a fragment may lead. */
  ids: string[];
  /** Whether there is nothing to read, to see or to hear. */
  empty: boolean;
  /** In the order of the lines. */
  messages: Message[];
}

/** A body as HTML, and everything that was found out on the way. */
export interface Rendered extends Judged {
  /** Safe to put into a page as it is. */
  html: string;
  /** What the body says about itself; what becomes of it on disk is the caller's business. */
  facts: Omit<BodyFacts, 'digest' | 'files'>;
  /** The plain text of the article. */
  text: string;
}

export interface RenderOptions {
  format: 'md' | 'mdx';
  context: MarkdownContext;
  /** Where several bodies share a page, and their ids must not collide. */
  idPrefix?: string;
  /** Whether these are words of a conversation, which are shown as the forge shows them. */
  isRemark?: boolean;
  /** By how many levels headings are lowered. */
  headingOffset?: number;
  /** Is shown the Markdown as it was parsed, before anything is changed in it. */
  onParsed?: (tree: Root) => void;
}

/** Renders a body. Never throws on account of what an author wrote: what cannot be shown is in the messages. */
export function renderMarkdown(body: string, options: RenderOptions): Rendered {
  const file = openFile(body, options);
  const html = htmlOf(file, options);
  const state = stateOf(file);
  const { headings, words, opening, text } = state;
  const [mentions, pictures, features] = [[...state.mentions], [...state.pictures], [...state.features]];
  const facts = { words, opening, headings, mentions, pictures, features };
  return { html, facts, text, ...judged(file) };
}

/** Judges a body in the same words as `renderMarkdown`, without the steps that only make it look well. */
export function judgeMarkdown(body: string, options: RenderOptions): Judged {
  const file = openFile(body, options);
  const tree = treeOf(file, options, 'judgement');
  // The HTML of what was left out is a few times as long as its source, and never as long as it may be.
  const { leftOut } = stateOf(file);
  if (tree === undefined || !mayGrowTooMuch(tree, body.length - leftOut)) return judged(file);
  const { onParsed: _seen, ...again } = options;
  return renderMarkdown(body, again);
}

function htmlOf(file: VFile, options: RenderOptions): string {
  const tree = treeOf(file, options, options.isRemark === true ? 'remark' : 'page');
  const html = tree === undefined ? '' : toHtml(tree);
  if (!growsTooMuch(html, file.toString())) return html;
  report(file, {}, tooMuch);
  return toHtml(asSource(file));
}

function openFile(body: string, { context, idPrefix, headingOffset, isRemark }: RenderOptions): VFile {
  const state = createState(context, {
    ...(idPrefix !== undefined && { idPrefix }),
    ...(headingOffset !== undefined && { headingOffset }),
    ...(isRemark !== undefined && { isRemark }),
  });
  return new VFile({ value: body, data: { watercooler: state } });
}

function judged(file: VFile): Judged {
  const { fragments, ids, messages, readable, shows, refused } = stateOf(file);
  return {
    fragments,
    ids,
    empty: !readable && !shows && !refused,
    messages: inOrder(messages),
  };
}

/** By place, and each thing once: tags that nobody closed and the answers of a quiz are in the tree again and again. */
function inOrder(messages: readonly Message[]): Message[] {
  const distinct = new Map(messages.map((message) => [JSON.stringify(message), message]));
  return [...distinct.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

function growsTooMuch(html: string, body: string): boolean {
  return html.length > alwaysFine + body.length * mostGrowth;
}

/** Whether a judged tree is so large that its HTML has to be made to know how long that is. */
function mayGrowTooMuch(tree: HtmlRoot | Element, length: number): boolean {
  return mostHtml(tree) > alwaysFine + length * mostGrowth;
}

/** The finished tree; the source as it is when it cannot be taken apart, and undefined when nothing can be shown. */
function treeOf(
  file: VFile,
  { format, isRemark = false, onParsed }: RenderOptions,
  purpose: keyof typeof processors,
): HtmlRoot | Element | undefined {
  const body = file.toString();
  const beyond = beyondLimits(body, isRemark) ?? (format === 'mdx' ? beyondMdxLimits(body) : undefined);
  if (beyond !== undefined) {
    stateOf(file).messages.push(beyond);
    return asSource(file);
  }
  try {
    const parse = (text: string) => processorFor(format, text, purpose).parse(text);
    const tree = format === 'md' ? parsePlainly(body, parse) : parse(body);
    onParsed?.(tree);
    return processors[purpose][format].runSync(tree, file);
  } catch (error) {
    const message =
      error instanceof RangeError ? tooDeep : format === 'mdx' ? syntaxMessage(error) : undefined;
    if (message === undefined) throw error;
    stateOf(file).messages.push(message);
    return message === tooDeep ? asSource(file) : undefined;
  }
}

function asSource(file: VFile): Element {
  return h('pre', { tabIndex: 0 }, file.toString());
}
