import { describe, expect, it } from 'vitest';
import { tooDeepAt } from '../../../src/source/yaml-depth.ts';
import { readYaml } from '../../../src/source/yaml-document.ts';

describe('a YAML text that goes too deep', () => {
  it.each([
    ['lists on one line', (depth: number) => `a:\n${'- '.repeat(depth)}b`, 3],
    ['lists in brackets', (depth: number) => `a: ${'['.repeat(depth)}${']'.repeat(depth)}`, 53],
    ['groups in braces', (depth: number) => `a: ${'{b: '.repeat(depth)}c${'}'.repeat(depth)}`, 203],
  ])('is found before it is parsed: %s', (_what, text, at) => {
    expect(tooDeepAt(text(50))).toBeUndefined();
    expect(tooDeepAt(text(51))).toBe(at);
  });

  it('is found by its indentation', () => {
    expect(tooDeepAt(`a:\n${' '.repeat(400)}b`)).toBeUndefined();
    expect(tooDeepAt(`a:\n${' '.repeat(401)}b`)).toBe(3);
  });

  it('is reported at its place, and nothing else of the text is', () => {
    const { data, problems } = readYaml(`title: a\nb: ${'['.repeat(60)}`, 2);
    expect(data).toBeUndefined();
    expect(problems).toMatchObject([{ line: 3, rule: 'too-deep' }]);
  });

  it.each([
    ['in a text between quotation marks', `a: "${'['.repeat(100)}"`],
    ['beside one another', `a: [${'[b], '.repeat(100)}c]`],
    ['a line of hyphens', `a: ${'-'.repeat(500)}`],
  ])('is not one with many brackets or marks %s', (_what, text) => {
    expect(tooDeepAt(text)).toBeUndefined();
  });
});
