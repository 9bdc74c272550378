import type { Message } from './state.ts';

const mostContainers = 30;
const widestIndent = 100;
const mostBrackets = 100;
const mostBracketsAltogether = 10_000;
const mostFootnoteCalls = 1_000;
const mostColumns = 100;
const mostCells = 20_000;

const fence = /^ {0,3}(`{3,}|~{3,})/u;
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u;
const marker = />|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])/gu;
const delimiters = /^[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/u;

/**
 * What would keep a parser busy for longer than any real text, found by looking at lines and signs alone. Undefined
 * when the body may be parsed. Everything here is far beyond what a person would read.
 */
export function beyondLimits(body: string): Message | undefined {
  const counts = { brackets: 0, footnotes: 0 };
  let open: string | undefined;
  let depth = 0;
  let table: { columns: number; rows: number } | undefined;
  let line = 0;
  for (const text of linesOf(body)) {
    line += 1;
    const ticks = fence.exec(text)?.[1];
    if (open !== undefined) {
      if (ticks?.startsWith(open) === true && text.trim() === ticks) open = undefined;
      continue;
    }
    if (ticks !== undefined) {
      open = ticks;
      continue;
    }
    if (nesting(text) > mostContainers) return tooDeep(line, 'lists and quotations');
    if (text.trim() === '') [depth, table] = [0, undefined];
    if (text.includes('[')) {
      depth = deepest(text, depth);
      if (depth > mostBrackets) return tooDeep(line, 'brackets');
      counts.brackets += text.split('[').length - 1;
      counts.footnotes += text.split('[^').length - 1;
      if (counts.brackets > mostBracketsAltogether) return tooMany(line, 'brackets');
      if (counts.footnotes > mostFootnoteCalls) return tooMany(line, 'footnotes');
    }
    if (table !== undefined) table.rows += 1;
    else if (text.includes('-') && delimiters.test(text)) table = { columns: columnsOf(text), rows: 1 };
    if (table !== undefined && (table.columns > mostColumns || table.columns * table.rows > mostCells))
      return tooMany(line, 'cells in a table');
  }
  return undefined;
}

function* linesOf(body: string): Generator<string> {
  let start = 0;
  for (let end = body.indexOf('\n'); end !== -1; end = body.indexOf('\n', start)) {
    yield body.slice(start, end);
    start = end + 1;
  }
  yield body.slice(start);
}

/** How many lists and quotations a line opens or stands in, as its markers and its indentation tell. */
function nesting(text: string): number {
  const [prefix] = containers.exec(text) ?? [];
  if (prefix === undefined) return 0;
  const indent = text.length - text.trimStart().length;
  return indent > widestIndent ? Infinity : (prefix.match(marker) ?? []).length;
}

/** How deep in brackets a line ends, or the first depth that is too much. */
function deepest(text: string, before: number): number {
  let depth = before;
  for (const sign of text) {
    if (sign === '[') depth += 1;
    else if (sign === ']' && depth > 0) depth -= 1;
    if (depth > mostBrackets) break;
  }
  return depth;
}

function columnsOf(text: string): number {
  return text.split('|').filter((cell) => cell.includes('-')).length;
}

function tooDeep(line: number, what: string): Message {
  return {
    ...{ line, column: 1 },
    rule: 'too-deep',
    message: `Here ${what} stand in one another, far deeper than anybody can read.`,
    mend: 'Take levels away, or put the text into a code block if it is data.',
  };
}

function tooMany(line: number, what: string): Message {
  return {
    ...{ line, column: 1 },
    rule: 'too-much-markup',
    message: `Up to here there are more ${what} than a page can hold.`,
    mend: 'Divide the text, or put the data beside the post as a document.',
  };
}
