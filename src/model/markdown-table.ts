/** A table in Markdown, spaced as Prettier spaces it. Line breaks in a cell become spaces. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const table = [head, ...rows].map((row) => row.map(inCell));
  const widths = head.map((_, column) => Math.max(3, ...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...body] = table;
  return [first, widths.map((width) => '-'.repeat(width)), ...body].map(line).join('\n');
}

function inCell(text: string): string {
  return text.replace(/\s+/gu, ' ').replaceAll('|', '\\|');
}
