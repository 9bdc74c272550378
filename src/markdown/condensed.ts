import type { Nodes, Root } from 'mdast';

/**
 * Words in the middle of a line that no rule of Markdown looks at: between other words, with single spaces, and with no
 * sign but the stops of a sentence behind a word. The words at both ends stay, because a sign beyond them may ask.
 */
const plainWords = /(?<=[a-z] )[A-Za-z]+[,.;]?(?: [A-Za-z]+[,.;]?){3,}(?= [A-Za-z])/gu;

// In brackets, words may be a label that has to be found again; in tags, they may be the names of attributes.
const meaningful = /[[\]<\uE000]/u;

/** Stands for plain words. The parser takes it for a letter. */
const standIn = '\uE000';

// Below this, two parses of a short text cost the same.
const worthIt = 400;

/** A text with fewer plain words, and the way back. */
export interface Condensed {
  text: string;
  /** The tree of the whole text, made of the tree that was parsed from `text`. Throws when words are left over. */
  restored: (tree: Root) => Root;
}

/**
 * Takes plain words out of a Markdown text before it is parsed. The parser looks at every letter several times, and
 * needs most of its time for letters that can mean nothing. Undefined when there are
 * fewer than `least` letters to save.
 */
export function condensed(whole: string, least = worthIt): Condensed | undefined {
  const taken: string[] = [];
  // The offsets of the stand-ins, and how much is missing in all up to each of them.
  const offsets: number[] = [];
  const missing: number[] = [];
  let removed = 0;
  let from = 0;
  const blocks = whole.split('\n\n').map((block) => {
    const start = from;
    from += block.length + 2;
    if (meaningful.test(block)) return block;
    return block.replace(plainWords, (words, offset: number) => {
      offsets.push(start + offset - removed);
      taken.push(words);
      removed += words.length - 1;
      missing.push(removed);
      return standIn;
    });
  });
  if (removed < least) return undefined;
  return {
    text: blocks.join('\n\n'),
    restored: (tree) => {
      const words = taken.values();
      restoreNode(tree, words, (offset) => missing[countBelow(offsets, offset) - 1] ?? 0);
      if (words.next().done !== true) throw new Error('Words of a text were lost between its parts.');
      return tree;
    },
  };
}

type Words = Iterator<string, undefined>;

/** Puts words and places right, in the order in which they were taken. `missingBefore` is asked with offsets. */
function restoreNode(node: Nodes, words: Words, missingBefore: (offset: number) => number): void {
  if (node.position !== undefined)
    for (const point of [node.position.start, node.position.end]) {
      const { offset = 0 } = point;
      const missing = missingBefore(offset);
      point.column += missing - missingBefore(offset - point.column + 1);
      point.offset = offset + missing;
    }
  if (node.type === 'code' && typeof node.meta === 'string') node.meta = restoredText(node.meta, words);
  if ('value' in node) node.value = restoredText(node.value, words);
  if ('children' in node) for (const child of node.children) restoreNode(child, words, missingBefore);
}

function restoredText(text: string, words: Words): string {
  return text.includes(standIn) ? text.replaceAll(standIn, () => words.next().value ?? '') : text;
}

/** How many of the sorted numbers are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
