import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import remarkRehype, { type Options } from 'remark-rehype';
import type { VFile } from 'vfile';
import { definitionsIn } from './definitions.ts';

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
