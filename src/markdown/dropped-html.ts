import type { Element, Nodes, Root } from 'hast';
import rehypeSanitize from 'rehype-sanitize';
import type {} from 'remark-rehype';
import type { VFile } from 'vfile';
import { mendOfAttribute, mendOfElement } from './dropped-html-mends.ts';
import { sanitiseSchema } from './sanitise-schema.ts';
import { sourceLines } from './source-lines.ts';
import { report, type Placed } from './state.ts';
import { SKIP, eachElement } from './walk.ts';

// Judges elements one by one, without those around them.
const sanitise = rehypeSanitize({ ...sanitiseSchema, ancestors: {} });
const known = new Set(sanitiseSchema.tagNames);
const stripped = new Set(sanitiseSchema.strip);

/** Reports what the sanitiser is going to take away of an author's own HTML: it is asked about each element. */
export function reportDropped(tree: Root, file: VFile): void {
  const lines = sourceLines(file);
  const say = (node: Element, what: string, mend: string) => {
    report(file, placeInSource(node, lines), { rule: 'dropped-html', message: what, mend });
  };
  eachElement(tree, (node) => {
    const { tagName, properties } = node;
    const names = Object.keys(properties);
    if (known.has(tagName) && names.length === 0) return undefined;
    const kept = keptOf(node);
    if (kept === undefined || isForInput(node)) {
      const whole = stripped.has(tagName);
      const what = whole ? 'It would be dropped with all that it holds' : 'Its tags would be dropped';
      say(node, `A post cannot have <${tagName}>. ${what}.`, mendOfElement(tagName));
      return whole ? SKIP : undefined;
    }
    for (const name of names) {
      if (isJudgedElsewhere(node, name) || isSame(properties[name], kept.properties[name])) continue;
      const written = attributeName(name);
      say(
        node,
        `In a post, <${tagName}> cannot have the attribute "${written}". It would be dropped.`,
        mendOfAttribute(written),
      );
    }
    return undefined;
  });
}

function keptOf(node: Element): Element | undefined {
  const { children } = sanitise({ type: 'root', children: [{ ...node, children: [] }] });
  const [kept] = children;
  return kept?.type === 'element' ? kept : undefined;
}

/** The sanitiser makes a checkbox of every input. */
function isForInput({ tagName, properties }: Element): boolean {
  return tagName === 'input' && properties['type'] !== 'checkbox';
}

/** Addresses have messages of their own; the two classes come from the parser of Markdown. */
function isJudgedElsewhere({ tagName, properties }: Element, name: string): boolean {
  if (name === 'href' || name === 'src') return true;
  return name === 'className' && (tagName === 'code' || properties.id === 'footnote-label');
}

function isSame(written: Element['properties'][string], kept: Element['properties'][string]): boolean {
  return Array.isArray(written) ? Array.isArray(kept) && kept.length === written.length : kept === written;
}

/** `className` → `class`, `dataSrc` → `data-src`, `ariaLabel` → `aria-label`, `onClick` → `onclick`. */
function attributeName(property: string): string {
  if (property === 'className') return 'class';
  const [, prefix, rest] = /^(data|aria)([A-Z].*)$/u.exec(property) ?? [];
  return prefix === undefined || rest === undefined
    ? property.toLowerCase()
    : prefix + rest.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
}

/** The parser has not seen the signs before each line of a quotation or a list, and counts without them. */
function placeInSource({ tagName, position }: Element, lines: readonly string[]): Placed {
  if (position === undefined) return {};
  const { line, column } = position.start;
  const at = lines[line - 1]?.toLowerCase().indexOf(`<${tagName}`, column - 1) ?? -1;
  return at === -1 ? { position } : { position: { ...position, start: { line, column: at + 1 } } };
}

/** Reports the tags of a whole page, of which the parser of HTML leaves nothing in the tree. */
export function reportLostTags(node: Nodes, file: VFile): void {
  if (node.type === 'raw') {
    const [, name] = /<(html|head|body)(?=[\s/>])/iu.exec(withoutComments(node.value)) ?? [];
    if (name === undefined) return;
    report(file, node, {
      rule: 'dropped-html',
      message: `A post cannot have <${name.toLowerCase()}>. Its tags would be dropped.`,
      mend: 'Take them away: a post is part of a page that is there already.',
    });
  }
  if ('children' in node) for (const child of node.children) reportLostTags(child, file);
}

function withoutComments(html: string): string {
  const [first = '', ...others] = html.split('<!--');
  return [first, ...others.map((part) => part.split('-->').slice(1).join('-->'))].join('');
}
