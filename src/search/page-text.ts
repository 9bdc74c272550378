const marked = /<(article|div|section|main)\b[^>]*\bdata-pagefind-body\b/gu;
const ignored = /<([a-z]+)\b[^>]*\bdata-pagefind-ignore\b/u;
const unseen = /<(script|style|svg|template)\b[\s\S]*?<\/\1>/gu;
const tag = /<[^>]*>/gu;
const entity = /&(?:#x([\da-f]+)|#(\d+)|(amp|lt|gt|quot|apos|nbsp));/giu;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * The words of a page that are in the search index, as text: of every element that is marked for it. The pages are our
 * own, well-formed and without a `>` in an attribute, so they are not parsed; only words are taken from it.
 */
export function indexedText(html: string): string {
  return markedElements(html)
    .map((part) => decoded(heeded(part).replace(unseen, ' ').replace(tag, ' ')))
    .join(' ');
}

/** The sources of the elements of a page that are marked for the search index. */
export function markedElements(html: string): string[] {
  return [...html.matchAll(marked)].map(({ 1: name = '', index }) => elementAt(html, name, index));
}

/** A part without the elements that the index is told to leave out. */
function heeded(part: string): string {
  let text = part;
  for (let match = ignored.exec(text); match !== null; match = ignored.exec(text))
    text = text.replace(elementAt(text, match[1] ?? '', match.index), ' ');
  return text;
}

/** The source of an element, with its own closing tag. */
function elementAt(html: string, name: string, start: number): string {
  const tags = new RegExp(`<(/?)${name}\\b[^>]*>`, 'gu');
  tags.lastIndex = start;
  let depth = 0;
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return html.slice(start, tags.lastIndex);
  }
  return html.slice(start);
}

/** A text of a source as it is read. */
export function decoded(text: string): string {
  return text.replace(entity, (_whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? ' ';
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
  });
}

/** A text as it stands in an attribute of a source. */
export function encoded(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
