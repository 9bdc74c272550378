import type { Element, Parents, RootContent } from 'hast';

/** Go on behind this node, without its children. */
export const SKIP = 'skip';

/** Where to go on: into the node (undefined), behind it (`SKIP`), or at a place among its siblings. */
export type Next = typeof SKIP | number | undefined;

/**
 * Shows every element below a node, parents first. A visitor may replace, remove or insert siblings if it answers
 * where to go on. Bodies pass through a dozen of these walks, so it does no more than that.
 */
export function eachElement(
  parent: Parents,
  see: (element: Element, index: number, parent: Parents) => Next,
): void {
  eachNode(parent, (node, index, within) => (node.type === 'element' ? see(node, index, within) : undefined));
}

/** The same for nodes of every type. */
export function eachNode(
  parent: Parents,
  see: (node: RootContent, index: number, parent: Parents) => Next,
): void {
  const { children } = parent;
  let index = 0;
  for (let node = children[index]; node !== undefined; node = children[index]) {
    const next = see(node, index, parent);
    if (typeof next === 'number') {
      index = next;
      continue;
    }
    if (next !== SKIP && 'children' in node) eachNode(node, see);
    index += 1;
  }
}
