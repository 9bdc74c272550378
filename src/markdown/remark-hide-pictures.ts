import type { Definition, Image, ImageReference, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Makes pictures nodes of a type of our own, which become `<img>` all the same. Astro collects Markdown pictures by
 * their type and sends them through its own image service; ours are ready, and it must not find them.
 */
export function remarkHidePictures() {
  return (tree: Root) => {
    const definitions = new Map<string, Definition>();
    visit(tree, 'definition', (node) => {
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    });
    visit(tree, (node) => {
      if (node.type === 'image') hide(node, node);
      if (node.type !== 'imageReference') return;
      const definition = definitions.get(node.identifier);
      if (definition !== undefined) hide(node, definition);
    });
  };
}

function hide(node: Image | ImageReference, { url, title }: Pick<Definition, 'url' | 'title'>): void {
  const hidden: Nodes & { type: 'emphasis' } = {
    type: 'emphasis',
    children: [],
    data: {
      hName: 'img',
      hProperties: { src: url, alt: node.alt ?? '', ...(typeof title === 'string' && { title }) },
    },
  };
  Object.assign(node, hidden);
}
