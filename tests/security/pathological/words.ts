import { post } from '../../support/content.ts';
import { body, file, longLine, longLines, manyLines, repeated, type Pathological } from './shapes.ts';

/** Another word that no dictionary has for each number. */
function invented(index: number): string {
  let rest = index + 20_000;
  let word = 'q';
  while (rest > 0) {
    word += 'abcdefghijklmnopqrstuvwxyz'.charAt(rest % 26);
    rest = Math.floor(rest / 26);
  }
  return word;
}

const inventedLine = (line: number) =>
  Array.from({ length: 8 }, (_, at) => invented(line * 8 + at)).join(' ');

const withPolicy = (name: string, pattern: string, text: () => string): Pathological => ({
  name,
  files: () => ({
    'posts/bad.md': post({}, text()),
    'policy.yml': `clauses:\n  - name: names\n    clause: Say no names.\n    patterns: ['${pattern}']\n    words: [a, b]\n`,
  }),
});

/** Texts for the rules about words, secrets and personal data, and for exceptions from them. */
export const words: readonly Pathological[] = [
  body('30,000 words that no dictionary has', () => manyLines(inventedLine)),
  body('unknown words in one paragraph of long lines', () =>
    manyLines((line) => Array.from({ length: 20 }, (_, at) => inventedLine(line * 20 + at)).join(' ')),
  ),
  body('unknown words behind entities', () =>
    manyLines((index) => `&amp;${invented(index)} \\#${invented(index + 9_000)}`),
  ),
  body('one word of 20,000 letters', () => longLine('a')),
  body('ten words of 20,000 letters', () => longLines('ab')),
  body('words of 60 letters', () => longLines(`${repeated('ab', 29)} `)),
  body('words with hyphens', () => longLines('well-')),
  body('words with apostrophes', () => longLines(`a'`)),
  body('one sentence of 100,000 words', () => longLines('a ')),
  body('one-word sentences', () => longLines('A. ')),
  body('sentences without a space', () => longLines('a.b!')),
  body('words that may exclude', () => longLines('whitelist ')),
  body('paragraphs with a word that may exclude', () => manyLines('whitelist\n')),
  body(
    'a paragraph of 19 kB with a word that may exclude',
    () => `whitelist ${longLine('they of the ').slice(0, 19_000)}`,
  ),
  body('long runs of base64', () => longLines('QUJD')),
  body('long runs of capitals and digits', () => longLines('A1')),
  body('long runs of hexadecimal digits', () => longLines('0f')),
  body('keys that begin and never end', () => manyLines('-----BEGIN RSA PRIVATE KEY-----')),
  body('one key that never ends', () => `-----BEGIN RSA PRIVATE KEY-----\n${manyLines('MIIEpAIBAAKCAQEA')}`),
  body('addresses with passwords', () => manyLines('https://ada:x9Kq2mvP@h.example')),
  body('addresses that may hold a password', () => longLines('https://a:')),
  body('database addresses', () => longLines('mongodb://a:b')),
  body('tokens of GitHub', () =>
    manyLines((index) => `ghp_${String(index).padStart(4, '0')}wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO`),
  ),
  body('beginnings of tokens', () => longLines('xoxb-')),
  body('beginnings of many tokens', () => longLines('ghp_AKIAxoxb-sk-glpat-npm_SG.hvs.')),
  body('names of keys without a key', () => longLines('aws_secret_access_key=')),
  body('long runs of digits', () => longLines('1')),
  body('long runs of digits and spaces', () => longLines('1 ')),
  body('beginnings of telephone numbers', () => longLines('+1 (')),
  body('telephone numbers', () => manyLines('+351 21 987 65 43, (415) 867-5309')),
  body('beginnings of bank accounts', () => longLines('DE89 ')),
  body('numbers of cards', () => manyLines('4539 1488 0343 6467 4539 1488 0343 6467')),
  body('private e-mail addresses', () => longLines('a@gmail.com ')),
  body('beginnings of private e-mail addresses', () => longLines('aaaaaaaa.')),
  withPolicy('a pattern of the policy that finds thousands', '[a-z]{1,20} [0-9]{1,3}', () =>
    longLines('a 1 '),
  ),
  withPolicy('a pattern of the policy that looks far', '[a-z ]{1,400}!', () => longLines('a ')),
  withPolicy('a pattern of the policy that has no end', '(a+)+$', () => longLines('a')),
  body('hidden characters', () => longLines('\u200B\u2060')),
  body('exceptions', () => manyLines('<!-- allow: spelling because so -->')),
  body('exceptions behind words', () => manyLines('qxzv <!-- allow: spelling because so -->')),
  body('exceptions from rules that are none', () => manyLines('<!-- allow: speling because so -->')),
  body('exceptions without a reason', () => manyLines('<!-- allow: spelling -->')),
  body('exceptions that are blank before and behind', () =>
    manyLines('<!-- allow: spelling because so -->\n\n'),
  ),
  body('beginnings of exceptions', () => longLines('<!-- allow: ')),
  body('an exception of spaces', () => `<!-- allow: spelling because${longLine(' ').slice(0, 19_900)}\n`),
  body('spaces at the ends of lines', () => manyLines('a ')),
  file('a description of a cover of 19 kB', 'posts/bad.md', () =>
    post({ cover: './no.png', coverAlt: Array.from({ length: 2_000 }, (_, at) => invented(at)).join(' ') }),
  ),
  file('a title of 19 kB', 'posts/bad.md', () => post({ title: longLine('qx ').slice(0, 19_000) })),
];
