import type { Element, ElementContent, Parents, Properties, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import rehypeRaw from 'rehype-raw';
import { VFile } from 'vfile';
import { hasClass, isBlock, onlyElement } from '../../src/markdown/hast.ts';
import { SKIP, eachElement, eachNode } from '../../src/markdown/walk.ts';

const parse = rehypeRaw();

/**
 * HTML in a form in which a page of ours can be compared with what a specification expects. Every step is a rule that
 * holds for both sides and for all examples; what no rule takes off is a difference:
 *
 * - frames around headings, code and tables, labels around tasks, and spans that colour code are taken off;
 * - a figure is the paragraph with a picture that it was made from, its caption being the title of the picture;
 * - an id, a class or a size that the pipeline gives is taken off, and a column is aligned by an attribute;
 * - headings of level 1 count as level 2, because the title of the page is the only one of level 1;
 * - of an address within the blog only the name of the page counts, because links lead to permalinks;
 * - printed quotation marks and ellipses count as typewritten ones;
 * - of footnotes the numbers, the notes and the ways between them count, not the names of their ids;
 * - a picture without words counts as one with empty words;
 * - comments go, and white space that nobody sees.
 */
export function plainHtml(html: string): string {
  const root: Root = { type: 'root', children: [{ type: 'raw', value: html.trim() }] };
  const tree: Root = parse(root, new VFile());
  dropComments(tree);
  eachElement(tree, (node, index, parent) => {
    const inner = inFrame(node);
    if (inner !== undefined) {
      parent.children.splice(index, 1, ...inner);
      return index;
    }
    if (node.tagName === 'figure') parent.children[index] = paragraphOf(node);
    if (node.tagName === 'h1') node.tagName = 'h2';
    node.properties = plainProperties(node);
    return node.tagName === 'figure' ? index : undefined;
  });
  tidyText(tree);
  return toHtml(tree);
}

/** Takes comments away, and puts together the text on both sides of one. */
function dropComments(tree: Root): void {
  eachNode(tree, (node, index, parent) => {
    const before = parent.children[index - 1];
    const continues = node.type === 'text' && before?.type === 'text';
    if (node.type !== 'comment' && !continues) return undefined;
    if (continues) before.value += node.value;
    parent.children.splice(index, 1);
    return index;
  });
}

/** What stands in a frame; undefined for any other element. */
function inFrame(node: Element): ElementContent[] | undefined {
  const { tagName } = node;
  if (tagName === 'div' && hasClass(node, 'heading')) return node.children.slice(0, 1);
  if (tagName === 'div' && (hasClass(node, 'code') || hasClass(node, 'table'))) return node.children;
  // The heading of the notes is hidden from sight.
  if (hasClass(node, 'visually-hidden')) return [];
  if (tagName === 'label' || (tagName === 'span' && isColour(node))) return node.children;
  return undefined;
}

function isColour({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.join(' ').includes('hljs-');
}

function paragraphOf(figure: Element): Element {
  const [content, caption] = figure.children;
  const picture = content?.type === 'element' && content.tagName === 'a' ? onlyElement(content) : content;
  const words = caption?.type === 'element' ? caption.children[0] : undefined;
  if (picture?.type === 'element' && words?.type === 'text') picture.properties['title'] = words.value;
  return { ...figure, tagName: 'p', children: content === undefined ? [] : [content] };
}

const kept: Record<string, readonly string[]> = {
  img: ['src', 'alt', 'title'],
  th: ['align'],
  td: ['align'],
};
const ours = /^(?:id$|tabIndex$|dataFootnote|aria)/u;
const sides = new Map([
  ['align-start', 'left'],
  ['align-center', 'center'],
  ['align-end', 'right'],
]);

/** The properties that count, in the order of the alphabet. */
function plainProperties({ tagName, properties }: Element): Properties {
  const { href, className } = properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const languages = classes.filter((name) => name.startsWith('language-'));
  const all: Properties = {
    ...properties,
    className: languages.length > 0 ? languages : undefined,
    ...(typeof href === 'string' && { href: plainAddress(href) }),
    ...(tagName === 'img' && { alt: properties['alt'] ?? '' }),
    align: sides.get(classes[0] ?? '') ?? properties.align,
  };
  const names = kept[tagName] ?? Object.keys(all).filter((name) => !ours.test(name));
  return Object.fromEntries(names.toSorted().map((name) => [name, all[name]]));
}

function plainAddress(href: string): string {
  if (href.startsWith('#')) return href.replace('#user-content-', '#');
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|$)/iu.test(href)) return href;
  const [, path = '', tail = ''] = /^([^?#]*)(.*)$/su.exec(href) ?? [];
  const name = decodeURIComponent(path).replaceAll('\\', '/').replace(/\.md$/u, '').replace(/\/$/u, '');
  return `${name.replace(/^(?:\/posts\/)?(?:\.\/|\/)?/u, '')}${tail}`;
}

function tidyText(tree: Root): void {
  eachNode(tree, (node, index, parent) => {
    if (node.type === 'element' && node.tagName === 'pre') return SKIP;
    if (node.type === 'text') node.value = plainText(node.value, index, parent);
    if (node.type !== 'text' || node.value !== '') return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

function plainText(value: string, index: number, parent: Parents): string {
  const plain = value
    .replace(/[“”]/gu, '"')
    .replace(/[‘’]/gu, "'")
    .replaceAll('…', '...')
    .replace(/\s+/gu, ' ');
  const startsLine = isEdge(parent.children[index - 1], parent);
  const endsLine = isEdge(parent.children[index + 1], parent);
  const cut = startsLine ? plain.trimStart() : plain;
  return endsLine ? cut.trimEnd() : cut;
}

/** Whether white space beside a node is at the edge of a line. */
function isEdge(neighbour: RootContent | undefined, parent: Parents): boolean {
  if (neighbour === undefined) return parent.type === 'root' || isBlock(parent);
  return isBlock(neighbour) || (neighbour.type === 'element' && neighbour.tagName === 'br');
}
