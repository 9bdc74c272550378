// A word first and no sign that means something to YAML, wherever it stands in a value.
const plainWords =
  /^\p{Letter}(?:[\p{Letter}\p{Mark}\p{Number} ,.;!?'"()/’“”‘–—…-]*[\p{Letter}\p{Mark}\p{Number}.;!?)’”…])?$/u;
const plainTexts = [plainWords, /^https?:\/\/[A-Za-z\d./_-]+$/u, /^\d{4}-\d{2}-\d{2}$/u, /^\d{1,3} [a-z]+$/u];
const plainName = /^[a-z][a-z\d-]*$/u;
// To YAML, of this version or the last, these are no texts.
const constant = /^(?:null|true|false|yes|no|on|off|y|n)$/iu;

/** A text of one line as a value in YAML: as it is where that is safe, else in quotation marks that nothing in it can end. */
export function yamlText(text: string): string {
  return plainTexts.some((plain) => plain.test(text)) && !constant.test(text) ? text : JSON.stringify(text);
}

/** Names as a list in YAML. */
export function yamlList(names: readonly string[]): string {
  const items = names.map((name) =>
    plainName.test(name) && !constant.test(name) ? name : JSON.stringify(name),
  );
  return `[${items.join(', ')}]`;
}
