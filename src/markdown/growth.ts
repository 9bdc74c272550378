import type { Nodes } from 'hast';

/** How many times longer than its source a page may be, and a length that needs no question. */
export const mostGrowth = 20;
export const alwaysFine = 8_192;

/** A few signs of Markdown can ask for many of HTML, such as one long address that a thousand references use. */
export const tooMuch = {
  rule: 'too-much-markup' as const,
  message: 'The page would be many times longer than its source.',
  mend: 'Repeat fewer links, footnotes or headings.',
};

// Nested tags become nested calls, and the stack of calls has an end.
export const tooDeep = {
  line: 1,
  column: 1,
  rule: 'too-deep' as const,
  message: 'There are thousands of tags in this text, or thousands in one another.',
  mend: 'Close every tag that was opened, and write Markdown where it will do.',
};

// What the steps that only make a page look well may add to an element: boxes, labels, class names.
const additions: Record<string, number> = { input: 20, p: 60, pre: 60, table: 80, td: 30, th: 40 };
const ofTag = '<></>'.length;
const ofAttribute = ' =""'.length;
const longestReference = '&#x26;'.length;
// A sign of code may get a quarter of a span with a class name.
const growthOfCode = 10;

/** No HTML that is made of a judged tree is longer than this many signs. */
export function mostHtml(node: Nodes): number {
  if (node.type === 'text') return node.value.length + escaped(node.value) * longestReference;
  if (!('children' in node)) return 0;
  let inside = 0;
  for (const child of node.children) inside += mostHtml(child);
  if (node.type !== 'element') return inside;
  const { tagName, properties } = node;
  let own = ofTag + 2 * tagName.length + (additions[tagName] ?? 0);
  for (const [name, value] of Object.entries(properties)) {
    const text = Array.isArray(value) ? value.join(' ') : String(value);
    own += ofAttribute + name.length + 2 + text.length + escaped(text) * longestReference;
  }
  // The address of a link to a film is there twice.
  return tagName === 'a' ? inside + 2 * own : own + (tagName === 'code' ? inside * growthOfCode : inside);
}

function escaped(text: string): number {
  return /[&<"]/u.test(text) ? (text.match(/[&<"]/gu) ?? []).length : 0;
}
