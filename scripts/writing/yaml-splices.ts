import { isMap, isPair, isScalar, isSeq, parseDocument, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import type { FieldEdit, FieldPath, FieldValue } from './frontmatter-edits.ts';
import { asLines, onOneLine } from './yaml-text.ts';

interface Splice {
  from: number;
  to: number;
  text: string;
}

/** YAML with one change made to its text, and nothing else touched. Undefined where the change has no place. */
export function changedYaml(yaml: string, edit: FieldEdit, lineEnd: string): string | undefined {
  const splice = spliceFor(yaml, edit);
  if (splice === undefined) return undefined;
  const text = splice.text.replaceAll('\n', lineEnd);
  return yaml.slice(0, splice.from) + text + yaml.slice(splice.to);
}

function spliceFor(yaml: string, edit: FieldEdit): Splice | undefined {
  const { contents } = parseDocument(yaml, { keepSourceTokens: true, prettyErrors: false });
  const parent = nodeAt(contents, edit.path.slice(0, -1));
  const last = edit.path.at(-1);
  if (edit.path.length === 1 && !isMap(contents) && edit.kind !== 'remove')
    return atEnd(yaml, newField(String(last), wanted(edit), ''));
  if (isMap(parent) && typeof last === 'string') return inMap(yaml, parent, last, edit);
  if (isSeq(parent) && typeof last === 'number') return inList(yaml, parent, last, edit);
  return undefined;
}

function nodeAt(node: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((parent, part) => {
    if (isMap(parent)) return pairIn(parent, String(part))?.value;
    return isSeq(parent) ? parent.items[Number(part)] : undefined;
  }, node);
}

function pairIn({ items }: YAMLMap, name: string): Pair | undefined {
  return items.find(({ key }) => isScalar(key) && String(key.value) === name);
}

/** The value that a field gets when it is made. */
function wanted(edit: Exclude<FieldEdit, { kind: 'remove' }>): FieldValue {
  return edit.kind === 'add' ? [edit.value] : edit.value;
}

function inMap(yaml: string, map: YAMLMap, name: string, edit: FieldEdit): Splice | undefined {
  const pair = pairIn(map, name);
  if (edit.kind === 'remove') return pair && withoutItem(yaml, map, map.items.indexOf(pair));
  if (pair === undefined) return newPair(yaml, map, name, wanted(edit));
  if (edit.kind === 'add' && isSeq(pair.value) && pair.value.items.length > 0)
    return behindItems(yaml, pair.value, edit.value);
  return inPlaceOf(yaml, pair, wanted(edit), indentOf(yaml, startOf(pair)));
}

function inList(yaml: string, list: YAMLSeq, index: number, edit: FieldEdit): Splice | undefined {
  const item = list.items[index];
  if (edit.kind === 'remove') return withoutItem(yaml, list, index);
  if (edit.kind === 'add') return isSeq(item) ? behindItems(yaml, item, edit.value) : undefined;
  const range = rangeOf(yaml, item);
  return range && { ...range, text: onOneLine(edit.value, item) };
}

/** Another value for a field that is there. */
function inPlaceOf(yaml: string, pair: Pair, to: FieldValue, indent: string): Splice | undefined {
  const colon = colonOf(pair);
  if (colon === undefined) return undefined;
  const old = rangeOf(yaml, pair.value);
  if (old === undefined || old.from === old.to)
    return { from: colon + 1, to: colon + 1, text: valueText(to, indent) };
  const between = yaml.slice(colon + 1, old.from);
  const staysInLines = isSeq(pair.value) && pair.value.flow !== true && Array.isArray(to) && to.length > 0;
  if (staysInLines) return { ...old, text: asBlock(to).join(`\n${indentOf(yaml, old.from)}`) };
  // A remark behind the colon stays, and so does what stands below it.
  const staysThere = /^ +$/u.test(between) || between.includes('#');
  if (staysThere && !isLong(to)) return { ...old, text: onOneLine(to, pair.value) };
  return { from: colon + 1, to: old.to, text: valueText(to, indent) };
}

function colonOf({ srcToken }: Pair): number | undefined {
  if (srcToken === undefined || !('sep' in srcToken)) return undefined;
  return srcToken.sep.find(({ type }) => type === 'map-value-ind')?.offset;
}

/** A field that is not there yet, behind the others of its group. */
function newPair(yaml: string, map: YAMLMap, name: string, value: FieldValue): Splice | undefined {
  const [first] = map.items;
  if (map.flow === true) return inBrackets(yaml, map, `${onOneLine(name)}: ${onOneLine(value)}`);
  if (first === undefined) return undefined;
  const indent = indentOf(yaml, startOf(first));
  return behindLine(yaml, endOfItem(yaml, map.items.at(-1)), newField(name, value, indent));
}

function newField(name: string, value: FieldValue, indent: string): string {
  return `${indent}${onOneLine(name)}:${valueText(value, indent)}`;
}

function behindItems(yaml: string, list: YAMLSeq, value: FieldValue): Splice | undefined {
  if (list.flow === true) return inBrackets(yaml, list, onOneLine(value));
  const indent = indentOf(yaml, list.range?.[0] ?? 0);
  const lines = asBlock([value]).map((line) => indent + line);
  return behindLine(yaml, endOfItem(yaml, list.items.at(-1)), lines.join('\n'));
}

function inBrackets(yaml: string, { items, range }: YAMLMap | YAMLSeq, text: string): Splice | undefined {
  if (range == null) return undefined;
  if (items.length === 0) return { from: range[0] + 1, to: range[1] - 1, text };
  const at = endOfItem(yaml, items.at(-1));
  return { from: at, to: at, text: `, ${text}` };
}

/** Takes an item away with the sign or the line that parts it from the others. */
function withoutItem(yaml: string, group: YAMLMap | YAMLSeq, index: number): Splice | undefined {
  const { items, range } = group;
  if (range == null || index < 0 || index >= items.length) return undefined;
  if (items.length === 1) {
    const text = isSeq(group) ? '[]' : '{}';
    return { from: range[0], to: range[0] + withoutEnd(yaml.slice(range[0], range[1])).length, text };
  }
  const [start, end] = [startOf(items[index]), endOfItem(yaml, items[index])];
  if (group.flow === true)
    return index === 0
      ? { from: start, to: startOf(items[1]), text: '' }
      : { from: endOfItem(yaml, items[index - 1]), to: end, text: '' };
  const from = yaml.lastIndexOf('\n', start - 1) + 1;
  return { from, to: afterLine(yaml, end), text: '' };
}

/** Whether a value needs lines of its own: a group of fields, or a list of such groups. */
function isLong(value: FieldValue): boolean {
  return Array.isArray(value) ? value.some(isLong) : typeof value === 'object';
}

function asBlock(value: FieldValue): string[] {
  if (!Array.isArray(value)) return asLines(value);
  return value.flatMap((item: FieldValue) =>
    asLines(item).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`)),
  );
}

/** A value behind the colon of its field: on the same line where it can be. */
function valueText(value: FieldValue, indent: string): string {
  if (!isLong(value)) return ` ${onOneLine(value)}`;
  return asBlock(value)
    .map((line) => `\n${indent}  ${line}`)
    .join('');
}

function startOf(item: unknown): number {
  const node: unknown = isPair(item) ? item.key : item;
  return hasRange(node) ? node.range[0] : 0;
}

function endOfItem(yaml: string, item: unknown): number {
  const range = isPair(item) ? (rangeOf(yaml, item.value) ?? rangeOf(yaml, item.key)) : rangeOf(yaml, item);
  return range?.to ?? yaml.length;
}

/** Where a value stands, without the line ends behind it. */
function rangeOf(yaml: string, node: unknown): { from: number; to: number } | undefined {
  if (!hasRange(node)) return undefined;
  const [from, to] = node.range;
  return { from, to: from + withoutEnd(yaml.slice(from, to)).length };
}

/** Without the blanks that YAML means nothing by; others are part of a text. */
function withoutEnd(text: string): string {
  return text.replace(/[ \t\r\n]+$/u, '');
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

/** As many spaces as stand before a place, counting a dash as one. */
function indentOf(yaml: string, offset: number): string {
  return ' '.repeat(offset - (yaml.lastIndexOf('\n', offset - 1) + 1));
}

/** Behind the line end that follows a place. */
function afterLine(yaml: string, offset: number): number {
  const next = yaml.indexOf('\n', offset);
  return next === -1 ? yaml.length : next + 1;
}

function behindLine(yaml: string, offset: number, lines: string): Splice {
  const at = afterLine(yaml, offset);
  const isOpen = at === yaml.length && yaml !== '' && !yaml.endsWith('\n');
  const text = isOpen ? `\n${lines}` : `${lines}\n`;
  return { from: at, to: at, text };
}

function atEnd(yaml: string, lines: string): Splice {
  return behindLine(yaml, yaml.length, lines);
}
