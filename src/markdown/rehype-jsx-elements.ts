import type { Root } from 'hast';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { reportDropped } from './dropped-html.ts';
import { isHtmlJsx, literalAttributes, teachingNameOf } from './jsx.ts';
import { eachNode } from './walk.ts';

// With these names an object of attributes could be taken for a node of the tree: they are put in afterwards.
const ambiguous = new Set(['type', 'value', 'children']);

/** Makes `<kbd>` and its like ordinary elements, so that the sanitiser judges them as it judges raw HTML. */
export function rehypeJsxElements() {
  return (tree: Root, file: VFile) => {
    let count = 0;
    eachNode(tree, (node, index, parent) => {
      if (!isHtmlJsx(node)) return undefined;
      if (node.name === null || teachingNameOf(node) !== undefined) return undefined;
      count += 1;
      const attributes = Object.entries(literalAttributes(node));
      const clear = attributes.filter(([name]) => !ambiguous.has(name));
      const element = h(node.name, Object.fromEntries(clear), node.children);
      for (const [name, value] of attributes) if (ambiguous.has(name)) element.properties[name] = value;
      parent.children[index] = {
        ...element,
        ...(node.position !== undefined && { position: node.position }),
      };
      return index;
    });
    if (count > 0) reportDropped(tree, file);
  };
}
