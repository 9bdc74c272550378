import type { Blockquote, Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { calloutLabels, calloutTypes, type CalloutType } from '../model/teaching.ts';

// The sign behind the bracket may be written in other ways.
const sign = /\[[!&\\]/u;
const marker = /^\[!([a-z]+)\][ \t]*(\n|$)/iu;

/** GitHub's alerts: a quotation whose first line is `[!NOTE]` and nothing else becomes a callout. */
export function remarkAlerts() {
  return (tree: Root, file: VFile) => {
    const source = String(file);
    if (!sign.test(source) || !source.includes('>')) return;
    visit(tree, 'blockquote', (node, _index, parent) => {
      // As on GitHub, an alert inside another quotation or a list stays a quotation.
      if (parent?.type === 'blockquote' || parent?.type === 'listItem') return;
      const type = takeMarker(node, source);
      if (type !== undefined) makeCallout(node, type);
    });
  };
}

/** Takes the marker off the quotation and returns its type; leaves the quotation alone when it is not an alert. */
function takeMarker(quote: Blockquote, source: string): CalloutType | undefined {
  const [paragraph, ...others] = quote.children;
  if (paragraph?.type !== 'paragraph') return undefined;
  const [first, second, ...rest] = paragraph.children;
  if (first?.type !== 'text') return undefined;
  const match = marker.exec(first.value);
  const type = calloutTypes.find((name) => name === match?.[1]?.toLowerCase());
  // The source tells `[!NOTE]` from `\[!NOTE]`.
  if (match === null || type === undefined || source[first.position?.start.offset ?? 0] !== '[')
    return undefined;
  if (match[2] === '\n') {
    first.value = first.value.slice(match[0].length);
    if (first.value === '' && second === undefined) quote.children = others;
    return quote.children.length === 0 ? undefined : type;
  }
  if (second?.type === 'break' && rest.length > 0) paragraph.children = rest;
  else if (second === undefined && others.length > 0) quote.children = others;
  else return undefined;
  return type;
}

function makeCallout(quote: Blockquote, type: CalloutType): void {
  const title: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'text', value: calloutLabels[type] }],
    data: { hProperties: { className: ['callout-title'] } },
  };
  quote.children = [title, ...quote.children];
  quote.data = { hName: 'div', hProperties: { className: ['callout'], dataType: type } };
}
