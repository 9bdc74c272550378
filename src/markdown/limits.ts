import type { Message } from './state.ts';

const mostOfText = { signs: 200_000, lines: 5_000 };
// The forge takes no longer remark.
const mostOfRemark = { signs: 65_536, lines: 1_000 };
const mostContainers = 30;
// Beginning and ending one inside another costs as much as all of the text before it.
const mostNested = 4_000;
const ordinaryIndent = 1;
const widestIndent = 100;
const mostBrackets = 100;
const mostBraces = 100;
const mostBracketsAltogether = 10_000;
const mostFootnoteCalls = 1_000;
const mostColumns = 100;
const mostCells = 10_000;
const mostUnderlinedHeadings = 1_000;
const mostAddresses = 5_000;
// The parser compares each with all that came before it in its paragraph.
const mostEmphasis = 1_000;
const mostEmphasisAltogether = 10_000;

const fence = /^ {0,3}(`{3,}|~{3,})/u;
const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/u;
const marker = />|[-*+]|\d{1,9}[.)]/gu;
const blank = /^[>\s]*$/u;
const address = /@|:\/\/|www\./giu;
const underline = /^[ >]*(?:=+|-+)[ \t]*$/u;
const emphasis = /\*+|~+|(?<![\p{Letter}\p{Number}])_+|_+(?![\p{Letter}\p{Number}_])/gu;
const delimiters = /^[ >]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*(?:\|[ \t]*)?$/u;

/**
 * What would keep a parser busy for longer than any real text, found by looking at lines and signs alone. Undefined
 * when the body may be parsed. Everything here is far beyond what a person would read.
 */
export function beyondLimits(body: string, isRemark = false): Message | undefined {
  const most = isRemark ? mostOfRemark : mostOfText;
  if (body.length > most.signs) return tooMany(1, 'characters');
  const counts = {
    brackets: 0,
    footnotes: 0,
    nested: 0,
    underlined: 0,
    addresses: 0,
    emphasis: 0,
    emphasisAltogether: 0,
    cells: 0,
  };
  let open: string | undefined;
  let depth = 0;
  let columns = 0;
  let line = 0;
  for (const text of linesOf(body)) {
    line += 1;
    if (line > most.lines + 1) return tooMany(line, 'lines');
    const ticks = fence.exec(text)?.[1];
    if (open !== undefined) {
      if (ticks?.startsWith(open) === true && text.trim() === ticks) open = undefined;
      continue;
    }
    if (ticks !== undefined) {
      open = ticks;
      continue;
    }
    const nested = nesting(text);
    if (nested > 1) counts.nested += nested;
    if (nested > mostContainers) return tooDeep(line, 'lists and quotations');
    if (counts.nested > mostNested) return tooMany(line, 'lists and quotations in one another');
    if (blank.test(text)) [depth, columns, counts.emphasis] = [0, 0, 0];
    if (underline.test(text)) counts.underlined += 1;
    if (counts.underlined > mostUnderlinedHeadings) return tooMany(line, 'headings and lines');
    if (text.includes('[')) {
      depth = deepest(text, depth);
      if (depth > mostBrackets) return tooDeep(line, 'brackets');
      counts.brackets += text.split('[').length - 1;
      counts.footnotes += text.split('[^').length - 1;
      if (counts.brackets > mostBracketsAltogether) return tooMany(line, 'brackets');
      if (counts.footnotes > mostFootnoteCalls) return tooMany(line, 'footnotes');
    }
    if (columns === 0 && text.includes('-') && delimiters.test(text)) columns = columnsOf(text);
    counts.cells += columns;
    if (columns > mostColumns || counts.cells > mostCells) return tooMany(line, 'cells in tables');
    if (/[@:w]/iu.test(text)) counts.addresses += (text.match(address) ?? []).length;
    if (counts.addresses > mostAddresses) return tooMany(line, 'addresses');
    // Each cell of a table is a paragraph of its own.
    const emphasised = emphasisIn(text);
    counts.emphasis = (columns === 0 ? counts.emphasis : 0) + emphasised;
    counts.emphasisAltogether += emphasised;
    if (counts.emphasis > mostEmphasis || counts.emphasisAltogether > mostEmphasisAltogether)
      return tooMany(line, 'stars, underscores and tildes');
  }
  return undefined;
}

/** The same for the braces of MDX: the parser tries each closing one as the end of each opening one. */
export function beyondMdxLimits(body: string): Message | undefined {
  let [depth, line] = [0, 1];
  for (const sign of body) {
    if (sign === '\n') line += 1;
    else if (sign === '{') depth += 1;
    else if (sign === '}' && depth > 0) depth -= 1;
    if (depth > mostBraces) return tooDeep(line, 'braces');
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

/** How many signs of emphasis may begin or end something. An underscore inside a word does not. */
function emphasisIn(text: string): number {
  return /[*_~]/u.test(text) ? (text.match(emphasis) ?? []).length : 0;
}

/** How many lists and quotations a line opens or stands in, as its markers and its indentation tell. */
function nesting(text: string): number {
  const [prefix] = containers.exec(text) ?? [];
  if (prefix === undefined) return 0;
  const indent = text.length - text.trimStart().length;
  if (indent > widestIndent) return Infinity;
  return (prefix.match(marker) ?? []).length + Math.ceil(Math.max(0, indent - ordinaryIndent) / 4);
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
