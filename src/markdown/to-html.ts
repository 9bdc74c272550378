import type { Element, ElementContent, Nodes, Properties } from 'hast';
import { toHtml as toHtmlSlowly } from 'hast-util-to-html';

// In it other rules hold for the names of attributes.
const ofOtherKind = new Set(['svg', 'math']);

/**
 * Writes a tree as HTML, byte for byte as `hast-util-to-html` does, which decides about every element and attribute in
 * all its settings again. What it makes of each of their names is asked once here, and whatever is unusual is left to it.
 */
export function toHtml(node: Nodes): string {
  switch (node.type) {
    case 'root':
      return all(node.children);
    case 'text':
      return escapedText(node.value);
    case 'element':
      return element(node);
    default:
      return toHtmlSlowly(node);
  }
}

function all(children: readonly Nodes[]): string {
  let html = '';
  for (const child of children) html += toHtml(child);
  return html;
}

function element(node: Element): string {
  const { tagName, properties, children } = node;
  const kind = kindOf(tagName);
  if (kind === 'unusual') return toHtmlSlowly(node);
  const attributes = attributesOf(properties);
  if (attributes === undefined) return toHtmlSlowly(node);
  const start = `<${tagName}${attributes}>`;
  const inside = all(children);
  return kind === 'void' && inside === '' ? start : `${start}${inside}</${tagName}>`;
}

/** Undefined when one of them is unusual. */
function attributesOf(properties: Properties): string | undefined {
  let written = '';
  for (const [property, value] of Object.entries(properties)) {
    const name = attributeOf(property);
    if (name === undefined || Number.isNaN(value)) return undefined;
    if (value == null || value === false) continue;
    if (value === true) written += ` ${name}`;
    else
      written += ` ${name}="${escapedValue(Array.isArray(value) ? value.join(' ').trim() : String(value))}"`;
  }
  return written;
}

type Kind = 'usual' | 'void' | 'unusual';
const kinds = new Map<string, Kind>();

function kindOf(tagName: string): Kind {
  const before = kinds.get(tagName);
  if (before !== undefined) return before;
  const kind = ofOtherKind.has(tagName) ? 'unusual' : askedKind(tagName);
  kinds.set(tagName, kind);
  return kind;
}

function askedKind(tagName: string): Kind {
  const written = (children: ElementContent[]) =>
    toHtmlSlowly({ type: 'element', tagName, properties: {}, children });
  const [start, end] = [`<${tagName}>`, `</${tagName}>`];
  if (written([{ type: 'text', value: '<' }]) !== `${start}${escapedText('<')}${end}`) return 'unusual';
  const empty = written([]);
  if (empty === start) return 'void';
  return empty === `${start}${end}` ? 'usual' : 'unusual';
}

const attributes = new Map<string, string | undefined>();
// The names of data attributes are an author's to choose.
const mostAttributes = 1_000;

/** The name of an attribute that is written with its value, whatever that is; undefined for all others. */
function attributeOf(property: string): string | undefined {
  if (attributes.has(property)) return attributes.get(property);
  if (attributes.size >= mostAttributes) attributes.clear();
  const written = (value: string | string[]) => {
    const html = toHtmlSlowly({
      type: 'element',
      tagName: 'b',
      properties: { [property]: value },
      children: [],
    });
    return html.slice('<b '.length, -'></b>'.length);
  };
  const [name = ''] = written('x').split('=');
  const isUsual =
    ['x', '', name].every((value) => written(value) === `${name}="${value}"`) &&
    written(['x', 'y']) === `${name}="x y"`;
  attributes.set(property, isUsual ? name : undefined);
  return isUsual ? name : undefined;
}

const inText = /[&<]/g;
// Others may write values into quotation marks of another kind.
const inValue = /["&'`\0]/g;

function escapedText(text: string): string {
  return text.replace(inText, asReference);
}

function escapedValue(value: string): string {
  return value.replace(inValue, asReference);
}

function asReference(sign: string): string {
  return `&#x${sign.charCodeAt(0).toString(16).toUpperCase()};`;
}
