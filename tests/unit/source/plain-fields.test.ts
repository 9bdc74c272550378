import { describe, expect, it } from 'vitest';
import { readPlainFields } from '../../../src/source/plain-fields.ts';
import { parseYaml } from '../../../src/source/yaml-document.ts';
import { createRandom } from '../../bench/random.ts';

/** Expects what the parser of YAML reads. Says whether the fields were plain. */
function expectTheSame(text: string): boolean {
  const plain = readPlainFields(text);
  if (plain === undefined) return false;
  const { data, problems } = parseYaml(text);
  expect({ data: plain, problems: [] }, text).toEqual({ data, problems });
  expect(Object.keys(plain)).toEqual(Object.keys(data as object));
  return true;
}

describe('plain fields', () => {
  it('are read as the parser of YAML reads them', () => {
    const text = `title: Names that sort (and why)\ndate: 2026-11-02\nauthors: [ines-duarte, o2]\nformerly: []\nexcerpt: "So," she said; don't – it's naïve.\n`;
    expect(readPlainFields(text.replace('excerpt: "So," ', 'excerpt: So, '))).toEqual({
      title: 'Names that sort (and why)',
      date: '2026-11-02',
      authors: ['ines-duarte', 'o2'],
      formerly: [],
      excerpt: "So, she said; don't – it's naïve.",
    });
    expect(readPlainFields(text)).toBeUndefined();
  });

  it.each([
    ...[
      'title: a: b',
      'title: a #b',
      'title: null',
      'title: True',
      'title: ~',
      'title: 12',
      'title: "a"',
      'title: *a',
    ],
    ...[
      'title: a\ntitle: b',
      'title: a\n  b',
      'title:\n  a',
      'title: |',
      'tags: [a, true]',
      'tags: [a, 1]',
      'tags: [a b]',
    ],
    ...[
      'title:  a',
      'title: a ',
      'null: a',
      'title : a',
      '- a',
      'a: b\n\nc: d',
      'a: b\r\nc: d',
      '',
      'a',
      'tags: [a,b]',
    ],
  ])('are not taken for plain in %j', (text) => {
    expect(readPlainFields(text)).toBeUndefined();
  });

  it('are the same in whatever chance puts together', () => {
    const random = createRandom(5, 'fields');
    const keys = [
      'title',
      'date',
      'tags',
      'a',
      'constructor',
      'toString',
      'null',
      'yes',
      'Y',
      '__proto__',
      'a b',
    ];
    const pieces = [
      ...['1 year', '12 e3', 'https://a.example/b', 'http:', '//'],
      ...[
        'a',
        'word',
        'É',
        'null',
        'True',
        'no',
        'yes',
        'on',
        '1',
        '1e3',
        '0x1f',
        '2026-01-02',
        '12:30',
        '.5',
        '.inf',
      ],
      ...[
        '[',
        ']',
        '[a, b]',
        '[]',
        '{',
        '}',
        ',',
        ', ',
        ':',
        ': ',
        ' #',
        '#',
        '"',
        "'",
        '!',
        '&a',
        '*a',
        '|',
        '>',
        '%',
        '@',
        '`',
      ],
      ...[
        '-',
        '- ',
        '?',
        '? ',
        '~',
        '…',
        '–',
        '(',
        ')',
        '/',
        '\\',
        ' ',
        '  ',
        '\t',
        '<<',
        '=',
        ';',
        '.',
        '---',
        '...',
      ],
    ];
    let plain = 0;
    for (let round = 0; round < 60_000; round += 1) {
      const lines = Array.from({ length: random.between(1, 3) }, () => {
        const value = Array.from({ length: random.between(1, 4) }, () => random.pick(pieces)).join('');
        return `${random.pick(keys)}: ${random.chance(0.2) ? `[${value}]` : value}`;
      });
      if (expectTheSame(`${lines.join('\n')}${random.chance(0.5) ? '\n' : ''}`)) plain += 1;
    }
    expect(plain).toBeGreaterThan(1_000);
  }, 60_000);
});
