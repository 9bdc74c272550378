import { describe, expect, it } from 'vitest';
import { readMarkdownFile } from '../../../src/source/frontmatter.ts';

const read = (text: string) => {
  const { data, body, bodyLine, problems } = readMarkdownFile(text);
  return { data, body, bodyLine, problems };
};

describe('a Markdown file', () => {
  it('is taken apart into fields and body', () => {
    expect(read('---\ntitle: Names\ndate: 2026-03-12\n---\n\nThe body.\n')).toEqual({
      data: { title: 'Names', date: '2026-03-12' },
      body: '\nThe body.\n',
      bodyLine: 5,
      problems: [],
    });
  });

  it('may have been written on Windows', () => {
    expect(read('---\r\ntitle: Names\r\ntags: [a]\r\n---\r\nThe body.\r\n')).toEqual({
      data: { title: 'Names', tags: ['a'] },
      body: 'The body.\r\n',
      bodyLine: 5,
      problems: [],
    });
  });

  it('may hold rulers and dashes in its body and in its fields', () => {
    const { data, body } = read('---\ntitle: "a --- b"\nexcerpt: |\n  ---\n  x\n--- \none\n\n---\n\ntwo\n');
    expect(data).toEqual({ title: 'a --- b', excerpt: '---\nx\n' });
    expect(body).toBe('one\n\n---\n\ntwo\n');
  });

  it('may end with its frontmatter', () => {
    expect(read('---\ntitle: Names\n---')).toMatchObject({
      data: { title: 'Names' },
      body: '',
      problems: [],
    });
  });

  it('places every field', () => {
    const { locate } = readMarkdownFile('---\ntitle: Names\ntags:\n  - one\n  - two\n---\nBody\n');
    expect(locate({ path: ['title'], rule: 'bad-value' })).toEqual({ line: 2, column: 8 });
    expect(locate({ path: ['title'], rule: 'unknown-field' })).toEqual({ line: 2, column: 1 });
    expect(locate({ path: ['tags', 1], rule: 'unknown-tag' })).toEqual({ line: 5, column: 5 });
    expect(locate({ path: ['date'], rule: 'missing-field' })).toEqual({ line: 1, column: 1 });
  });
});

describe('a Markdown file that cannot be taken apart', () => {
  const problemsOf = (text: string) => read(text).problems;

  it('has no frontmatter', () => {
    expect(problemsOf('# Names\n\nThe body.\n')).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "line": 1,
          "mend": "Put a line "---" first, then fields such as "title: …", then another line "---".",
          "message": "The file does not start with frontmatter.",
          "rule": "missing-frontmatter",
        },
      ]
    `);
    expect(problemsOf('')).toMatchObject([{ rule: 'missing-frontmatter' }]);
    expect(problemsOf('\n---\ntitle: Names\n---\n')).toMatchObject([{ rule: 'missing-frontmatter' }]);
  });

  it('has frontmatter that never ends', () => {
    expect(problemsOf('---\ntitle: Names\n\nThe body.\n')).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "line": 1,
          "mend": "Put a line "---" after its last field.",
          "message": "The frontmatter that starts here never ends.",
          "rule": "unclosed-frontmatter",
        },
      ]
    `);
    expect(problemsOf('---\ntitle: Names\n----\nThe body.\n')).toMatchObject([
      { rule: 'unclosed-frontmatter' },
    ]);
  });

  it.each(['---\n---\nBody\n', '---\njust words\n---\nBody\n', '---\n- a\n- b\n---\nBody\n'])(
    'has frontmatter without fields: %j',
    (text) => {
      expect(problemsOf(text)).toMatchObject([
        { rule: 'malformed-yaml', line: 2, message: 'The frontmatter holds no fields.' },
      ]);
    },
  );

  it('says where its YAML is broken, counted in lines of the file', () => {
    expect(problemsOf('---\ntitle: Names\ndate: [2026\n---\nBody\n')).toMatchInlineSnapshot(`
      [
        {
          "column": 7,
          "line": 3,
          "mend": "Put a ] behind the last word that belongs to it.",
          "message": "The bracket that stands here is never closed.",
          "rule": "malformed-yaml",
        },
      ]
    `);
    expect(problemsOf('---\r\ntitle: Names\r\ntitle: Again\r\n---\r\n')).toMatchObject([
      { line: 3, column: 1 },
    ]);
  });
});
