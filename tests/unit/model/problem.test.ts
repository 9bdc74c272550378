import { describe, expect, it } from 'vitest';
import { formatProblems, plural, type Problem } from '../../../src/model/problem.ts';

const problem = (changes: Partial<Problem>): Problem => ({
  file: 'content/posts/a.md',
  line: 1,
  column: 1,
  rule: 'unknown-tag',
  message: 'What is wrong.',
  mend: 'How to mend it.',
  ...changes,
});

describe('a list of problems', () => {
  it('stands in the order of files, lines, columns and rules, as numbers are ordered', () => {
    const problems = [
      problem({ file: 'content/posts/b.md' }),
      problem({ line: 10 }),
      problem({ line: 9, column: 12 }),
      problem({ line: 9, column: 2, rule: 'unknown-tag' }),
      problem({ line: 9, column: 2, rule: 'broken-link' }),
    ];
    expect(formatProblems(problems)).toMatchInlineSnapshot(`
      "content/posts/a.md:9:2  broken-link
        What is wrong.
        How to mend it.

      content/posts/a.md:9:2  unknown-tag
        What is wrong.
        How to mend it.

      content/posts/a.md:9:12  unknown-tag
        What is wrong.
        How to mend it.

      content/posts/a.md:10:1  unknown-tag
        What is wrong.
        How to mend it.

      content/posts/b.md:1:1  unknown-tag
        What is wrong.
        How to mend it.

      5 problems in 2 files. Nothing was published."
    `);
  });

  it('is the same whichever way round the problems were found', () => {
    const problems = [
      problem({ message: 'One.' }),
      problem({ message: 'Two.' }),
      problem({ file: 'content/a.md' }),
    ];
    expect(formatProblems(problems.toReversed())).toBe(formatProblems(problems));
  });

  it('counts one problem in one file in the singular', () => {
    expect(formatProblems([problem({})])).toMatch(/\n1 problem in 1 file\. Nothing was published\.$/u);
  });

  it('marks advice, and does not say that advice stops anything', () => {
    expect(formatProblems([problem({ rule: 'spelling' })])).toMatchInlineSnapshot(`
      "content/posts/a.md:1:1  spelling (advice)
        What is wrong.
        How to mend it.

      1 piece of advice in 1 file. It does not keep anything from being published."
    `);
    expect(formatProblems([problem({}), problem({ rule: 'spelling' })])).toMatch(
      /\n1 problem and 1 piece of advice in 1 file\. Nothing was published\.$/u,
    );
  });

  it('leaves the given list as it was', () => {
    const problems = [problem({ line: 2 }), problem({ line: 1 })];
    formatProblems(problems);
    expect(problems.map(({ line }) => line)).toEqual([2, 1]);
  });
});

describe('a count', () => {
  it('agrees with its noun', () => {
    expect([plural(0, 'file'), plural(1, 'file'), plural(2, 'file')]).toEqual([
      '0 files',
      '1 file',
      '2 files',
    ]);
    expect(plural(2, 'reply', 'replies')).toBe('2 replies');
    expect(plural(1234, 'post')).toBe('1,234 posts');
  });
});
