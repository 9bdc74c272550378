import { inertCode, inertText } from './inert-markdown.ts';
import type { Item, Line, Outline, Section } from './outline.ts';
import { outlineOf } from './outline-of-report.ts';
import type { Passage, Piece, Report } from './report-schema.ts';

/** As Markdown for a comment of at most so many bytes. What does not fit is summed up, and never cut in the middle. */
export function markdownReport(report: Report, mostBytes = usualBytes): string {
  const outline = outlineOf(report);
  const start = [...alarmsText(outline), ...outline.summary.map(lineText)];
  const end = `<sub>${lineText(outline.closing)}</sub>`;
  const fixed = [...start, end].join('\n\n');
  // Every section may need its title and the sentence about what is left out.
  const reserve = outline.sections.reduce((sum, { title }) => sum + sizeOf(inertText(title)) + 120, 0);
  const sections = fitted(outline.sections, mostBytes - sizeOf(fixed) - reserve);
  return `${[...start, ...sections, end].join('\n\n')}\n`;
}

// GitHub takes 65,536 characters. Counted in bytes, with room for what marks the comment, no way of counting is too much.
export const usualBytes = 65_000;

function alarmsText({ alarms }: Outline): string[] {
  const [first, ...rest] = alarms.map(lineText);
  if (first === undefined) return [];
  return [
    `**Look at this first.** ${first}`,
    ...(rest.length === 0 ? [] : [rest.map((line) => `- ${line}`).join('\n')]),
  ];
}

interface Fitting {
  item: Item;
  /** Undefined when there was no room at all. */
  text?: string;
}

/** The items in full as far as there is room; then those that get a line; then how many get none. */
function fitted(sections: readonly Section[], room: number): string[] {
  let left = room;
  const fits = sections.map(({ items }) => items.map((item): Fitting => ({ item })));
  const give = (fitting: Fitting, text: string) => {
    const more = sizeOf(text) - sizeOf(fitting.text ?? '') + 2;
    if (more > left) return;
    left -= more;
    fitting.text = text;
  };
  for (const section of fits) {
    // Thousands of problems leave room for the pages, and the other way round.
    const floor = left / 2;
    for (const fitting of section) if (left > floor) give(fitting, `- ${lineText(fitting.item.brief)}`);
  }
  for (const fitting of fits.flat()) if (fitting.text !== undefined) give(fitting, itemText(fitting.item));
  return sections.map(({ title, nouns: [one, many] }, index) => {
    const items = fits[index] ?? [];
    const texts = items.flatMap(({ text }) => text ?? []);
    const missing = items.length - texts.length;
    const rest =
      missing === 0
        ? []
        : [
            `And ${missing} more ${missing === 1 ? one : many}, for which there is no room here; the report as HTML has everything.`,
          ];
    return [`### ${inertText(title)}`, ...grouped(texts), ...rest].join('\n\n');
  });
}

/** List items that follow each other belong to one list. */
function grouped(texts: readonly string[]): string[] {
  const groups: string[] = [];
  for (const text of texts) {
    const last = groups.at(-1);
    if (last !== undefined && text.startsWith('- ') && last.startsWith('- '))
      groups[groups.length - 1] = `${last}\n${text}`;
    else groups.push(text);
  }
  return groups;
}

function itemText({ title, lines, passages = [] }: Item): string {
  if (title === undefined) return lines.map((line) => `- ${lineText(line)}`).join('\n');
  const [first = [], ...rest] = lines.map(lineText);
  return [
    `#### ${lineText(title)}`,
    ...(typeof first === 'string' ? [first] : []),
    ...(rest.length === 0 ? [] : [rest.map((line) => `- ${line}`).join('\n')]),
    ...(passages.length === 0
      ? []
      : [['<details><summary>The words</summary>', ...passages.map(passageText), '</details>'].join('\n\n')]),
  ].join('\n\n');
}

function passageText(passage: Passage): string {
  if ('unchanged' in passage)
    return `*${passage.unchanged === 1 ? 'One paragraph stays' : `${passage.unchanged} paragraphs stay`} as ${passage.unchanged === 1 ? 'it is' : 'they are'}.*`;
  return `> ${passage.pieces.map(pieceText).join('')}`;
}

function lineText(line: Line): string {
  return line
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('code' in part) return inertCode(part.code);
      return 'said' in part ? inertText(part.said) : part.pieces.map(pieceText).join('');
    })
    .join('');
}

function pieceText({ is, text }: Piece): string {
  const lines = text.split('\n').map(inertText).join('<br>');
  if (is === 'same') return lines;
  return is === 'added' ? `<ins>${lines}</ins>` : `<del>${lines}</del>`;
}

function sizeOf(text: string): number {
  return Buffer.byteLength(text);
}
