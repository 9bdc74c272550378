import type { Root } from 'hast';
import { h } from 'hastscript';
import { isHtmlJsx, literalAttributes, teachingNameOf } from './jsx.ts';
import { eachNode } from './walk.ts';

// With these names an object of attributes could be taken for a node of the tree. The sanitiser keeps none of them.
const ambiguous = new Set(['type', 'value', 'children']);

/** Makes `<kbd>` and its like ordinary elements, so that the sanitiser judges them as it judges raw HTML. */
export function rehypeJsxElements() {
  return (tree: Root) => {
    eachNode(tree, (node, index, parent) => {
      if (!isHtmlJsx(node)) return undefined;
      if (node.name === null || teachingNameOf(node) !== undefined) return undefined;
      const attributes = Object.entries(literalAttributes(node)).filter(([name]) => !ambiguous.has(name));
      const element = h(node.name, Object.fromEntries(attributes), node.children);
      parent.children[index] = {
        ...element,
        ...(node.position !== undefined && { position: node.position }),
      };
      return index;
    });
  };
}
