import { digestOf } from '../source/digest.ts';

const key = Symbol.for('watercooler.names');
const registry = globalThis as { [key]?: WeakMap<object, string> | undefined };
/** Like the content folder, it is known on both sides of Vite. */
const known = (registry[key] ??= new WeakMap<object, string>());
// From here on a digest is shorter, and quicker to put into what it is a part of.
const longText = 200;

/**
 * Names a value that JSON can say: another value has another name, and the same value the same one in every process. Many pages
 * show the same posts, so that an object which must not change afterwards is looked through once.
 */
export function nameOf(value: unknown): string {
  if (typeof value === 'string') return `"${value.length}:${value}`;
  if (typeof value !== 'object' || value === null) return String(value);
  const before = known.get(value);
  if (before !== undefined) return before;
  const text = Array.isArray(value) ? namesOf(value) : namesOfFields(value);
  if (text.length < longText) return text;
  const name = `#${digestOf(text)}`;
  known.set(value, name);
  return name;
}

// Lengths stand before what has one, so that no text can look like the end of another and the beginning of the next.

function namesOf(values: readonly unknown[]): string {
  let text = `[${values.length}:`;
  for (const value of values) text += `${nameOf(value)},`;
  return text;
}

function namesOfFields(value: object): string {
  let text = '{';
  for (const [field, content] of Object.entries(value))
    if (content !== undefined) text += `${field.length}:${field}${nameOf(content)},`;
  return `${text}}`;
}
