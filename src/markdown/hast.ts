import type { Element, ElementContent, Nodes, Properties } from 'hast';

/** The value of a property that is a text; undefined for anything else. */
export function textProperty(properties: Properties, name: string): string | undefined {
  const value = properties[name];
  return typeof value === 'string' ? value : undefined;
}

export function hasClass({ properties }: Element, name: string): boolean {
  const { className } = properties;
  return Array.isArray(className) && className.includes(name);
}

/** Whether a node is only the white space between others. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** The one element in an element that holds nothing else but white space. */
export function onlyElement(element: Element): Element | undefined {
  const [first, ...others] = element.children.filter((child) => !isBlank(child));
  return first?.type === 'element' && others.length === 0 ? first : undefined;
}

/** Names of elements that start a line of their own. */
export const blocks = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'caption',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
  ],
  ...[
    'figure',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'hr',
    'li',
    'ol',
    'p',
    'pre',
    'section',
    'summary',
    'table',
  ],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul'],
]);

/** Whether a node starts a line of its own. */
export function isBlock(node: Nodes): boolean {
  return node.type === 'element' && blocks.has(node.tagName);
}

/** Text and inline elements put into a paragraph; blocks as they are. */
export function asBlocks(children: readonly ElementContent[]): ElementContent[] {
  const solid = children.filter((child) => !isBlank(child));
  if (solid.length === 0 || solid.some((child) => isBlock(child))) return [...children];
  return [{ type: 'element', tagName: 'p', properties: {}, children: [...children] }];
}

/** Narrows what a root may hold to what an element may hold. */
export function isContent(node: Nodes): node is ElementContent {
  return node.type !== 'doctype' && node.type !== 'root' && node.type !== 'mdxjsEsm';
}
