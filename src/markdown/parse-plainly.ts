import type { Nodes, Root, RootContent } from 'mdast';
import { placesIn } from '../model/places.ts';
import { readBlock, type PlainNode } from './plain-block.ts';

type Point = NonNullable<Nodes['position']>['start'];

/** A stretch of a text between empty lines, with its node if it is plain. */
interface Block {
  start: number;
  end: number;
  node: PlainNode | undefined;
  /** Which lists beside it could become one with it, or a part of it. */
  joins: 'none' | 'bullets' | 'numbers' | 'both';
}

/** Plain blocks in a row, with nothing but empty lines between them. */
interface Taken {
  start: number;
  end: number;
  nodes: PlainNode[];
}

/** Stands for plain blocks. The parser takes it for a letter, and so for a paragraph. */
const standIn = '\uE000';

/**
 * Parses Markdown with `parse`, which is shown only what is not plain. Plain are paragraphs, headings and lists of words
 * in which every sign can mean one thing only, and code: their nodes are made here. The parser has to think of
 * everything that Markdown has, takes hundreds of steps for a word in bold type, and most of every post is plain. The
 * tree is the one that `parse` would make of the whole text, to the last position.
 */
export function parsePlainly(whole: string, parse: (text: string) => Root): Root {
  // The parser ends a line at a carriage return as well.
  if (whole.includes(standIn) || whole.includes('\r')) return parse(whole);
  const placeAt = placesIn(whole);
  const at = (offset: number) => ({ ...placeAt(offset), offset });
  const taken: Taken[] = [];
  const kept: string[] = [];
  let from = 0;
  let row: Taken | undefined;
  for (const { start, end, node } of blocksOf(whole, at)) {
    if (node === undefined) {
      row = undefined;
      continue;
    }
    if (row === undefined) {
      row = { start, end, nodes: [] };
      taken.push(row);
      kept.push(whole.slice(from, start));
    }
    row.nodes.push(node);
    row.end = from = end;
  }
  kept.push(whole.slice(from));
  const [only] = taken;
  if (only === undefined) return parse(whole);
  if (taken.length === 1 && /^[ \t\n]*$/u.test(kept.join('')))
    return { type: 'root', children: only.nodes, position: { start: at(0), end: at(whole.length) } };
  return restore(parse(kept.join(standIn)), { whole, taken, at });
}

type PointAt = (offset: number) => Point;

// What begins like this may go on behind an empty line.
const mayGoOn = /`{3}|~{3}|</u;
// Lists, and what is indented as the parts of an item are.
const listLike = /^[ \t]|(?:^|\n)[ \t>]*(?:[*+-]|\d{1,9}[.)])(?=\s|$)/u;

function blocksOf(whole: string, at: PointAt): Block[] {
  const blocks: Block[] = [];
  let isOpen = false;
  for (const { start, end } of stretchesOf(whole)) {
    const text = whole.slice(start, end);
    const found = readBlock(text, (from, to) => ({ start: at(start + from), end: at(start + to) }));
    // A fence could be the end of code that began before it.
    const node = isOpen && found?.type === 'code' ? undefined : found;
    if (node === undefined) isOpen ||= mayGoOn.test(text);
    blocks.push({ start, end, node, joins: joinsOf(node, text) });
  }
  const isApart = (list: Block, beside: Block | undefined) =>
    beside === undefined || (beside.joins !== 'both' && beside.joins !== list.joins);
  return blocks.map((block, index) =>
    block.node?.type !== 'list' || (isApart(block, blocks[index - 1]) && isApart(block, blocks[index + 1]))
      ? block
      : { ...block, node: undefined },
  );
}

function joinsOf(node: PlainNode | undefined, text: string): Block['joins'] {
  if (node?.type === 'list') return node.ordered === true ? 'numbers' : 'bullets';
  return node === undefined && listLike.test(text) ? 'both' : 'none';
}

/** Where a text is, between empty lines. */
function* stretchesOf(whole: string): Generator<{ start: number; end: number }> {
  let start = 0;
  while (start < whole.length) {
    if (whole[start] === '\n') {
      start += 1;
      continue;
    }
    const next = whole.indexOf('\n\n', start);
    const end = next === -1 ? whole.length - (whole.endsWith('\n') ? 1 : 0) : next;
    yield { start, end };
    start = end;
  }
}

interface Removed {
  whole: string;
  taken: readonly Taken[];
  at: PointAt;
}

function restore(tree: Root, { whole, taken, at }: Removed): Root {
  // The offset of each stand-in, and what is missing in all behind it.
  const offsets: number[] = [];
  const missing: { signs: number; lines: number }[] = [];
  let [signs, lines] = [0, 0];
  for (const { start, end } of taken) {
    offsets.push(start - signs);
    signs += end - start - 1;
    lines += at(end).line - at(start).line;
    missing.push({ signs, lines });
  }
  const moved = (point: Point): Point => {
    const { line, column, offset = 0 } = point;
    const before = countBelow(offsets, offset) - 1;
    const less = missing[before];
    if (less === undefined) return point;
    // Nothing else stands in the line of a stand-in.
    if (offset === (offsets[before] ?? 0) + 1) return at(offset + less.signs);
    return { line: line + less.lines, column, offset: offset + less.signs };
  };
  const rest = taken.values();
  const next = () => {
    const { value } = rest.next();
    if (value === undefined) throw new Error('A block of a text was found twice.');
    return value;
  };
  // In code and in comments that go on behind an empty line, everything is as it was written.
  const asWritten = (text: string) =>
    text.replaceAll(standIn, () => {
      const { start, end } = next();
      return whole.slice(start, end);
    });

  restoreNode(tree);
  if (rest.next().done !== true) throw new Error('Blocks of a text were lost between its parts.');
  return tree;

  function restoreNode(node: Nodes): void {
    const { position } = node;
    if (position !== undefined) node.position = { start: moved(position.start), end: moved(position.end) };
    if ('value' in node && node.value.includes(standIn)) node.value = asWritten(node.value);
    if ('children' in node) node.children = node.children.flatMap(restoredChild);
  }

  function restoredChild(child: RootContent): RootContent[] {
    if (isStandIn(child)) return next().nodes;
    restoreNode(child);
    return [child];
  }
}

function isStandIn(node: Nodes): boolean {
  if (node.type !== 'paragraph' || node.children.length !== 1) return false;
  const [only] = node.children;
  return only?.type === 'text' && only.value === standIn;
}

/** How many of the sorted numbers are below a limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
