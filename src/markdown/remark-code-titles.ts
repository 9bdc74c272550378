import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

const titlePattern = /(?:^|\s)title=(?:"([^"]*)"|'([^']*)')/u;

/** Carries `title="…"` from the line that opens a code block to the HTML tree, which does not know that line. */
export function remarkCodeTitles() {
  return (tree: Root, file: VFile) => {
    if (!String(file).includes('title=')) return;
    visit(tree, 'code', (node) => {
      const match = titlePattern.exec(node.meta ?? '');
      const title = (match?.[1] ?? match?.[2] ?? '').trim();
      if (title !== '') node.data = { ...node.data, hProperties: { dataTitle: title } };
    });
  };
}
