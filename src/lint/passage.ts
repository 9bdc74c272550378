import type { Nodes, Parents, Root } from 'mdast';
import type {} from 'remark-mdx';
import { placeIn, placesIn } from '../model/places.ts';
import type { Place } from '../model/problem.ts';
import type {} from '../markdown/wiki-link-syntax.ts';
import { writtenAt, type Reached } from './written.ts';

/** Connected prose, with the way back to where it is written. */
export interface Passage {
  /** Sentences stand in paragraphs; what the others hold may be a few words. */
  kind: 'paragraph' | 'heading' | 'cell' | 'label';
  /** Soft line breaks are spaces, hard ones are line breaks, and what is no prose is `omitted`. */
  text: string;
  /** Where an offset of the text is in the file that was parsed. */
  place: (offset: number) => Place;
}

/**
 * Stands for what is no prose, such as code, so that no word runs through it. The rules of Unicode begin a sentence
 * only at a letter, and this is a letter to them: the ideographic zero.
 */
const omitted = '\u3007';

/** A stretch of a passage that was written in one go. */
interface Piece {
  /** The offset in the passage. */
  at: number;
  value: string;
  /** Where the source of the value begins. */
  start: Start;
}

interface Start extends Place {
  offset: number;
}

const kinds: Partial<Record<Nodes['type'], Passage['kind']>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  tableCell: 'cell',
};
const labels = new Set(['title', 'question', 'alt', 'caption', 'label']);

/** The prose of a Markdown tree in reading order. `source` is the text that was parsed. */
export function passagesOf(tree: Root, source: string): Passage[] {
  const passages: Passage[] = [];
  const placeOf = placesIn(source);
  visitBlock(tree);
  return passages;

  function visitBlock(node: Nodes): void {
    if (isForeign(node)) return;
    addLabels(node);
    const kind = kinds[node.type];
    if (kind !== undefined && 'children' in node) {
      const builder = new Builder();
      addInline(node, builder);
      passages.push(builder.finish(kind, source, placeOf));
    } else if ('children' in node) for (const child of node.children) visitBlock(child);
  }

  function addInline(parent: Parents, builder: Builder): void {
    let closing: string | undefined;
    for (const node of parent.children) {
      if (closing !== undefined) {
        if (node.type === 'html' && node.value.toLowerCase().startsWith(closing)) closing = undefined;
        continue;
      }
      if (node.type === 'text') builder.add(node.value, startOf(node));
      else if (node.type === 'break') builder.add('\n', undefined);
      else if (node.type === 'wikiLink') {
        const bar = node.value.indexOf('|');
        // Two brackets stand before the target.
        if (bar === -1) builder.omit();
        else builder.add(node.value.slice(bar + 1), startOf(node, bar + 3));
      } else if (node.type === 'html') {
        closing = closingOf(node.value);
        if (closing !== undefined) builder.omit();
      } else {
        addLabels(node);
        // Components between two lines of a paragraph, such as the options of a quiz, are blocks of their own.
        const apart = node.type === 'mdxJsxTextElement' && /^\p{Uppercase}/u.test(node.name ?? '');
        if (apart) builder.add('\n', undefined);
        if (!('children' in node) || isForeign(node)) builder.omit();
        else addInline(node, builder);
        if (apart) builder.add('\n', undefined);
      }
    }
  }

  /** Words that stand in marks and attributes: texts for pictures, titles, labels of components. */
  function addLabels(node: Nodes): void {
    if (node.type === 'image' || node.type === 'imageReference') addLabel(node.alt, startOf(node, 2));
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    for (const attribute of node.attributes)
      if (attribute.type === 'mdxJsxAttribute' && labels.has(attribute.name))
        if (typeof attribute.value === 'string')
          addLabel(attribute.value, startOf(attribute, attribute.name.length + 2));
  }

  function addLabel(value: string | null | undefined, start: Start | undefined): void {
    if (value == null || value === '' || start === undefined) return;
    const builder = new Builder();
    builder.add(value, start);
    passages.push(builder.finish('label', source, placeOf));
  }
}

/** One line of prose that stands at a place of a file, such as a title in frontmatter. */
export function passageOf(text: string, start: Place, kind: Passage['kind'] = 'label'): Passage {
  return {
    kind,
    text: text.replaceAll('\n', ' '),
    place: (offset) => placeIn(text, offset, start),
  };
}

class Builder {
  readonly #pieces: Piece[] = [];
  #text = '';

  add(value: string, start: Start | undefined): void {
    if (start !== undefined) this.#pieces.push({ at: this.#text.length, value, start });
    // The rules of Unicode end a sentence at a line break, which a soft one does not.
    this.#text += start === undefined ? value : value.replace(/[\r\n]/gu, ' ');
  }

  omit(): void {
    this.#text += omitted;
  }

  finish(kind: Passage['kind'], source: string, placeOf: (offset: number) => Place): Passage {
    const pieces = this.#pieces;
    // What a piece was asked last: findings come in the order of the text, and the way from its start is long.
    let last: { piece: Piece; reached: Reached } | undefined;
    const place = (offset: number): Place => {
      const piece = pieceAt(pieces, offset);
      if (piece === undefined) return { line: 1, column: 1 };
      const inside = Math.min(Math.max(offset - piece.at, 0), piece.value.length);
      const before = last?.piece === piece && last.reached.to <= inside ? last.reached : undefined;
      const reached = writtenAt(source, piece.value, inside, before ?? { from: piece.start.offset, to: 0 });
      last = { piece, reached };
      return placeOf(reached.from);
    };
    return { kind, text: this.#text, place };
  }
}

/** The last piece that starts at an offset or before it, or the first. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

/** Where a node starts, or a few signs on. Only nodes that a plugin made up have no place. */
function startOf(node: Pick<Nodes, 'position'>, further = 0): Start | undefined {
  const { line, column, offset } = node.position?.start ?? {};
  if (line === undefined || column === undefined || offset === undefined) return undefined;
  return { line, column: column + further, offset: offset + further };
}

/** What computers say, and what is in another language than the text around it. */
const foreignNames = new Set(['code', 'kbd', 'samp', 'var', 'pre', 'script', 'style']);
const openingTag = /^<([a-z][a-z\d-]*)(?=[\s>])([^>]*)>$/iu;

function closingOf(html: string): string | undefined {
  const [, name = '', attributes = ''] = openingTag.exec(html) ?? [];
  if (name === '' || attributes.endsWith('/')) return undefined;
  return foreignNames.has(name.toLowerCase()) || /\slang\s*=/iu.test(attributes)
    ? `</${name.toLowerCase()}`
    : undefined;
}

function isForeign(node: Nodes): boolean {
  if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return false;
  return (
    foreignNames.has(node.name ?? '') ||
    node.attributes.some((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'lang')
  );
}
