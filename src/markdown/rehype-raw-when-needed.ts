import type { Nodes, Root } from 'hast';
import rehypeRaw from 'rehype-raw';
import type {} from 'remark-rehype';
import type { VFile } from 'vfile';
import { reportDropped, reportLostTags } from './dropped-html.ts';

const parseAgain = rehypeRaw();

// Unclosed tags make the parser repeat all of them in every paragraph.
const mostTags = 6_000;

/** Parses the author's own HTML into the tree. Most bodies have none, and are spared the second parse. */
export function rehypeRawWhenNeeded() {
  return (tree: Root, file: VFile): Root => {
    const count = countRaw(tree);
    if (count > mostTags) throw new RangeError('There is more raw HTML in this text than will be parsed.');
    if (count === 0) return tree;
    reportLostTags(tree, file);
    const parsed = parseAgain(tree, file);
    reportDropped(parsed, file);
    return parsed;
  };
}

/** How many tags there are, or might be: a block of HTML is one node with many tags. */
function countRaw(node: Nodes): number {
  if (node.type === 'raw') return node.value.split('<').length - 1;
  if (!('children' in node)) return 0;
  return node.children.reduce((sum, child) => sum + countRaw(child), 0);
}
