import type { Definition, FootnoteDefinition, Parents } from 'mdast';

/** The definitions of links and footnotes in a tree; one of a footnote may hold others. */
export function definitionsIn(parent: Parents): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  for (const child of parent.children) {
    if (child.type === 'definition' || child.type === 'footnoteDefinition') found.push(child);
    else if ('children' in child) found.push(...definitionsIn(child));
  }
  return found;
}
