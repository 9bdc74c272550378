import { nameToEmoji } from 'gemoji';
import type { Element, ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import type { MarkdownContext } from './context.ts';
import { stateOf } from './state.ts';

const verbatim = new Set(['code', 'kbd', 'pre', 'samp', 'var']);
const emoji = String.raw`:(?<emoji>[a-z\d_+-]{1,50}):`;
// Not in an address, and not the name of a team: @owner/team.
const mention = String.raw`(?<![\p{L}\p{N}_/@.-])@(?<login>[a-z\d](?:[a-z\d_-]{0,98}[a-z\d])?)(?![\p{L}\p{N}_/])`;
const discussion = String.raw`(?<![\p{L}\p{N}_/#&])#(?<number>\d{1,9})(?![\p{L}\p{N}_])`;
const emojiAlone = new RegExp(emoji, 'gu');
const all = new RegExp(`${emoji}|${mention}|${discussion}`, 'giu');

/**
 * Shows what a forge makes of words in a conversation: `:tada:` as its sign, `@login` as a link to the page of somebody who
 * is known here, and `#12` as a link to the page that the discussion with this number has here.
 */
export function rehypeForgeWords() {
  return (tree: Root, file: VFile): void => {
    readIn(tree, stateOf(file).context, all);
  };
}

function readIn(parent: Parents, context: MarkdownContext, pattern: RegExp): void {
  const children: Parents['children'][number][] = parent.children;
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child?.type === 'text' && /[:@#]/u.test(child.value))
      children.splice(index, 1, ...partsOf(child.value, context, pattern));
    else if (child?.type === 'element' && !verbatim.has(child.tagName))
      // A link cannot stand in a link.
      readIn(child, context, child.tagName === 'a' ? emojiAlone : pattern);
  }
}

function partsOf(text: string, context: MarkdownContext, pattern: RegExp): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  const add = (value: string) => {
    if (value !== '') parts.push({ type: 'text', value });
  };
  for (const { 0: written, index, groups = {} } of text.matchAll(pattern)) {
    const shown = shownFor(groups, written, context);
    if (shown === undefined) continue;
    add(text.slice(from, index));
    if (typeof shown === 'string') add(shown);
    else parts.push(shown);
    from = index + written.length;
  }
  add(text.slice(from));
  return parts;
}

function shownFor(
  { emoji, login, number }: Partial<Record<string, string>>,
  written: string,
  context: MarkdownContext,
): string | Element | undefined {
  if (emoji !== undefined) return Object.hasOwn(nameToEmoji, emoji) ? nameToEmoji[emoji] : undefined;
  if (login !== undefined) {
    const person = context.person(login.toLowerCase());
    if (person === undefined) return undefined;
    return person.permalink === undefined ? person.name : h('a', { href: person.permalink }, written);
  }
  const page = number === undefined ? undefined : context.discussion(number);
  return page && h('a', { href: page.permalink, title: page.title }, written);
}
