import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/source/yaml-document.ts';

describe('YAML', () => {
  it('keeps dates and times as text, and knows no "yes"', () => {
    expect(readYaml('a: 2026-02-30\nb: 2026-03-12T10:00:00Z\nc: yes\nd: true\ne: 012\n').data).toEqual({
      a: '2026-02-30',
      b: '2026-03-12T10:00:00Z',
      c: 'yes',
      d: true,
      e: 12,
    });
  });

  it('lets an alias stand for a value', () => {
    expect(readYaml('a: &one [x]\nb: *one\n').data).toEqual({ a: ['x'], b: ['x'] });
  });

  it('does not touch the prototype of anything', () => {
    const { data } = readYaml('__proto__:\n  draft: true\n');
    expect(Object.keys(data ?? {})).toEqual(['__proto__']);
    expect(({} as { draft?: boolean }).draft).toBeUndefined();
  });

  it('makes nothing but plain values', () => {
    expect(readYaml('a: !!js/function "function () {}"\n').data).toEqual({ a: 'function () {}' });
  });
});

describe('broken YAML', () => {
  const problems = (text: string) => readYaml(text).problems;

  it('says that a field is there twice, at the second', () => {
    expect(problems('title: One\ndate: 2026-01-01\ntitle: Two\n')).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "line": 3,
          "mend": "Delete one of the two lines.",
          "message": "This field is there twice.",
          "rule": "duplicate-field",
        },
      ]
    `);
  });

  it('says that a tab indents', () => {
    expect(problems('tags:\n\t- one\n')).toMatchInlineSnapshot(`
      [
        {
          "column": 1,
          "line": 2,
          "mend": "Indent with spaces; YAML does not allow tabs.",
          "message": "This line is indented with a tab.",
          "rule": "malformed-yaml",
        },
      ]
    `);
  });

  it('says that a colon needs quotation marks', () => {
    expect(problems('title: Search: a start\n')).toMatchInlineSnapshot(`
      [
        {
          "column": 8,
          "line": 1,
          "mend": "If the text holds a colon and a space, put quotation marks around it: title: "Search: a start".",
          "message": "This line cannot be read as "field: value".",
          "rule": "malformed-yaml",
        },
      ]
    `);
  });

  it('says that a bracket is missing', () => {
    expect(problems('tags: [one, two\ntitle: x\n').map(({ rule }) => rule)).toContain('malformed-yaml');
  });

  it('says that a star is read as an alias', () => {
    expect(problems('date: 2026-01-01\ntitle: *important\n')).toMatchInlineSnapshot(`
      [
        {
          "column": 8,
          "line": 2,
          "mend": "If the text starts with a star, put quotation marks around it: title: "*Important*".",
          "message": ""*important" is a YAML alias, and nothing in this file has that name.",
          "rule": "malformed-yaml",
        },
      ]
    `);
  });

  it('refuses a bomb of aliases without setting it off', () => {
    const row = (name: string, of: string) =>
      `${name}: &${name} [${Array.from({ length: 9 }, () => of).join(', ')}]\n`;
    const bomb = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, index, names) =>
      row(name, index === 0 ? 'lol' : `*${names[index - 1] ?? ''}`),
    );
    expect(problems(bomb.join(''))).toMatchInlineSnapshot(`
      [
        {
          "column": 16,
          "line": 4,
          "mend": "Write the values out.",
          "message": "There are more than 20 YAML aliases, such as *name, in this file.",
          "rule": "too-many-aliases",
        },
      ]
    `);
  });

  it('has no data', () => {
    expect(readYaml('a: [1\n').data).toBeUndefined();
  });

  it('counts lines from where the text starts in its file', () => {
    expect(readYaml('a: 1\na: 2\n', 10).problems).toMatchObject([{ line: 11, column: 1 }]);
  });
});

describe('the place of a field', () => {
  const { locate } = readYaml('list:\n  - name: x\n    extra: 1\nbase: &b\n  deep: 2\ncopy: *b\nempty:\n');

  it.each([
    [['list', 0, 'name'], 'bad-value', 2, 11],
    [['list', 0, 'extra'], 'unknown-field', 3, 5],
    [['list', 0, 'missing'], 'missing-field', 2, 5],
    [['list', 7], 'bad-value', 2, 3],
    [['copy', 'deep'], 'bad-value', 5, 9],
    [['empty'], 'missing-field', 7, 1],
    [['nothing'], 'missing-field', 1, 1],
    [[], 'bad-value', 1, 1],
  ] as const)('at %j with the rule %s is %i:%i', (path, rule, line, column) => {
    expect(locate({ path, rule })).toEqual({ line, column });
  });
});
