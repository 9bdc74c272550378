import type { Nodes } from 'hast';
import { isBlank, isBlock } from './hast.ts';

// A space between two words is there already, and most spaces are such.
const otherSpace = /[^\S ]\s*| \s+/gu;
const tight = new Set(['li', 'thead', 'tbody', 'tfoot', 'tr', 'dt', 'dd']);

/** The words of a tree as a reader would copy them: blocks apart, cells and list items on lines of their own. */
export function plainText(node: Nodes): string {
  const lines = written(node, false).split('\n');
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
}

/** Whether a text holds a letter or a number. */
export function isReadable(text: string): boolean {
  return /[\p{Letter}\p{Number}\p{Mark}]/u.test(text);
}

/** Whether there is anything to read in a tree: a letter or a number of the text itself. */
export function hasWords(node: Nodes): boolean {
  if (node.type === 'text') return isReadable(node.value);
  if (!('children' in node)) return false;
  if (node.type === 'element' && isNoteMachinery(node.properties)) return false;
  return node.children.some(hasWords);
}

function written(node: Nodes, inCode: boolean): string {
  if (node.type === 'text') return inCode ? node.value : node.value.replace(otherSpace, ' ');
  if (!('children' in node)) return '';
  if (node.type === 'element') {
    if (isNoteMachinery(node.properties)) return '';
    if (node.tagName === 'br') return '\n';
  }
  const solid = node.children.some(isBlock)
    ? node.children.filter((child) => !isBlank(child))
    : node.children;
  const inner = solid.map((child) => written(child, inCode || isPre(node))).join('');
  if (!isBlock(node) || node.type !== 'element') return inner;
  if (node.tagName === 'td' || node.tagName === 'th') return `${inner.trim()}  `;
  if (tight.has(node.tagName)) return `\n${inner.trim()}`;
  return `\n\n${isPre(node) ? inner : inner.trim()}\n\n`;
}

function isPre(node: Nodes): boolean {
  return node.type === 'element' && node.tagName === 'pre';
}

/** The numbers of footnotes, the arrows back and the hidden heading belong to the page and not to the text. */
function isNoteMachinery(properties: Record<string, unknown>): boolean {
  return (
    properties['dataFootnoteRef'] !== undefined ||
    properties['dataFootnoteBackref'] !== undefined ||
    properties['id'] === 'footnote-label'
  );
}
