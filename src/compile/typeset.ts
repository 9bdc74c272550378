import { typographic } from '../model/typography.ts';

/** A copy of some fields with the named texts set as printers do; English alone, because other languages quote otherwise. */
export function typeset<Data extends object>(
  data: Data,
  keys: readonly (keyof Data)[],
  language: string,
): Data {
  if (!language.startsWith('en')) return data;
  const copy = { ...data };
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string') Object.assign(copy, { [key]: typographic(value) });
  }
  return copy;
}
