import { describe, expect, it } from 'vitest';
import { nameOf, pageKey, reasonFor, unplanned, wholeKey } from '../../../src/plan/page-key.ts';

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

it('names a page by its frame and by what is its own', () => {
  const keys = [pageKey({ site: 'A' }, 1), pageKey({ site: 'B' }, 1), pageKey({ site: 'A' }, 2)];
  expect(new Set(keys).size).toBe(3);
  expect(pageKey({ site: 'A' }, 1)).toBe(keys[0]);
});

describe('why a page is made', () => {
  const shown: Record<string, unknown> = { post: { title: 'Drift' }, related: ['a'], next: undefined };
  const key = ({ common = 'c', code = 'd', site = 'A', page = shown } = {}) =>
    wholeKey(common, code, pageKey({ site }, page));

  it.each([
    ['has no plan, and is made by every build that has something to do', key(), unplanned],
    ['was not there, or not as it was left', undefined, key()],
    ['depends on settings, packages, styles or scripts that are others', key(), key({ common: 'e' })],
    ['is made by other code', key(), key({ code: 'e' })],
    ['stands in another frame: the site, its notice, its menus or the day', key(), key({ site: 'B' })],
    ['shows something else: related', key(), key({ page: { ...shown, related: ['b'] } })],
    ['shows something else: post, next', key(), key({ page: { ...shown, post: {}, next: 'c' } })],
    [
      'is made by other code; shows something else: post',
      key(),
      key({ code: 'e', page: { ...shown, post: 1 } }),
    ],
  ])('it %s', (reason, before, now) => {
    expect(reasonFor(before, now)).toBe(reason);
  });
});
