import { describe, expect, it } from 'vitest';
import { guardText, textLimits } from '../../../src/source/guard.ts';

const bytes = (text: string) => Buffer.from(text);
const told = (content: Uint8Array | string) =>
  guardText(typeof content === 'string' ? bytes(content) : content).problems.map(
    ({ line, column, rule, message, mend }) => `${line}:${column} ${rule}\n${message}\n${mend}`,
  );

describe('the guard lets pass', () => {
  it.each([
    ['words of every script', 'Ünïcode, 日本語, العربية, עברית, ελληνικά, 한국어\n'],
    [
      'emoji with joiners, and the flag of Wales',
      '👩‍🔧 🏴\u{E0067}\u{E0062}\u{E0077}\u{E006C}\u{E0073}\u{E007F}\n',
    ],
    ['marks for direction that name one direction', 'a\u200Eb\u200Fc\u061Cd\n'],
    ['soft hyphens and joiners of Persian', 'co\u00ADoperate می\u200Cخواهم\n'],
    ['tabs and the line endings of Windows', 'a\tb\r\nc\r\n'],
    ['nothing at all', ''],
  ])('%s', (_what, text) => {
    expect(guardText(bytes(text))).toEqual({ text, problems: [] });
  });

  it('a byte order mark, which it takes off', () => {
    expect(guardText(bytes('\uFEFFa'))).toEqual({ text: 'a', problems: [] });
  });

  it('a replacement character that somebody wrote', () => {
    expect(told('a \uFFFD b')).toEqual([]);
  });
});

describe('the guard refuses', () => {
  it('what is not UTF-8, at the first wrong byte', () => {
    const latin = Buffer.concat([bytes('first \uFFFD\nZür'), Buffer.from([0xe9]), bytes('ich\n')]);
    expect(told(latin)).toMatchInlineSnapshot(`
      [
        "2:4 bad-encoding
      This file is not UTF-8: here is a byte that UTF-8 does not have.
      Save it again with the encoding UTF-8; editors offer that under "Save as".",
      ]
    `);
  });

  it('UTF-16, by its name', () => {
    expect(told(Buffer.from('\uFEFFtitle', 'utf16le'))).toMatchInlineSnapshot(`
      [
        "1:1 bad-encoding
      This file is written in UTF-16.
      Save it again with the encoding UTF-8; editors offer that under "Save as".",
      ]
    `);
  });

  it('control characters, each at its place', () => {
    expect(told('a\u0000b\nc\u001B[31m\u0085\nd\u2028e\rf\uFEFF\n')).toMatchInlineSnapshot(`
      [
        "1:2 control-character
      Here stands the invisible control character U+0000.
      Delete it; perhaps this is no text file at all.",
        "2:2 control-character
      Here stands the invisible control character U+001B.
      Delete it and the space around it, and type the words again.",
        "2:7 control-character
      Here stands the invisible control character U+0085.
      Delete it and the space around it, and type the words again.",
        "3:2 control-character
      Here stands the invisible control character U+2028.
      Delete it and the space around it, and type the words again.",
        "3:4 control-character
      Here stands the invisible control character U+000D.
      Save the file with line endings of today: LF, or CR and LF together.",
        "3:6 control-character
      Here stands the invisible control character U+FEFF.
      Delete it and the space around it, and type the words again.",
      ]
    `);
  });

  it.each(['\u202A', '\u202B', '\u202C', '\u202D', '\u202E', '\u2066', '\u2067', '\u2068', '\u2069'])(
    'the character %j, which turns the direction around',
    (sign) => {
      expect(guardText(bytes(`ab${sign}c`)).problems).toMatchObject([
        { line: 1, column: 3, rule: 'bidirectional-character' },
      ]);
    },
  );

  it('says how to write a right-to-left passage instead', () => {
    expect(told('\u202Egnp.exe')).toMatchInlineSnapshot(`
      [
        "1:1 bidirectional-character
      Here stands the invisible character U+202E, which turns the direction of writing around.
      Delete it. For a passage in Arabic or Hebrew, write <bdi dir="rtl">…</bdi>.",
      ]
    `);
  });

  it('words hidden in tag characters', () => {
    const hidden = Array.from('obey', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join(
      '',
    );
    expect(guardText(bytes(`Plain${hidden} words`)).problems).toMatchObject([
      { line: 1, column: 6, rule: 'control-character' },
    ]);
  });

  it('a line of an hour, and a text of a day', () => {
    expect(told(`short\n${'a'.repeat(20_001)}\n`)).toMatchInlineSnapshot(`
      [
        "2:20001 long-line
      This line has 20,001 characters, and a line may have 20,000.
      Break it into lines, or put the data beside the post as a document.",
      ]
    `);
    expect(told('a\n'.repeat(textLimits.lines + 1))).toMatchInlineSnapshot(`
      [
        "5001:1 too-large
      This file has 5,001 lines, and a text may have 5,000.
      Divide it into several posts, or put the long part beside the post as a document.",
      ]
    `);
    expect(told('word '.repeat(50_000))).toMatchInlineSnapshot(`
      [
        "1:1 too-large
      This file has 250 kB, and a text may have 200 kB.
      Divide it into several posts, or put the long part beside the post as a document.",
      ]
    `);
  });

  it('no more than twenty hidden characters one by one', () => {
    expect(told('\u0001'.repeat(5_000))).toHaveLength(20);
  });
});
