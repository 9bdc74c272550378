const start = '<!-- From here on, "npm run bench -- --against" writes. -->';
const end = '<!-- Up to here. -->';

/** A text in which what a measurement has printed stands in the place of the last one, or behind everything. */
export function withTable(text: string, printed: string): string {
  const [first, last] = [text.indexOf(start), text.indexOf(end)];
  const written = `${start}\n\n${printed.trim()}\n\n${end}`;
  if (first === -1 || last < first) return `${text.trimEnd()}\n\n${written}\n`.trimStart();
  return `${text.slice(0, first)}${written}${text.slice(last + end.length)}`;
}
