import type { Code, Heading, List, ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type {} from './wiki-link-syntax.ts';

type Locate = (start: number, end: number) => NonNullable<Nodes['position']>;

export type PlainNode = Paragraph | Heading | List | Code;

const letter = String.raw`[\p{Letter}\p{Mark}\d]`;
// Letters and signs that mean nothing to Markdown where they stand between others of this kind.
const plain = String.raw`[\p{Letter}\p{Mark}\d ,.;:?'"()’‘“”–—…%+=/€£-]`;
const words = String.raw`(?:${letter}(?:${plain}*${letter})?)`;

/** The parts of a line of text. Each sign of Markdown in them can only be what it is taken for here. */
const part = new RegExp(
  [
    `(?<text>(?:${plain}|\\n|!(?!\\[))+)`,
    // Behind the last stars nothing could begin.
    String.raw`\*\*(?<strong>${words})\*\*(?![^ \n,.;:?)])`,
    String.raw`\*(?<emphasis>${words})\*(?![^ \n,.;:?)])`,
    '`(?<code>[^`\\n ](?:[^`\\n]*[^`\\n ])?)`(?!`)',
    String.raw`\[\[(?<wiki>[^[\]\n^][^[\]\n]{0,250})\]\](?!\()`,
    String.raw`(?<mark>!?)\[(?<label>${words})\]\((?<url>[\w.,/:#%?=+-]+)(?: "(?<title>[^"\\&\n]*)")?\)`,
  ].join('|'),
  'uy',
);

// No line may begin with a sign that could open a block, and spaces at the ends of a line count.
const inDoubt = /(?:^|\n)(?![\p{Letter}"'“‘(]|!?\[|\*{1,2}[\p{Letter}\d]|`[^`])| (?=[ \n]|$)/u;
// Bare addresses become links.
const address = /www\.|:\/\//iu;
const headingStart = /^(#{1,6}) /u;
const bullet = /^- /u;
const ordinal = /^(\d{1,9})\. /u;
const code =
  /^```(?:(?<lang>[\w+#-]+)(?: (?<meta>[^&\\`\s](?:[^&\\`\n]*[^&\\`\s])?))?)?\n(?:(?<value>[^]*)\n)?```$/u;

/** The node of a block in which no sign is in doubt. */
export function readBlock(block: string, locate: Locate): PlainNode | undefined {
  if (block.startsWith('#')) return readHeading(block, locate);
  if (block.startsWith('```')) return readCode(block, locate);
  if (bullet.test(block)) return readList(block, bullet, locate);
  if (ordinal.test(block)) return readList(block, ordinal, locate);
  return readParagraph(block, locate);
}

function readHeading(block: string, locate: Locate): Heading | undefined {
  const [opening = '', signs = ''] = headingStart.exec(block) ?? [];
  if (opening === '' || block.includes('\n') || / (?: |$)/u.test(block)) return undefined;
  const children = readParts(block, opening.length, locate);
  if (children === undefined) return undefined;
  const depth = signs.length as Heading['depth'];
  return { type: 'heading', depth, children, position: locate(0, block.length) };
}

function readCode(block: string, locate: Locate): Code | undefined {
  const groups = code.exec(block)?.groups;
  if (groups === undefined) return undefined;
  const { lang = null, meta = null, value = '' } = groups;
  if (/^ {0,3}```/mu.test(value)) return undefined;
  return { type: 'code', lang, meta, value, position: locate(0, block.length) };
}

/** A list whose items are one line each. */
function readList(block: string, marker: RegExp, locate: Locate): List | undefined {
  const children: ListItem[] = [];
  let start = 0;
  for (const line of block.split('\n')) {
    const opening = marker.exec(line)?.[0].length;
    if (opening === undefined) return undefined;
    const from = start;
    const inner = readParagraph(line.slice(opening), (begin, end) =>
      locate(from + opening + begin, from + opening + end),
    );
    if (inner === undefined) return undefined;
    const position = locate(start, start + line.length);
    children.push({ type: 'listItem', spread: false, checked: null, children: [inner], position });
    start += line.length + 1;
  }
  const first = marker.exec(block)?.[1];
  return {
    type: 'list',
    ordered: first !== undefined,
    start: first === undefined ? null : Number(first),
    spread: false,
    children,
    position: locate(0, block.length),
  };
}

function readParagraph(block: string, locate: Locate): Paragraph | undefined {
  const children = inDoubt.test(block) ? undefined : readParts(block, 0, locate);
  return children && { type: 'paragraph', children, position: locate(0, block.length) };
}

function readParts(block: string, from: number, locate: Locate): PhrasingContent[] | undefined {
  const children: PhrasingContent[] = [];
  for (let start = from; start < block.length; start = part.lastIndex) {
    part.lastIndex = start;
    const groups = part.exec(block)?.groups;
    const node = groups && readPart(groups, start, locate);
    if (node === undefined) return undefined;
    children.push(node);
  }
  return children;
}

type Groups = Partial<Record<string, string>>;

function readPart(groups: Groups, start: number, locate: Locate): PhrasingContent | undefined {
  const { text, strong, emphasis, code: verbatim, wiki, mark, label = '', url = '', title } = groups;
  if (address.test(text ?? strong ?? emphasis ?? label)) return undefined;
  const position = locate(start, part.lastIndex);
  const inside = (value: string, signs: number): PhrasingContent => ({
    type: 'text',
    value,
    position: locate(start + signs, start + signs + value.length),
  });
  if (text !== undefined) return { type: 'text', value: text, position };
  if (strong !== undefined) return { type: 'strong', children: [inside(strong, 2)], position };
  if (emphasis !== undefined) return { type: 'emphasis', children: [inside(emphasis, 1)], position };
  if (verbatim !== undefined) return { type: 'inlineCode', value: verbatim, position };
  if (wiki !== undefined) return { type: 'wikiLink', value: wiki, position };
  const target = { title: title ?? null, url };
  if (mark === '!') return { type: 'image', ...target, alt: label, position };
  return { type: 'link', ...target, children: [inside(label, 1)], position };
}
