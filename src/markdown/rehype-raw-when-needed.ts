import type { Nodes, Root } from 'hast';
import type {} from 'mdast-util-to-hast';
import rehypeRaw from 'rehype-raw';
import type { VFile } from 'vfile';

const parseAgain = rehypeRaw();

/** Parses the author's own HTML into the tree. Most bodies have none, and are spared the second parse. */
export function rehypeRawWhenNeeded() {
  return (tree: Root, file: VFile): Root => (hasRaw(tree) ? parseAgain(tree, file) : tree);
}

function hasRaw(node: Nodes): boolean {
  return node.type === 'raw' || ('children' in node && node.children.some(hasRaw));
}
