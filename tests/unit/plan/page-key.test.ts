import { describe, expect, it } from 'vitest';
import { pageKey, reasonFor, unplanned, wholeKey } from '../../../src/plan/page-key.ts';

it('names a page by its frame and by what is its own', () => {
  const [one, other] = [{ title: 'Drift' }, { title: 'Seiche' }];
  const keys = [pageKey('A', one), pageKey('B', one), pageKey('A', other)];
  expect(new Set(keys).size).toBe(3);
  expect(pageKey('A', { ...one })).toBe(keys[0]);
});

const long = 'A sentence that is said again and again. '.repeat(20);

it.each<[string, object, object]>([
  ['a text and a number', { a: '1' }, { a: 1 }],
  ['nothing and its word', { a: null }, { a: 'null' }],
  ['what is nothing and what is not there', { a: null }, { a: undefined }],
  ['an empty text and an empty list', { a: '' }, { a: [] }],
  ['lists that are parted elsewhere', { a: ['ab', 'c'] }, { a: ['a', 'bc'] }],
  ['fields that are parted elsewhere', { ab: 'c' }, { a: 'bc' }],
  ['a text that looks like the next field', { a: 'x"b 3 "y', b: 'z' }, { a: 'x', b: 'y"b 3 "z' }],
  ['what stands in two fields the other way round', { a: 1, b: 2 }, { a: 2, b: 1 }],
  ['the end of a long text', { a: `${long}a` }, { a: `${long}b` }],
  ['something deep in an object', { a: { long, b: { c: 1 } } }, { a: { long, b: { c: 2 } } }],
])('tells %s apart', (_what, one, other) => {
  expect(pageKey('A', one)).not.toBe(pageKey('A', other));
});

describe('why a page is made', () => {
  const shown: Record<string, unknown> = { post: { title: 'Drift' }, related: ['a'], next: undefined };
  const key = ({ common = 'c', code = 'd', site = 'A', page = shown } = {}) =>
    wholeKey(common, code, pageKey(site, page));

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
