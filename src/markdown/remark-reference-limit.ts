import type { Definition, LinkReference, ImageReference, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { definitionsIn } from './definitions.ts';
import { alwaysFine, mostGrowth, tooMuch } from './growth.ts';
import { report } from './state.ts';

/**
 * Takes the links off references that would repeat long addresses until the page is many times longer than its
 * source. Judged here, because the tree that comes next already holds every copy.
 */
export function remarkReferenceLimit() {
  return (tree: Root, file: VFile) => {
    if (definitionsIn(tree).length === 0) return;
    const source = String(file);
    const sizes = new Map<string, number>();
    const references: (LinkReference | ImageReference)[] = [];
    visit(tree, (node) => {
      if (node.type === 'definition') sizes.set(node.identifier, sizeOf(node));
      if (node.type === 'linkReference' || node.type === 'imageReference') references.push(node);
    });
    const total = references.reduce((sum, { identifier }) => sum + (sizes.get(identifier) ?? 0), 0);
    if (total <= alwaysFine + source.length * mostGrowth) return;
    report(file, references[0] ?? tree, tooMuch);
    visit(tree, (node, index, parent) => {
      if (index === undefined || parent === undefined) return undefined;
      if (node.type === 'imageReference') parent.children[index] = { type: 'text', value: node.alt ?? '' };
      if (node.type !== 'linkReference') return undefined;
      parent.children.splice(index, 1, ...node.children);
      return index;
    });
  };
}

function sizeOf({ url, title }: Definition): number {
  return url.length + (title?.length ?? 0);
}
