import type { Root as HtmlRoot } from 'hast';
import type { Definition, FootnoteDefinition, Parents, Root } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import type { VFile } from 'vfile';

/**
 * Makes HTML of Markdown as `remark-rehype` does. That looks through the whole tree for definitions before it begins, in a
 * way that takes longer than all that comes then. So it is given nothing but these, and the tree when it asks for the root.
 */
export function remarkToHtml(options: Options) {
  return (tree: Root, file: VFile): HtmlRoot => {
    const handlers: Options['handlers'] = { root: (state) => state.wrap(state.all(tree)) };
    const convert = remarkRehype({ ...options, handlers });
    return convert({ type: 'root', children: definitionsIn(tree) }, file);
  };
}

/** The definitions in a tree, of which one may hold others. */
function definitionsIn(parent: Parents): (Definition | FootnoteDefinition)[] {
  const found: (Definition | FootnoteDefinition)[] = [];
  for (const child of parent.children) {
    if (child.type === 'definition' || child.type === 'footnoteDefinition') found.push(child);
    else if ('children' in child) found.push(...definitionsIn(child));
  }
  return found;
}
