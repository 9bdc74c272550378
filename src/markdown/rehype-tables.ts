import type { Element, Parents, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from 'hastscript';
import type { VFile } from 'vfile';
import { stateOf } from './state.ts';
import { SKIP, eachElement } from './walk.ts';

const alignments: Record<string, string> = {
  left: 'align-start',
  center: 'align-center',
  right: 'align-end',
};

/**
 * Lets wide tables scroll in a box that the keyboard reaches. The box is a group and not a region: a page with
 * twenty tables must not have twenty landmarks.
 */
export function rehypeTables() {
  return (tree: Root, file: VFile) => {
    const { idPrefix } = stateOf(file);
    let count = 0;
    eachElement(tree, (node, index, parent) => {
      if (node.tagName !== 'table') return undefined;
      count += 1;
      eachElement(node, (cell, _index, row) => {
        tidyCell(cell, row);
      });
      // A number says enough in an article. Among comments it would come twice.
      const label = idPrefix === '' ? { ariaLabel: `Table ${String(count)}` } : { ariaLabel: 'Table' };
      const box = { className: ['table'], role: 'group', tabIndex: 0, ...label };
      parent.children[index] = h('div', box, [node]);
      return SKIP;
    });
  };
}

function tidyCell(cell: Element, row: Parents): undefined {
  if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
  const { align } = cell.properties;
  delete cell.properties.align;
  const alignment = typeof align === 'string' ? alignments[align] : undefined;
  if (alignment !== undefined) cell.properties.className = [alignment];
  if (cell.tagName === 'td') return;
  // An empty header names nothing.
  if (toString(cell).trim() === '') cell.tagName = 'td';
  else if (cell.properties['scope'] === undefined)
    cell.properties['scope'] = isFirstColumnHeader(cell, row) ? 'row' : 'col';
}

/** A header beside ordinary cells heads its row. */
function isFirstColumnHeader(cell: Element, row: Parents): boolean {
  return row.children.some((child) => child !== cell && child.type === 'element' && child.tagName === 'td');
}
