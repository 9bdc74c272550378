const field = /^([A-Za-z]+): (?:\[(.*)\]|(.*))$/u;
// A word first, perhaps behind a number, no number sign, and no colon before a space: nothing in it means anything to YAML.
const words =
  /^(?:\d+ )?\p{Letter}(?:[\p{Letter}\p{Mark}\p{Number} ,.;!?'"()/’“”‘–—…-]*[\p{Letter}\p{Mark}\p{Number},.;!?'"()/’“”‘…-])?$/u;
const address = /^https?:\/\/[A-Za-z\d./_-]+$/u;
const day = /^\d{4}-\d{2}-\d{2}$/u;
const names = /^(?:[a-z][a-z\d-]*(?:, [a-z][a-z\d-]*)*)?$/u;
// To YAML these are no texts.
const constant = /^(?:null|true|false)$/iu;

/**
 * The fields of a YAML text whose every line is a name with some words, an address, a day or a list of names, as nearly all
 * frontmatter is. The parser of YAML takes as long for ten such lines as everything else that is asked of a file.
 * Undefined when anything could mean something else to it.
 */
export function readPlainFields(text: string): Record<string, unknown> | undefined {
  const fields = new Map<string, unknown>();
  for (const line of text.replace(/\n$/u, '').split('\n')) {
    const [, name = '', list, value = ''] = field.exec(line) ?? [];
    const read = list === undefined ? readValue(value) : readList(list);
    if (name === '' || constant.test(name) || fields.has(name) || read === undefined) return undefined;
    fields.set(name, read);
  }
  return Object.fromEntries(fields);
}

function readValue(written: string): string | undefined {
  const isText =
    (words.test(written) && !constant.test(written)) || day.test(written) || address.test(written);
  return isText ? written : undefined;
}

function readList(written: string): string[] | undefined {
  if (!names.test(written)) return undefined;
  const items = written === '' ? [] : written.split(', ');
  return items.some((item) => constant.test(item)) ? undefined : items;
}
