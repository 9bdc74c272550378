import { body, longLine, longLines, manyLines, repeated, type Pathological } from './shapes.ts';

/** So many paragraphs of a piece that is repeated so often. */
const paragraphs = (piece: string, times: number, count: number) =>
  repeated(`${repeated(piece, times)}\n\n`, count);

const runs = (count: number, between: string) =>
  Array.from({ length: count }, (_, index) => `${repeated('`', index + 1)}${between}`).join(' ');

/** Emphasis, links, code, addresses and entities in one line or in all of them. */
export const inlines: readonly Pathological[] = [
  body('10,000 brackets', () => repeated('[', 10_000)),
  body('10,000 brackets, closed again', () => `${repeated('[', 10_000)}a${repeated(']', 9_999)}`),
  body('10,000 pairs of brackets', () => manyLines((index) => (index < 100 ? repeated('[a]', 99) : 'a'))),
  body('100 brackets in one another, a hundred times', () =>
    manyLines((index) => (index < 99 ? `${repeated('[', 99)}a${repeated(']', 99)}\n` : 'a\n')),
  ),
  body('links in links', () => repeated('[a](', 4_900)),
  body('links in 90 links', () =>
    manyLines((index) => (index < 99 ? `${repeated('[', 90)}a${repeated('](b)', 90)}\n` : 'a\n')),
  ),
  body('links of references', () => repeated('[a][b]', 3_000)),
  body('links with 32 parentheses', () => manyLines(`[a](${repeated('(', 32)}${repeated(')', 32)})`)),
  body('an address of parentheses', () => `[a](${repeated('(', 19_000)}`),
  body('links to nowhere', () => manyLines((index) => `[a](/posts/frist-${index}/)`)),
  body('links to the page itself', () => manyLines((index) => `[a](#frist-${index})`)),
  body('links with titles that never end', () => longLine('[a](b "')),
  body('pictures in pictures', () => repeated('![', 5_000)),
  body('pictures that are not there', () => manyLines((index) => `![a](./a${index}.png)`)),
  body('stars', () => longLines('*')),
  body('stars before letters', () => longLines('*a ')),
  body('stars after letters', () => longLines('a* ')),
  body('stars and underscores in turn', () => longLines('*a _b ')),
  body('two stars and one in turn', () => longLines('**a *b ')),
  body('stars that open and close', () => longLines('*a*a')),
  body(
    'emphasis 10,000 deep',
    () => `${longLine('*a **a ').slice(0, 9_800)}${longLine('a** a*').slice(0, 9_800)}`,
  ),
  body('emphasis that ends', () => longLines('*a* ')),
  body('emphasis on lines of their own', () => manyLines('*a **b _c')),
  body('tildes', () => longLines('~~a ')),
  body('as many stars after letters as may be', () => paragraphs('a* ', 990, 10)),
  body('as much emphasis as may be', () => paragraphs('*a* ', 490, 10)),
  body('emphasis as deep as may be', () =>
    paragraphs(`${repeated('*a **a ', 245)}${repeated('a** a* ', 245)}`, 1, 10),
  ),
  body('as many addresses as may be', () =>
    manyLines((index) => (index < 99 ? repeated('a@b.c ', 50) : 'a')),
  ),
  body('as many web addresses as may be', () =>
    manyLines((index) => (index < 99 ? repeated('http://a.b ', 50) : 'a')),
  ),
  body('strikethrough in strikethrough', () => longLines('~a ~~b ')),
  body('code of more and more backticks', () => runs(190, '')),
  body('code that never ends', () => runs(190, 'a')),
  body('code that never ends, on all lines', () =>
    manyLines((index) => `${repeated('`', (index % 79) + 1)}a`),
  ),
  body('entities', () => longLines('&amp;')),
  body('entities that are none', () => longLines('&a')),
  body('entities of digits', () => longLines('&#1114111;')),
  body('backslashes', () => longLines('\\')),
  body('web addresses', () => longLines('http://a.b ')),
  body('web addresses of parentheses', () => longLine('http://a.b/)')),
  body('web addresses of entities', () => `http://a.b/${longLine('&amp;').slice(0, 19_000)}`),
  body('www', () => longLines('www.a.b ')),
  body('www without a space', () => longLine('www.a.')),
  body('e-mail addresses', () => longLines('a@b.c ')),
  body('e-mail addresses without an end', () => longLines('a@')),
  body('e-mail addresses of hyphens', () => longLines('a-._')),
  body('at signs', () => longLines('@')),
  body('dots', () => longLines('a.')),
  body('wiki links', () => manyLines((index) => `[[first]] [[no ${index}]]`)),
  body('wiki links without an end', () => repeated('[[a', 3_300)),
  body('wiki links of bars', () => manyLines((index) => (index < 4 ? `[[a${repeated('|', 9_000)}]]` : 'a'))),
  body('wiki links in links', () => manyLines((index) => (index < 1_600 ? '[a [[first]] b](/c)' : 'a'))),
  body('quotation marks', () => longLines(`"a' `)),
  body('apostrophes and dots', () => longLines(`'...`)),
  body('emoji', () => longLines('👩‍👩‍👧')),
  body('combining marks', () => longLines('a\u0301\u0302\u0303')),
  body('letters of right-to-left scripts', () => longLines('א')),
];
