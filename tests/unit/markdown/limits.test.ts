import { describe, expect, it } from 'vitest';
import { beyondLimits, beyondMdxLimits } from '../../../src/markdown/limits.ts';

const lines = (line: string, count: number) => `${line}\n`.repeat(count);
const paragraphs = (text: string, count: number) => `${text}\n\n`.repeat(count);

/** Each with the longest body that may be parsed, and one that goes a step further. */
const limits: [what: string, body: (more: number) => string, rule: string, line: number][] = [
  ['characters', (more) => 'a'.repeat(200_000 + more), 'too-much-markup', 1],
  ['lines', (more) => lines('a', 5_000 + more), 'too-much-markup', 5_002],
  ['lists and quotations in one another', (more) => `${'> '.repeat(30 + more)}a`, 'too-deep', 1],
  ['lists and quotations altogether', (more) => lines('> > a', 2_000 + more), 'too-much-markup', 2_001],
  ['second levels of a list', (more) => lines('- a\n  - b', 2_000 + more), 'too-much-markup', 4_002],
  ['brackets in one another', (more) => '['.repeat(100 + more), 'too-deep', 1],
  ['brackets', (more) => lines('[] '.repeat(100), 100) + '[]'.repeat(more), 'too-much-markup', 101],
  ['footnotes', (more) => lines('[^a] '.repeat(10), 100) + '[^a]'.repeat(more), 'too-much-markup', 101],
  ['underlined headings', (more) => lines('a\n=', 1_000 + more), 'too-much-markup', 2_002],
  ['addresses', (more) => lines('a@b '.repeat(10), 500) + 'a@b'.repeat(more), 'too-much-markup', 501],
  ['stars in a paragraph', (more) => '*a '.repeat(1_000 + more), 'too-much-markup', 1],
  ['tildes in a paragraph', (more) => '~a '.repeat(1_000 + more), 'too-much-markup', 1],
  ['stars', (more) => paragraphs('*a '.repeat(1_000), 10) + '*'.repeat(more), 'too-much-markup', 21],
  ['columns', (more) => `a\n${'|-'.repeat(100 + more)}`, 'too-much-markup', 2],
  [
    'cells',
    (more) => `${'|a'.repeat(100)}\n${'|-'.repeat(100)}\n${lines('|a', 99 + more)}`,
    'too-much-markup',
    102,
  ],
];

describe('a body is parsed up to a limit and refused beyond it', () => {
  it.each(limits)('of %s', (_what, body, rule, line) => {
    expect(beyondLimits(body(0))).toBeUndefined();
    expect(beyondLimits(body(1))).toMatchObject({ rule, line, column: 1 });
  });

  it('of a remark, which is shorter', () => {
    expect(beyondLimits('a'.repeat(65_536), true)).toBeUndefined();
    expect(beyondLimits('a'.repeat(65_537), true)).toMatchObject({ rule: 'too-much-markup' });
    expect(beyondLimits(lines('a', 1_000), true)).toBeUndefined();
    expect(beyondLimits(lines('a', 1_002), true)).toMatchObject({ rule: 'too-much-markup' });
  });

  it('of braces in one another, in MDX', () => {
    expect(beyondMdxLimits(`a\n${'{'.repeat(100)}`)).toBeUndefined();
    expect(beyondMdxLimits(`a\n${'{'.repeat(101)}`)).toMatchObject({ rule: 'too-deep', line: 2 });
    expect(beyondMdxLimits('{a} '.repeat(1_000))).toBeUndefined();
  });
});

describe('what only looks like much', () => {
  it.each([
    ['signs in code', `\`\`\`\n${lines('> > > > [[[[ **** a@b', 1_500)}\`\`\`\n`],
    ['signs in a longer fence', `~~~~\n~~~\n${lines('*a '.repeat(100), 200)}~~~~\n`],
    ['an underscore inside a word', 'snake_case '.repeat(2_000)],
    ['a minus in every line', lines('a - b - c', 3_000)],
    ['stars in many paragraphs', paragraphs('*a* and *b*', 2_000)],
    ['a deep indentation', `${' '.repeat(90)}- a`],
  ])('is parsed: %s', (_what, body) => {
    expect(beyondLimits(body)).toBeUndefined();
  });
});
