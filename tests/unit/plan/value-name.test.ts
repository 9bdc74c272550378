import { describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/plan/value-name.ts';

const long = 'A sentence that is said again and again. '.repeat(20);
const many = Array.from({ length: 200 }, (_, number) => number);

describe('the name of a value', () => {
  it.each([
    ['a text and a number', '1', 1],
    ['a text and nothing', 'null', null],
    ['an empty text and an empty list', '', []],
    ['a list and an object', [], {}],
    ['lists that are parted elsewhere', ['ab', 'c'], ['a', 'bc']],
    ['a list in a list', [['a'], 'b'], [['a', 'b']]],
    ['a text that looks like two', ['a,"1:b'], ['a', 'b']],
    ['fields that are parted elsewhere', { ab: 'c' }, { a: 'bc' }],
    ['a field in a field', { a: { b: 1, c: 2 } }, { a: { b: 1 }, c: 2 }],
    ['a field that is nothing and one that is not there', { a: null }, {}],
    ['true and its word', true, 'true'],
    ['the end of a long text', `${long}a`, `${long}b`],
    ['the end of a long list', [...many, 'a'], [...many, 'b']],
    ['a long text, and what stands for it', [long], [nameOf([long])]],
    ['something deep in a long object', { a: { long, b: 1 } }, { a: { long, b: 2 } }],
  ])('tells %s apart', (_what, one, other) => {
    expect(nameOf(one)).not.toBe(nameOf(other));
  });

  it('is the same for the same, wherever it was made', () => {
    const make = () => ({ title: 'Drift', long, tags: ['a', 'b'], body: { words: 3, many: [...many] } });
    expect(nameOf(make())).toBe(nameOf(make()));
    expect(nameOf({ ...make(), cover: undefined })).toBe(nameOf(make()));
  });
});
