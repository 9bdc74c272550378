import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { isReadable } from './plain-text.ts';
import { stateOf } from './state.ts';

const plain = new Set<Nodes['type']>(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break']);
const blocks = new Set<Nodes['type']>(['paragraph', 'list', 'listItem']);

/**
 * Takes out of a tree that is only judged what no step on HTML finds anything to say about: paragraphs and lists of
 * words without a link or a picture. Most of every post is that. Where there is HTML, tags may stay open across them, so
 * there they stay.
 */
export function remarkLeaveOutPlain() {
  return (tree: Root, file: VFile) => {
    if (holdsHtml(tree)) return;
    const state = stateOf(file);
    tree.children = tree.children.filter((block) => {
      if (!blocks.has(block.type) || !isPlain(block)) return true;
      state.readable ||= hasWords(block);
      state.leftOut += (block.position?.end.offset ?? 0) - (block.position?.start.offset ?? 0);
      return false;
    });
  };
}

function holdsHtml(node: Nodes): boolean {
  return node.type === 'html' || ('children' in node && node.children.some(holdsHtml));
}

function isPlain(node: Nodes): boolean {
  if (!plain.has(node.type) && !blocks.has(node.type)) return false;
  if (node.type === 'listItem' && node.checked != null) return false;
  return !('children' in node) || node.children.every(isPlain);
}

function hasWords(node: Nodes): boolean {
  if ('value' in node) return isReadable(node.value);
  return 'children' in node && node.children.some(hasWords);
}
