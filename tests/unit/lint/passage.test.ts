import { describe, expect, it } from 'vitest';
import { passageOf } from '../../../src/lint/passage.ts';
import { passagesIn } from './helpers.ts';

/** Where a word of the prose is, as `line:column`. */
function placeOf(source: string, word: string): string {
  for (const { text, place } of passagesIn(source)) {
    const at = text.indexOf(word);
    if (at === -1) continue;
    const { line, column } = place(at);
    return `${line}:${column}`;
  }
  return 'nowhere';
}

/** Where the word stands in the source itself. */
function written(source: string, word: string): string {
  const before = source.slice(0, source.indexOf(word)).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

describe('the prose of a text', () => {
  it('is what people read, and not what computers do', () => {
    const source = `# A *fine* heading

Run \`rm -rf\` in [the folder](https://elsewhere.example/a "A title"), see [[names-that-sort]]
and [[names-that-sort|the rules]].[^1] Press <kbd>Esc</kbd> and say <i lang="pt">obrigada</i> twice.

- A list item
- [ ] A task

| Head | ![A chart](./chart.webp) |
| --- | --- |
| Cell | <https://elsewhere.example> |

\`\`\`sh
no prose
\`\`\`

<p lang="pt">Nada disto.</p>

[^1]: A note.
`;
    expect(passagesIn(source).map(({ kind, text }) => [kind, text.replaceAll('\u3007', '~')]))
      .toMatchInlineSnapshot(`
        [
          [
            "heading",
            "A fine heading",
          ],
          [
            "paragraph",
            "Run ~ in the folder, see ~ and the rules.~ Press ~ and say ~ twice.",
          ],
          [
            "paragraph",
            "A list item",
          ],
          [
            "paragraph",
            "A task",
          ],
          [
            "cell",
            "Head",
          ],
          [
            "label",
            "A chart",
          ],
          [
            "cell",
            "~",
          ],
          [
            "cell",
            "Cell",
          ],
          [
            "cell",
            "https://elsewhere.example",
          ],
          [
            "paragraph",
            "A note.",
          ],
        ]
      `);
  });

  it('holds the texts of components', () => {
    const source = `<Callout type="tip" title="Before you &amp; I start">

Words.

</Callout>

<Quiz id="a-quiz" question="What now?">
<Option>One thing.</Option>
<Option correct>Another.</Option>
</Quiz>
`;
    expect(passagesIn(source, 'mdx').map(({ kind, text, place }) => [kind, text.trim(), place(0)]))
      .toMatchInlineSnapshot(`
      [
        [
          "label",
          "Before you & I start",
          {
            "column": 28,
            "line": 1,
          },
        ],
        [
          "paragraph",
          "Words.",
          {
            "column": 1,
            "line": 3,
          },
        ],
        [
          "label",
          "What now?",
          {
            "column": 29,
            "line": 7,
          },
        ],
        [
          "paragraph",
          "One thing.
       
      Another.",
          {
            "column": 9,
            "line": 8,
          },
        ],
      ]
    `);
  });

  it.each([
    ['after emphasis', 'Some *very _nested_* **bold** text wrogn here'],
    ['in emphasis', 'Some *very wrogn* text'],
    ['after escapes', 'An \\* and \\_ and \\\\ and \\[ before wrogn'],
    ['after a lonely backslash', 'A path C:\\temp before wrogn'],
    ['after character references', 'Salt &amp; pepper &eacute;&#33; &NotEqualTilde; &unknown; wrogn'],
    ['after a soft break', 'One line   \nand the next wrogn'],
    ['in a quotation', '> One line\n> and the next \\* wrogn'],
    ['in a lazy quotation in a list', '- > One line\n  > and &lt; next\nthe wrogn'],
    ['in an indented list', '1. First\n\n   Second\n   line wrogn'],
    ['after a hard break', 'One line\\\nnext wrogn'],
    ['after inline code', 'Run `a \\* b` and wrogn'],
    ['after a link', '[a link](https://a.example "title") and wrogn'],
    ['after an address', 'See www.elsewhere.example and a@b.example for wrogn'],
    ['in a table', '| A | B |\n|---|---|\n| x | a \\| b wrogn |'],
    ['in a wiki link', 'See [[target|the wrogn text]].'],
    ['in the text for a picture', 'See ![the &amp; wrogn text](a.webp).'],
    ['after an emoji', 'Well 🎉 &amp; 🎉 wrogn'],
    ['with Windows line ends', 'One line\r\nand the wrogn'],
  ])('knows the place of a word %s', (_where, source) => {
    expect(placeOf(source, 'wrogn')).toBe(written(source, 'wrogn'));
  });

  it('can be a field of the frontmatter', () => {
    const { text, place } = passageOf('A title', { line: 2, column: 8 });
    expect([text, place(2)]).toEqual(['A title', { line: 2, column: 10 }]);
  });
});
