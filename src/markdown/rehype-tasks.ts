import type { ElementContent, Parents, Root } from 'hast';
import { h } from 'hastscript';
import { isBlank, isBlock, isContent } from './hast.ts';
import { SKIP, eachElement } from './walk.ts';

/** Puts a checkbox and the words after it into a label, so that the box has a name. A box without words goes. */
export function rehypeTasks() {
  return (tree: Root) => {
    eachElement(tree, (node, index, parent) => {
      if (node.tagName !== 'input') return undefined;
      const words = wordsAfter(parent, index);
      if (words.every((word) => isBlank(word))) {
        parent.children.splice(index, 1);
        return index;
      }
      parent.children.splice(index, 1 + words.length, h('label', [node, ...words]));
      return SKIP;
    });
  };
}

/** What follows on the same line, up to a block or the next box. */
function wordsAfter(parent: Parents, index: number): ElementContent[] {
  const words: ElementContent[] = [];
  for (const node of parent.children.slice(index + 1)) {
    if (!isContent(node) || isBlock(node)) break;
    if (node.type === 'element' && node.tagName === 'input') break;
    words.push(node);
  }
  return words;
}
