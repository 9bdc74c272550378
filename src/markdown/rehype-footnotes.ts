import type { Root } from 'hast';
import { eachElement } from './walk.ts';

/** Hides the heading of the footnotes from sight, with our class instead of the one that the footnotes come with. */
export function rehypeFootnotes() {
  return (tree: Root) => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'section' || node.properties['dataFootnotes'] === undefined) return;
      for (const child of node.children)
        if (child.type === 'element' && child.properties.id === 'footnote-label')
          child.properties.className = ['visually-hidden'];
    });
  };
}
