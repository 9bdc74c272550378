import type { Nodes, PhrasingContent, Root } from 'mdast';

/** In a conversation, a new line is a new line, as the forge shows it. In a post it is a space. */
export function remarkHardBreaks() {
  return (tree: Root): void => {
    breakLines(tree);
  };
}

function breakLines(node: Nodes): void {
  if (!('children' in node)) return;
  const children: Nodes[] = node.children;
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (child?.type === 'text' && child.value.includes('\n'))
      children.splice(index, 1, ...linesOf(child.value));
    else if (child !== undefined) breakLines(child);
  }
}

function linesOf(text: string): PhrasingContent[] {
  return text.split('\n').flatMap((value, index): PhrasingContent[] => {
    const line: PhrasingContent[] = value === '' ? [] : [{ type: 'text', value }];
    return index === 0 ? line : [{ type: 'break' }, ...line];
  });
}
