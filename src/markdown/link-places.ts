import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { remarkWikiLinkSyntax } from './wiki-link-syntax.ts';

/** An address in a body, or the name of a post between double brackets, and where it stands in the text. */
export interface LinkPlace {
  kind: 'address' | 'wiki';
  start: number;
  end: number;
  /** As it is written there. */
  written: string;
}

/** The kinds of tokens that hold nothing but an address: of links and pictures, and of definitions below a text. */
const destinations = ['resourceDestinationString', 'definitionDestinationString'] as const;

declare module 'unified' {
  interface Data {
    /** Where the addresses of links and definitions stand. */
    destinations?: [start: number, end: number][];
  }
}

/** Notes where addresses stand, of which the tree has only the meaning. */
function remarkDestinations(this: Processor): void {
  const data = this.data();
  const found: [number, number][] = (data.destinations = []);
  const enter = Object.fromEntries(
    destinations.map((type) => [
      type,
      function (this: { buffer: () => void }, token: { start: { offset: number }; end: { offset: number } }) {
        found.push([token.start.offset, token.end.offset]);
        this.buffer();
      },
    ]),
  );
  (data.fromMarkdownExtensions ??= []).push({ enter });
}

/**
 * Every address and every name between double brackets in a body, in the order in which they stand there: of links,
 * pictures and definitions, in HTML, and in the attributes of components. Code is left alone. Throws where an `.mdx` body
 * cannot be read.
 */
export function linkPlaces(body: string, format: 'md' | 'mdx'): LinkPlace[] {
  const processor = unified()
    .use(remarkParse)
    .use(format === 'mdx' ? [remarkMdx] : [])
    .use(remarkGfm)
    .use(remarkWikiLinkSyntax)
    .use(remarkDestinations)
    .freeze();
  const tree = processor.parse(body);
  const places = (processor.data().destinations ?? []).map(([start, end]): LinkPlace => {
    return { kind: 'address', start, end, written: body.slice(start, end) };
  });
  collect(tree, body, places);
  return places.sort((a, b) => a.start - b.start);
}

function collect(node: Nodes, body: string, places: LinkPlace[]): void {
  const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
  const add = (kind: LinkPlace['kind'], from: number, written: string) =>
    places.push({ kind, start: from, end: from + written.length, written });
  if (node.type === 'wikiLink') {
    // The name ends at a bar, or at a number sign before the name of a heading.
    const [, space = '', name = ''] = /^(\s*)([^|#\\]*)/u.exec(node.value) ?? [];
    if (name.trim() !== '') add('wiki', start + 2 + space.length, name.trim());
  }
  if (node.type === 'link' && body[start] !== '[') {
    const [whole] = /^<?[^>]*/u.exec(body.slice(start, end)) ?? [''];
    const bracket = whole.startsWith('<') ? 1 : 0;
    add('address', start + bracket, whole.slice(bracket));
  }
  if (node.type === 'html') addAttributes(start, end);
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
    addAttributes(start, node.children[0]?.position?.start.offset ?? end);
  if ('children' in node) for (const child of node.children) collect(child, body, places);

  function addAttributes(from: number, to: number): void {
    for (const { index, 0: whole, groups = {} } of body.slice(from, to).matchAll(attribute)) {
      const value = groups['double'] ?? groups['single'] ?? '';
      add('address', from + index + whole.length - value.length - 1, value);
    }
  }
}

/** The attributes that hold an address, of HTML and of components. */
const attribute = /\s(?:href|src|poster|link)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/gu;

/** A body with other words in some places of `linkPlaces`. */
export function withPlaces(
  body: string,
  places: readonly LinkPlace[],
  replace: (place: LinkPlace) => string | undefined,
): string {
  let [text, done] = ['', 0];
  for (const place of places) {
    const other = replace(place);
    if (other === undefined) continue;
    text += body.slice(done, place.start) + other;
    done = place.end;
  }
  return text + body.slice(done);
}
