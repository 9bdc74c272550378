import { Document, isScalar, visit } from 'yaml';
import type { FieldValue } from './frontmatter-edits.ts';

/** A value as YAML on one line: `[job-aids, git]`, or a text in quotation marks where it needs them. */
export function onOneLine(value: FieldValue, like?: unknown): string {
  const line = written(value, () => true);
  // Whoever put a text in quotation marks finds the new one in them.
  const isQuoted = isScalar(like) && like.type === 'QUOTE_DOUBLE';
  return isQuoted && typeof value === 'string' && line === value
    ? `"${value.replace(/["\\]/gu, '\\$&')}"`
    : line;
}

/** A value as lines: one for each field or item, and lists of words on one line. */
export function asLines(value: FieldValue): string[] {
  return written(value, (items) => items.every(isScalar)).split('\n');
}

function written(value: FieldValue, isFlow: (items: readonly unknown[]) => boolean): string {
  const document = new Document(value);
  visit(document, {
    Collection: (_key, node) => void (node.flow = isFlow(node.items)),
    Scalar: (_key, node) => {
      if (typeof node.value === 'string' && node.value.includes('\n')) node.type = 'QUOTE_DOUBLE';
    },
  });
  const options = { lineWidth: 0, flowCollectionPadding: false, doubleQuotedAsJSON: true };
  return document.toString(options).replace(/\n$/u, '');
}
