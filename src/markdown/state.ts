import type { Element } from 'hast';
import type { VFile } from 'vfile';
import type { Feature, Heading } from '../model/post.ts';
import type { Problem } from '../model/problem.ts';
import type { PostSlug } from '../model/slug.ts';
import type { MarkdownContext, Resolved } from './context.ts';

/** Something the author can mend; positions, those of a fix too, count from the first line of the body. */
export type Message = Omit<Problem, 'file'>;

/** A message that has yet to be given its place. */
export type Finding = Omit<Message, 'line' | 'column'>;

/** A link to a part of a page. `path` is empty for the page's own parts. */
export interface FragmentLink {
  path: string;
  fragment: string;
  line: number;
  column: number;
}

/** Any node of a Markdown or HTML tree, as far as its place is concerned. */
export type Placed = Pick<Element, 'position'>;

/** What one rendering knows and finds out. It travels with the file, because processors are shared by all files. */
export interface RenderState {
  context: MarkdownContext;
  /** Set when several bodies share a page. */
  idPrefix: string;
  /** Whether these are words of a conversation. */
  isRemark: boolean;
  headingOffset: number;
  /** Where the wiki links of this body lead, so that the same page is not looked up again by its address. */
  wikiPages: Map<string, Resolved>;
  messages: Message[];
  fragments: FragmentLink[];
  ids: string[];
  headings: Heading[];
  mentions: Set<PostSlug>;
  pictures: Set<string>;
  /** Whether there is a word. */
  readable: boolean;
  /** Whether there is a picture, a film or a sound. */
  shows: boolean;
  /** Whether a picture is not shown and the author is told so elsewhere. */
  refused: boolean;
  features: Set<Feature>;
  /** How many signs of the source were left out of the tree, because nothing is to be said about them. */
  leftOut: number;
  words: number;
  opening: string;
  text: string;
}

declare module 'vfile' {
  interface DataMap {
    watercooler: RenderState;
  }
}

/** The state of a body before its rendering starts. */
export function createState(
  context: MarkdownContext,
  {
    idPrefix = '',
    headingOffset = 0,
    isRemark = false,
  }: { idPrefix?: string; headingOffset?: number; isRemark?: boolean } = {},
): RenderState {
  return {
    context,
    idPrefix,
    isRemark,
    headingOffset,
    wikiPages: new Map(),
    messages: [],
    fragments: [],
    ids: [],
    headings: [],
    mentions: new Set(),
    pictures: new Set(),
    readable: false,
    shows: false,
    refused: false,
    features: new Set(),
    leftOut: 0,
    words: 0,
    opening: '',
    text: '',
  };
}

/** The state of the file being rendered. Throws when a plugin runs outside the pipeline. */
export function stateOf(file: VFile): RenderState {
  const state = file.data.watercooler;
  if (state === undefined) throw new Error('A Markdown plugin was run on a file without a render state.');
  return state;
}

/** Where a node starts; made-up nodes count as the start of the body. */
export function startOf(node: Placed): { line: number; column: number } {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}

/** Notes a problem at the place where a node starts. */
export function report(file: VFile, node: Placed, problem: Finding): void {
  stateOf(file).messages.push({ ...startOf(node), ...problem });
}
