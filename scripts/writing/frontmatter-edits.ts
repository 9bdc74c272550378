import { isDeepStrictEqual } from 'node:util';
import { frontmatterRange } from '../../src/source/frontmatter.ts';
import { parseYaml } from '../../src/source/yaml-document.ts';
import { changedYaml } from './yaml-splices.ts';

/** What a field can hold. */
export type FieldValue =
  string | number | boolean | readonly FieldValue[] | { readonly [name: string]: FieldValue };

/** The way to a field: names, and the places of items in lists, from 0. Example: ['tags', 3, 'pinned'] */
export type FieldPath = readonly (string | number)[];

/**
 * `set` gives a field its value, and makes the field if need be; `add` puts an item at the end of a list, and makes the
 * list if need be; `remove` takes away a field, or an item of a list.
 */
export type FieldEdit =
  | { kind: 'set'; path: FieldPath; value: FieldValue }
  | { kind: 'add'; path: FieldPath; value: FieldValue }
  | { kind: 'remove'; path: FieldPath };

/**
 * The text of a Markdown file with some fields of its frontmatter changed. Everything else stays byte for byte: comments,
 * the order, other fields as they are written, the ends of lines, the body. Undefined when that cannot be done, as in a
 * file whose frontmatter has a mistake.
 */
export function editFrontmatter(text: string, edits: readonly FieldEdit[]): string | undefined {
  const mark = markOf(text);
  const whole = text.slice(mark.length);
  const range = frontmatterRange(whole);
  if (range === undefined) return undefined;
  const fields = editYaml(whole.slice(range.start, range.end), edits, lineEndOf(whole));
  return fields === undefined
    ? undefined
    : mark + whole.slice(0, range.start) + fields + whole.slice(range.end);
}

/** The same for a file that holds nothing but fields, such as `tags.yml`. */
export function editYaml(
  text: string,
  edits: readonly FieldEdit[],
  lineEnd = lineEndOf(text),
): string | undefined {
  const mark = markOf(text);
  const edited = edits.reduce<string | undefined>(
    (yaml, edit) => (yaml === undefined ? undefined : afterEdit(yaml, edit, lineEnd)),
    text.slice(mark.length),
  );
  return edited === undefined ? undefined : mark + edited;
}

/** YAML has many ways to write a thing, so what was written is read again: it has to say what was meant, or it is not used. */
function afterEdit(yaml: string, edit: FieldEdit, lineEnd: string): string | undefined {
  const before = dataOf(yaml);
  if (before === undefined) return undefined;
  const meant = structuredClone(before.data) ?? {};
  if (!changeData(meant, edit)) return undefined;
  if (isDeepStrictEqual(meant, before.data)) return yaml;
  const changed = changedYaml(yaml, edit, lineEnd);
  if (changed === undefined) return undefined;
  return isDeepStrictEqual(dataOf(changed)?.data, meant) ? changed : undefined;
}

function dataOf(yaml: string): { data: unknown } | undefined {
  const { data, problems } = parseYaml(yaml);
  return problems.length > 0 ? undefined : { data };
}

/** Makes the change to what the file says, and tells whether there was a place for it. */
function changeData(data: unknown, edit: FieldEdit): boolean {
  const parent = edit.path.slice(0, -1).reduce<unknown>((value, part) => childOf(value, part), data);
  const last = edit.path.at(-1);
  if (last === undefined || typeof parent !== 'object' || parent === null) return false;
  if (Array.isArray(parent) !== (typeof last === 'number')) return false;
  if (edit.kind === 'set') return Reflect.set(parent, last, edit.value);
  const child = childOf(parent, last);
  if (edit.kind === 'add') {
    if (Array.isArray(child)) return child.push(edit.value) > 0;
    return child == null && Reflect.set(parent, last, [edit.value]);
  }
  if (!Array.isArray(parent)) return Reflect.deleteProperty(parent, last);
  return typeof last === 'number' && parent.splice(last, 1).length === 1;
}

function childOf(value: unknown, part: string | number): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
  return Reflect.get(value, part);
}

/** Some editors write a sign before everything else that says how the text is encoded. */
function markOf(text: string): string {
  return text.startsWith('\uFEFF') ? '\uFEFF' : '';
}

function lineEndOf(text: string): string {
  return /\r?\n/u.exec(text)?.[0] ?? '\n';
}
