import type { Element, Nodes, Root } from 'hast';
import { typographic } from '../model/typography.ts';

const verbatim = new Set(['code', 'pre', 'kbd', 'samp', 'var', 'script', 'style']);
const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'bdo',
  'cite',
  'del',
  'dfn',
  'em',
  'i',
  'ins',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
]);

/** Sets quotation marks, apostrophes and ellipses as printers do, everywhere but in code and in other languages. */
export function rehypeTypography() {
  return (tree: Root): void => {
    setNode(tree, '');
  };
}

/** Sets the text inside a node, and returns the character that the next sibling stands behind. */
function setNode(node: Nodes, before: string): string {
  if (node.type === 'text') {
    node.value = typographic(node.value, before);
    return node.value.at(-1) ?? before;
  }
  if (!('children' in node)) return before;
  if (node.type === 'element' && isVerbatim(node)) return 'x';
  const isInline = node.type === 'element' && inline.has(node.tagName);
  let last = isInline ? before : '';
  for (const child of node.children) last = setNode(child, last);
  return isInline ? last : '';
}

function isVerbatim({ tagName, properties: { lang } }: Element): boolean {
  return verbatim.has(tagName) || (typeof lang === 'string' && !lang.startsWith('en'));
}
