import type { Root } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { hiddenCharacters, insteadOfTurning, type HiddenCharacter } from '../model/hidden-characters.ts';
import { report } from './state.ts';

const reference = /&(?:#(?<decimal>\d+)|#x(?<hex>[\da-f]+)|[a-z][a-z\d]*(?=;));?/giu;

/**
 * Reports character references such as `&#x202E;` that put a hidden character into the page, although the source holds
 * none. HTML reads them in any length and without a semicolon as well. In code they are only what they look like.
 */
export function remarkHiddenCharacters() {
  return (tree: Root, file: VFile) => {
    const source = String(file);
    if (!source.includes('&')) return;
    const found = [...source.matchAll(reference)].flatMap(({ 0: written, index, groups = {} }) => {
      const [character] = isEscaped(source, index) ? [] : hiddenCharacters(decoded(written, groups));
      return character === undefined ? [] : [{ written, index, character }];
    });
    if (found.length === 0) return;
    const code = codeIn(tree, source);
    for (const { written, index, character } of found)
      if (!code.some(({ start, end }) => start <= index && index < end))
        report(file, nodeAt(source, index), finding(written, character));
  };
}

function isEscaped(source: string, index: number): boolean {
  const [backslashes = ''] = /\\*$/u.exec(source.slice(Math.max(0, index - 20), index)) ?? [];
  return backslashes.length % 2 === 1;
}

function decoded(written: string, { decimal, hex }: Partial<Record<string, string>>): string {
  if (decimal === undefined && hex === undefined) return decodeString(written);
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

/** Where code stands. The words behind the fence of a block are a title for readers. */
function codeIn(tree: Root, source: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  visit(tree, (node) => {
    if (node.type !== 'code' && node.type !== 'inlineCode') return;
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return;
    const isFenced = node.type === 'code' && /[`~]/u.test(source[start.offset] ?? '');
    ranges.push({ start: isFenced ? source.indexOf('\n', start.offset) : start.offset, end: end.offset });
  });
  return ranges;
}

function nodeAt(source: string, index: number) {
  const before = source.slice(0, index);
  const point = { line: before.split('\n').length, column: index - before.lastIndexOf('\n') };
  return { position: { start: point, end: point } };
}

function finding(written: string, { rule, words }: HiddenCharacter) {
  const instead = rule === 'bidirectional-character' ? ` ${insteadOfTurning}` : '';
  return {
    rule,
    message: `"${written}" stands for ${words}.`,
    mend: `Delete it.${instead} To write about the sign itself, put it between backticks.`,
  };
}
