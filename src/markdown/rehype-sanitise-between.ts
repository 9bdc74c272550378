import type { Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import { textProperty } from './hast.ts';
import { isHtmlJsx, type HtmlJsx } from './jsx.ts';
import { sanitiseSchema } from './sanitise-schema.ts';
import { eachElement, eachNode } from './walk.ts';

// Authors cannot write this element: elements that the schema does not name were refused before.
const slot = 'wc-slot';
const sanitise = rehypeSanitize({
  ...sanitiseSchema,
  tagNames: [...(sanitiseSchema.tagNames ?? []), slot],
  attributes: { ...sanitiseSchema.attributes, [slot]: ['dataNumber'] },
});

/** Sanitises everything around and inside teaching components. The sanitiser would drop the components themselves. */
export function rehypeSanitiseBetween() {
  return (tree: Root): Root => {
    const components: HtmlJsx[] = [];
    eachNode(tree, (node, index, parent) => {
      if (!isHtmlJsx(node)) return undefined;
      const properties = { dataNumber: String(components.push(node) - 1) };
      parent.children[index] = { type: 'element', tagName: slot, properties, children: node.children };
      return index;
    });
    const safe = sanitise(tree);
    eachElement(safe, (node, index, parent) => {
      if (node.tagName !== slot) return undefined;
      const component = components[Number(textProperty(node.properties, 'dataNumber'))];
      if (component === undefined) throw new Error('A component was lost between two steps of the pipeline.');
      component.children = node.children;
      parent.children[index] = component;
      return index;
    });
    return safe;
  };
}
