import { plainLine } from '../../src/model/plain-line.ts';

/** A table for spreadsheets, without a line break at its end. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => row.map(cell).join(',')).join('\r\n');
}

/** A cell of a table. Spreadsheets take some first signs for the beginning of a formula; a quotation mark makes them words. */
function cell(value: string | number): string {
  const text = plainLine(String(value));
  const words = /^\s*[=+\-@]/u.test(text) ? `'${text}` : text;
  return /[",\s]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
